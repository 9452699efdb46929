import type { Clock } from './clock.ts'
import type { Entropy } from './entropy.ts'

/** The only reader of wall time in the project. */
export const systemClock: Clock = { now: () => Date.now() }

/** The only reader of the platform's random source. */
export const systemEntropy: Entropy = {
  bytes(length) {
    const out = new Uint8Array(length)
    for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(out.subarray(at, at + 65_536))
    return out
  },
}
