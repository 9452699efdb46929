import { rows } from '../../course/table/rows/index.ts'
import { columns, type ColumnId, type TableRow } from '../../course/table/table-definition.ts'
import { isCompetency, type CompetencyId } from '../../course/words/competencies.ts'

export type Pair = readonly [ColumnId, ColumnId]

/** What of the table is shown, as an address says it beside the lens. */
export interface TableView {
  readonly pair: Pair
  readonly hidden: readonly string[]
  readonly competency?: CompetencyId
}

const [WITH, HIDE, FOR] = ['with', 'hide', 'for'] as const
const USUAL = 'GI'

/** What an address cannot mean is as if it were not there. */
export function viewIn(search: string): TableView {
  const query = new URLSearchParams(search)
  const [left, right] = [...(query.get(WITH) ?? USUAL)].map((one) => columns.find((id) => id === one))
  const hidden = (query.get(HIDE) ?? '').split(',').filter((id) => rows.some((row) => row.id === id))
  const competency = query.get(FOR) ?? ''
  return {
    pair: left && right && left !== right ? [left, right] : ['G', 'I'],
    hidden,
    ...(isCompetency(competency) ? { competency } : {}),
  }
}

/** The query with this view in it; what is usual is left out, what else it holds stays. */
export function withView(search: string, { pair, hidden, competency }: TableView): string {
  const query = new URLSearchParams(search)
  const set = (name: string, value: string) => (value === '' ? query.delete(name) : query.set(name, value))
  set(WITH, pair.join('') === USUAL ? '' : pair.join(''))
  set(HIDE, hidden.join(','))
  set(FOR, competency ?? '')
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** A row is named in an address by its ID, or by its number, which lessons know. @returns its ID */
export const namedRow = (name: string | undefined): string | undefined =>
  (rows.find(({ id }) => id === name) ?? rows[/^\d{1,2}$/.test(name ?? '') ? Number(name) - 1 : -1])?.id

/** @param always a row that is shown whatever is hidden: an address named it */
export const rowsShown = ({ hidden, competency }: TableView, always?: string): readonly TableRow[] =>
  rows.filter(
    ({ id, competencies }) =>
      id === always ||
      (!hidden.includes(id) && (competency === undefined || competencies.includes(competency))),
  )

/** Puts a column into one place of the pair; the two change places when it is in the other. */
export const placed = ([left, right]: Pair, at: 0 | 1, column: ColumnId): Pair =>
  at === 0 ? [column, column === right ? left : right] : [column === left ? right : left, column]
