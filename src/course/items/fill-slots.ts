import type { Slots } from '../item-definition.ts'

/** Puts drawn values into a text; a slot without a value is our mistake and must not reach a learner. */
export const fillSlots = (text: string, slots: Slots): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name]
    if (value === undefined) throw new RangeError(`no value for the slot ${name}`)
    return value
  })
