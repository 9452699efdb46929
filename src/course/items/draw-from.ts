import type { Entropy } from '../../world/entropy.ts'
import type { Draw } from '../item-definition.ts'

/** Draws from a source of random bytes; a seeded source makes the same variant of an item again. */
export function drawFrom(entropy: Entropy): Draw {
  const whole = (from: number, to: number) => {
    const [a = 0, b = 0, c = 0] = entropy.bytes(3)
    return from + ((a * 65_536 + b * 256 + c) % (to - from + 1))
  }
  return { whole, oneOf: <T>(values: readonly T[]) => values[whole(0, values.length - 1)] as T }
}
