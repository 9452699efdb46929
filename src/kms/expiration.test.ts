import { describe, expect, it } from 'vitest'
import { days } from '../world/clock.ts'
import { expirationOf } from './expiration.ts'
import { START } from './testing/account.ts'

const refused = (message: string) => expect.objectContaining({ code: 'ValidationException', message })
const at = (ValidTo: number, more = {}) => expirationOf({ ValidTo, ...more }, START)

describe('the life of imported material', () => {
  it('ends at a date that lies after now, by a millisecond at least', () => {
    expect(at(START + 1)).toEqual({ expirationModel: 'KEY_MATERIAL_EXPIRES', validTo: START + 1 })
    for (const past of [START, START - 1])
      expect(() => at(past)).toThrow(refused('ValidTo must be in the future'))
  })

  it('lasts 365 days at most, to the millisecond (F-315)', () => {
    expect(at(START + days(365)).validTo).toBe(START + days(365))
    expect(() => at(START + days(365) + 1)).toThrow(refused('ValidTo must be at most 365 days in the future'))
  })

  it('expires where nothing is said of it, and then needs a date (F-314)', () => {
    const noDate = refused('A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES')
    expect(() => expirationOf({}, START)).toThrow(noDate)
    expect(() => expirationOf({ ExpirationModel: 'KEY_MATERIAL_EXPIRES' }, START)).toThrow(noDate)
    expect(at(START + 1, { ExpirationModel: 'KEY_MATERIAL_EXPIRES' })).toEqual(at(START + 1))
  })

  it('has no end where none is wanted, and then takes no date', () => {
    const ExpirationModel = 'KEY_MATERIAL_DOES_NOT_EXPIRE'
    expect(expirationOf({ ExpirationModel }, START)).toEqual({ expirationModel: ExpirationModel })
    expect(() => at(START + 1, { ExpirationModel })).toThrow(
      refused(
        'The parameter ValidTo cannot be specified for a key with an expiration model of KEY_MATERIAL_DOES_NOT_EXPIRE',
      ),
    )
  })
})
