import { describe, expect, it } from 'vitest'
import { chipPath, openingPath, seatedPath, teethOf } from './teeth.ts'

const teeth = teethOf(Uint8Array.of(0xb8, 0xd0, 0xf5, 0x42))

describe('the teeth of a chip', () => {
  it('are eight steps of two bits from the first 16 bits of the digest', () => {
    expect(teeth).toEqual([2, 3, 2, 0, 3, 1, 0, 0])
    expect(() => teethOf(Uint8Array.of(1))).toThrow(RangeError)
  })

  it('are cut as in the mock-ups', () => {
    expect(chipPath(teeth, 72, 60)).toBe('M0 60V10.54H9V15.8H18V10.54H27V0H36V15.8H45V5.27H54V0H63V0H72V60Z')
  })

  it('leave one even gap to the socket', () => {
    expect(openingPath(120, teeth)).toBe(
      'M11.54 108.46V28.85H23.65V36.35H35.77V28.85H47.88V13.85H60V36.35H72.12V21.35H84.23V13.85H96.35V13.85H108.46V108.46Z',
    )
    expect(seatedPath(120, teeth)).toBe(
      'M15 105V32.31H20.19V39.81H39.23V32.31H51.35V17.31H56.54V39.81H75.58V24.81H87.69V17.31H96.35V17.31H105V105Z',
    )
  })

  it('are absent where nobody has seen the bytes', () => {
    expect(chipPath(undefined, 72, 60)).toBe('M0 0H72V60H0Z')
    expect(openingPath(104, 'sealed')).toBe('M10 94V25H94V94Z')
    expect(openingPath(104, 'flat')).toBe('M10 94V10H94V94Z')
  })
})
