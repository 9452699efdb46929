/** Milliseconds since 1970-01-01T00:00:00Z, as the simulated account sees them. */
export type Instant = number

export interface Clock {
  now(): Instant
}

/** A clock the learner moves. */
export interface MovableClock extends Clock {
  /** Moves forward by `ms`; time never runs backwards by itself. */
  advance(ms: number): void
  /** Puts the clock to any instant: for undo and for opening a save, never for travel. */
  restore(at: Instant): void
}

export const seconds = (n: number) => n * 1_000
export const minutes = (n: number) => n * 60_000
export const hours = (n: number) => n * 3_600_000
export const days = (n: number) => n * 86_400_000

/** Stands still until told to move: tests and the time-travel bar hold the same kind of clock. */
export function virtualClock(start: Instant): MovableClock {
  requireInstant(start)
  let at = start
  return {
    now: () => at,
    advance(ms) {
      requireForward(ms)
      requireInstant(at + ms)
      at += ms
    },
    restore(to) {
      requireInstant(to)
      at = to
    },
  }
}

/** Runs with a base clock (the wall, for the endpoint), shifted by an offset that can grow. */
export function offsetClock(base: Clock, start: Instant = base.now()): MovableClock {
  requireInstant(start)
  let offset = start - base.now()
  return {
    now: () => base.now() + offset,
    advance(ms) {
      requireForward(ms)
      requireInstant(base.now() + offset + ms)
      offset += ms
    },
    restore(to) {
      requireInstant(to)
      offset = to - base.now()
    },
  }
}

/** The largest instant a Date can show (ECMA-262, time values). */
const LAST_INSTANT = 8.64e15

function requireInstant(at: number): void {
  if (!Number.isInteger(at) || Math.abs(at) > LAST_INSTANT) throw new RangeError(`not an instant: ${at}`)
}

function requireForward(ms: number): void {
  if (!(ms >= 0)) throw new RangeError(`time moves forward only, got ${ms} ms`)
}
