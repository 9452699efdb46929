import type { Hands } from '../../headless.ts'
import type { Item } from '../../item-definition.ts'

/** What a rule found: how many things it looked at, and a sentence for each that breaks it. */
export interface Verdict {
  readonly looked: number
  /** What was counted, in the plural */
  readonly at: string
  readonly faults: readonly string[]
}

export interface RuleMeans {
  readonly hands: Hands
  /** On so many variants the engine is asked; texts are tried on all of them */
  readonly engineVariants: number
}

/** Something that has to hold of the bank of questions. */
export interface ItemRule {
  readonly id: string
  /** What holds, as a sentence */
  readonly says: string
  judge(items: readonly Item[], means: RuleMeans): Verdict | Promise<Verdict>
}

type FaultsOf = (item: Item, means: RuleMeans) => readonly string[] | Promise<readonly string[]>

/**
 * A rule that each item keeps or breaks by itself.
 *
 * @param concerns which items have what it speaks of
 */
export const ofEachItem = (
  id: string,
  says: string,
  faultsOf: FaultsOf,
  concerns: (item: Item) => boolean = () => true,
): ItemRule => ({
  id,
  says,
  async judge(items, means) {
    const looked = items.filter(concerns)
    const faults: string[] = []
    for (const item of looked)
      for (const fault of await faultsOf(item, means)) faults.push(`${item.id} ${fault}`)
    return { looked: looked.length, at: 'items', faults }
  },
})

export const duplicates = (ids: readonly string[]) => ids.filter((id, i) => ids.indexOf(id) !== i)
