import { describe, expect, it } from 'vitest'
import { days, hours, minutes, offsetClock, seconds, virtualClock } from './clock.ts'

describe('units of time', () => {
  it('are in milliseconds', () => {
    expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1_000, 60_000, 3_600_000, 86_400_000])
  })
})

describe('a virtual clock', () => {
  it('stands still until it is moved', () => {
    const clock = virtualClock(1_000)
    expect([clock.now(), clock.now()]).toEqual([1_000, 1_000])
    clock.advance(days(31))
    expect(clock.now()).toBe(1_000 + 31 * 86_400_000)
  })

  it('can be put back to an instant it once had', () => {
    const clock = virtualClock(1_000)
    clock.advance(500)
    clock.restore(1_000)
    expect(clock.now()).toBe(1_000)
  })
})

describe('an offset clock', () => {
  it('runs with its base, shifted by what it was moved', () => {
    const wall = virtualClock(50_000)
    const clock = offsetClock(wall, 1_000)
    expect(clock.now()).toBe(1_000)
    wall.advance(10)
    expect(clock.now()).toBe(1_010)
    clock.advance(hours(1))
    wall.advance(10)
    expect(clock.now()).toBe(1_020 + 3_600_000)
  })

  it('starts at its base when told nothing else', () => {
    expect(offsetClock(virtualClock(50_000)).now()).toBe(50_000)
  })

  it('runs on from the instant it was put to', () => {
    const wall = virtualClock(50_000)
    const clock = offsetClock(wall)
    clock.restore(7)
    wall.advance(3)
    expect(clock.now()).toBe(10)
  })
})

describe.each([
  ['virtual', virtualClock],
  ['offset', (start: number) => offsetClock(virtualClock(0), start)],
])('a clock (%s)', (_, clockAt) => {
  it.each([-1, Number.NaN, 0.5, Number.POSITIVE_INFINITY, 8.64e15])(
    'refuses to move by %d ms and stays where it was',
    (ms) => {
      const clock = clockAt(1_000)
      expect(() => clock.advance(ms)).toThrow(RangeError)
      expect(clock.now()).toBe(1_000)
    },
  )

  it.each([Number.NaN, 0.5, 8.64e15 + 1, -8.64e15 - 1])('refuses %d as an instant', (at) => {
    expect(() => clockAt(at)).toThrow(RangeError)
    expect(() => clockAt(0).restore(at)).toThrow(RangeError)
  })
})
