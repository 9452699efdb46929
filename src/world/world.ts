import type { Clock } from './clock.ts'
import type { Entropy } from './entropy.ts'

/** What the simulation may know of the outside: the time and random bytes, both handed in. */
export interface World {
  readonly clock: Clock
  readonly entropy: Entropy
}
