import type { Bytes } from '../bytes/bytes.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { sha256 } from '../crypto/sha256.ts'
import type { Change, TableReader } from '../kms/tables.ts'
import { virtualClock, type Instant, type MovableClock } from '../world/clock.ts'
import { seededEntropy, type Entropy, type SeededEntropy } from '../world/entropy.ts'

/** When every world begins (course.md 2.0). */
export const WORLD_START: Instant = Date.UTC(2026, 0, 12, 9)

/** Rows: `clock` an Instant, `seed` 32 bytes, `position` bytes of entropy handed out. */
export const WORLD = 'world'

/** A world whose time and randomness can be put down as rows and taken up again. */
export interface RowWorld {
  readonly clock: MovableClock
  readonly entropy: Entropy
  /** What has changed since the rows were last written; nothing when they are true */
  changed(reader: TableReader): Change
  /** Takes clock and entropy from the rows. */
  restore(reader: TableReader): void
}

export const worldRows = (seed: Bytes, now: Instant = WORLD_START): Change => [
  [WORLD, 'clock', now],
  [WORLD, 'seed', seed],
  [WORLD, 'position', 0],
]

/** The same lab with the same seed is the same world, in every workspace. */
export const labSeed = (labId: string, seed: number): Bytes =>
  sha256(encodeUtf8(`kms-key-material-lab/lab/${labId}/${seed}`))

export function rowWorld(reader: TableReader): RowWorld {
  const clock = virtualClock(WORLD_START)
  let seed: Bytes | undefined
  let source: SeededEntropy

  function restore(from: TableReader): void {
    const wanted = from.get<Bytes>(WORLD, 'seed')
    const position = from.get<number>(WORLD, 'position')
    const now = from.get<Instant>(WORLD, 'clock')
    if (!wanted || position === undefined || now === undefined)
      throw new TypeError('no world in these tables')
    if (wanted !== seed) source = seededEntropy(wanted)
    seed = wanted
    source.restore(position)
    clock.restore(now)
  }

  restore(reader)
  return {
    clock,
    entropy: { bytes: (length) => source.bytes(length) },
    restore,
    changed: (from) => [
      ...(from.get(WORLD, 'clock') === clock.now() ? [] : [[WORLD, 'clock', clock.now()] as const]),
      ...(from.get(WORLD, 'position') === source.position()
        ? []
        : [[WORLD, 'position', source.position()] as const]),
    ],
  }
}
