import type { AnsweredItem } from '../../course/answered.ts'
import { LAST_VARIANT } from '../../course/items/variant-of.ts'

/** A variant of a question that was not asked before, as far as there is one. @param random bytes, at least 2 */
export function drawVariant(itemId: string, answered: readonly AnsweredItem[], random: Uint8Array): number {
  const asked = new Set(answered.filter((each) => each.itemId === itemId).map(({ variant }) => variant))
  const first = ((random[0] ?? 0) * 256 + (random[1] ?? 0)) % (LAST_VARIANT + 1)
  for (let step = 0; step <= LAST_VARIANT; step++) {
    const number = (first + step) % (LAST_VARIANT + 1)
    if (!asked.has(number)) return number
  }
  return first
}
