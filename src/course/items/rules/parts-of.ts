import type { Item, ItemOption, ItemTag, Slots } from '../../item-definition.ts'
import { fillSlots } from '../fill-slots.ts'
import { LAST_VARIANT, slotsOf } from '../variant-of.ts'

interface Chosen {
  readonly id: string
  readonly text: string
  readonly because: string
}

interface Slip {
  readonly misconception: ItemTag
  readonly because: string
}

export const optionsOf = (item: Item): readonly ItemOption[] => ('options' in item ? item.options : [])
export const slipsOf = (item: Item): readonly Slip[] => ('slips' in item ? item.slips : [])

/** What the learner marks, orders or pairs; each has a reason of its own. */
export function chosenOf(item: Item): readonly Chosen[] {
  if (item.type === 'order') return item.steps
  if (item.type === 'match') return item.left
  return item.options
}

/** Beliefs and slips that an answer can show, as often as they stand there */
export const tagsOf = (item: Item): readonly ItemTag[] => [
  ...optionsOf(item).flatMap(({ misconception = [] }) => misconception),
  ...slipsOf(item).map(({ misconception }) => misconception),
]

/** Everything a learner can come to read, slots still open */
export const textsOf = (item: Item): readonly string[] => [
  item.stem,
  item.explains ?? '',
  ...chosenOf(item).flatMap(({ text, because }) => [text, because]),
  ...slipsOf(item).map(({ because }) => because),
  ...(item.type === 'match' ? item.right.map(({ text }) => text) : []),
]

const known = new WeakMap<Item, readonly Slots[]>()

/** What all variants draw, each drawing once; an item without slots has one. */
function drawings(item: Item): readonly Slots[] {
  const drawn =
    known.get(item) ??
    [
      ...new Set(
        Array.from({ length: item.slots ? LAST_VARIANT + 1 : 1 }, (_, number) =>
          JSON.stringify(slotsOf(item, number)),
        ),
      ),
    ].map((text) => JSON.parse(text) as Slots)
  known.set(item, drawn)
  return drawn
}

/** Texts as the variants fill them. */
export const inEachVariant = (item: Item, texts: readonly string[]): readonly (readonly string[])[] =>
  drawings(item).map((slots) => texts.map((text) => fillSlots(text, slots)))
