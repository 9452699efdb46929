import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '../world/clock.ts'
import { fromInput, fullDate, shortDate, span, toInput } from './when.ts'

const now = Date.UTC(2026, 0, 12, 9, 14, 2)

describe('dates and spans in words', () => {
  it('name the day, the year and the zone', () => {
    expect(fullDate(now)).toBe('Mon 12 Jan 2026, 09:14 UTC')
  })

  it('leave out what is the same as now', () => {
    expect(shortDate(Date.UTC(2026, 0, 12, 10), now)).toBe('10:00')
    expect(shortDate(Date.UTC(2026, 0, 13, 9, 6), now)).toBe('13 Jan 09:06')
    expect(shortDate(Date.UTC(2027, 0, 13, 9, 6), now)).toBe('13 Jan 2027 09:06')
  })

  it('use units a person would use', () => {
    expect(span(58_000)).toBe('58 s')
    expect(span(hours(1))).toBe('60 min')
    expect(span(hours(23) + minutes(52))).toBe('23 h 52 min')
    expect(span(days(61))).toBe('61 days')
  })

  it('read an input as UTC, whatever the zone of the browser', () => {
    expect(fromInput('2026-03-14T09:00')).toBe(Date.UTC(2026, 2, 14, 9))
    expect(fromInput('')).toBeUndefined()
    expect(fromInput(toInput(now))).toBe(Date.UTC(2026, 0, 12, 9, 14))
  })
})
