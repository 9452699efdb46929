import { describe, expect, it } from 'vitest'
import { cliTime, fieldText, parseInstant } from './utc.ts'

const nine = Date.UTC(2026, 0, 12, 9)

describe('a time in a field', () => {
  it('is read as UTC, with and without seconds', () => {
    expect(parseInstant('2026-01-12T09:00')).toBe(nine)
    expect(parseInstant('2026-01-12 09:00:05Z')).toBe(nine + 5000)
    expect(parseInstant('2026-01-12')).toBe(Date.UTC(2026, 0, 12))
  })

  it('is no time when it is a word, or a day that does not exist', () => {
    expect(parseInstant('tomorrow')).toBeUndefined()
    expect(parseInstant('2026-02-30T09:00')).toBeUndefined()
    expect(parseInstant('2026-01-12T25:00')).toBeUndefined()
  })

  it('comes back as it was entered', () => {
    expect(fieldText(nine)).toBe('2026-01-12T09:00')
    expect(fieldText(nine + 7000)).toBe('2026-01-12T09:00:07')
  })
})

it('a time in an output reads as the AWS CLI prints it', () => {
  expect(cliTime(nine)).toBe('2026-01-12T09:00:00+00:00')
  expect(cliTime(nine + 250)).toBe('2026-01-12T09:00:00.250000+00:00')
})
