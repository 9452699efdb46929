import { seededEntropy } from '../../world/entropy.ts'

/** Choices that come again with the same seed. */
export function dice(seed: number) {
  const start = new Uint8Array(32)
  new DataView(start.buffer).setFloat64(0, seed)
  const entropy = seededEntropy(start)
  const below = (limit: number) => new DataView(entropy.bytes(4).buffer).getUint32(0) % limit

  function shuffled<T>(items: readonly T[]): T[] {
    const mixed = [...items]
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = below(last + 1)
      const kept = mixed[last] as T
      mixed[last] = mixed[other] as T
      mixed[other] = kept
    }
    return mixed
  }

  return {
    below,
    bytes: (least: number, most = least) => entropy.bytes(least + below(most - least + 1)),
    pick: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    /** One after the other in a new order each round, so that none waits for luck. */
    *deal<T>(items: readonly T[]): Generator<T, never> {
      for (;;) yield* shuffled(items)
    },
  }
}

export type Dice = ReturnType<typeof dice>
