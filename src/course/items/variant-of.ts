import { seededEntropy, type Entropy } from '../../world/entropy.ts'
import type { Draw, Item, ItemOption, Slots } from '../item-definition.ts'
import { drawFrom } from './draw-from.ts'
import { fillSlots } from './fill-slots.ts'

/** Numbers of variants run from 0 to this one: for these the bank's tests try every text. */
export const LAST_VARIANT = 999

/** One way in which a question is asked: its slots filled, its parts in the order in which they are shown. */
export interface Variant {
  readonly item: Item
  readonly number: number
  readonly slots: Slots
  /** The item in words: every text filled, options and the right column shuffled, steps as they are offered */
  readonly asked: Item
}

/** @param number the same number always asks the same question */
export function variantOf(item: Item, number: number): Variant {
  const slots = slotsOf(item, number)
  return { item, number, slots, asked: arranged(filled(item, slots), drawFrom(entropyOf(number, 1))) }
}

/** The values of a variant, without its texts. */
export const slotsOf = (item: Pick<Item, 'slots'>, number: number): Slots =>
  item.slots?.(drawFrom(entropyOf(number, 0))) ?? {}

/** Values and order come from two streams, so that an order tells nothing of the values. */
function entropyOf(number: number, stream: 0 | 1): Entropy {
  const seed = new Uint8Array(32)
  new DataView(seed.buffer).setUint32(0, number)
  seed[31] = stream
  return seededEntropy(seed)
}

function filled(item: Item, slots: Slots): Item {
  const fill = (text: string) => fillSlots(text, slots)
  const said = <T extends { readonly because: string }>(each: T): T => ({
    ...each,
    because: fill(each.because),
  })
  const written = <T extends { readonly text: string }>(each: T): T => ({ ...each, text: fill(each.text) })
  const whole = <T extends Pick<ItemOption, 'text' | 'because'>>(each: T): T => said(written(each))
  const stem = fill(item.stem)
  const explains = item.explains === undefined ? {} : { explains: fill(item.explains) }
  switch (item.type) {
    case 'order':
      return { ...item, ...explains, stem, steps: item.steps.map(whole), slips: item.slips.map(said) }
    case 'match':
      return {
        ...item,
        ...explains,
        stem,
        left: item.left.map(whole),
        right: item.right.map(written),
        slips: item.slips.map(said),
      }
    default:
      return { ...item, ...explains, stem, options: item.options.map(whole) }
  }
}

/** Areas of a picture stay where they are, and so do options with an order of their own. */
function arranged(item: Item, draw: Draw): Item {
  switch (item.type) {
    case 'hotspot':
    case 'order':
      return item
    case 'match':
      return { ...item, right: shuffled(item.right, draw) }
    default:
      return item.ordered ? item : { ...item, options: shuffled(item.options, draw) }
  }
}

export function shuffled<T>(values: readonly T[], draw: Draw): readonly T[] {
  const rest = [...values]
  return values.map(() => rest.splice(draw.whole(0, rest.length - 1), 1)[0] as T)
}

/** The steps as they are offered at first: never in the right order. */
export function offeredSteps({ asked, number }: Variant): readonly string[] {
  if (asked.type !== 'order') return []
  const right = asked.steps.map(({ id }) => id)
  const draw = drawFrom(entropyOf(number, 1))
  for (;;) {
    const order = shuffled(right, draw)
    if (order.some((id, i) => id !== right[i])) return order
  }
}
