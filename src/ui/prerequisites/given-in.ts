import type { ChoiceItem } from '../../course/item-definition.ts'

/** How far a check is. All of it stands in the address, so nothing is kept and nothing can count. */
export interface Given {
  /** Ids of the options that were chosen, in the order of the questions */
  readonly given: readonly string[]
  /** Which question shows, from 0; as many as there are: the result */
  readonly on: number
}

/** What an address says. What no question offers ends the list: the check goes on from there. */
export function givenIn(search: string, items: readonly ChoiceItem[]): Given {
  const asked = new URLSearchParams(search)
  const said = (asked.get('given') ?? '').split(',').slice(0, items.length)
  const broken = said.findIndex((id, i) => !items[i]?.options.some((option) => option.id === id))
  const given = broken < 0 ? said : said.slice(0, broken)
  const on = Number(asked.get('on') ?? given.length)
  return { given, on: Number.isInteger(on) && on >= 0 && on <= given.length ? on : given.length }
}

export const addressOf = ({ given, on }: Given): string =>
  `/practice/prerequisites${given.length === 0 ? '' : `?given=${given.join(',')}&on=${on}`}`
