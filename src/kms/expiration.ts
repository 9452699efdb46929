import { days, type Instant } from '../world/clock.ts'
import { KmsError } from './errors.ts'
import type { ExpirationModel } from './key.ts'

/** F-315. */
const LONGEST_LIFE = days(365)

export interface Expiration {
  readonly expirationModel: ExpirationModel
  readonly validTo?: Instant
}

/**
 * When material that is imported now will expire. Silence means that it expires: the default model asks for
 * a date (F-314). Texts of F-329; that of the 365-day limit is ours (F-330).
 * @throws KmsError ValidationException
 */
export function expirationOf(
  {
    ExpirationModel: model = 'KEY_MATERIAL_EXPIRES',
    ValidTo: validTo,
  }: { readonly ExpirationModel?: ExpirationModel; readonly ValidTo?: Instant },
  now: Instant,
): Expiration {
  if (model === 'KEY_MATERIAL_DOES_NOT_EXPIRE') {
    if (validTo !== undefined)
      throw invalid(
        'The parameter ValidTo cannot be specified for a key with an expiration model of KEY_MATERIAL_DOES_NOT_EXPIRE',
      )
    return { expirationModel: model }
  }
  if (validTo === undefined)
    throw invalid('A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES')
  if (validTo <= now) throw invalid('ValidTo must be in the future')
  if (validTo > now + LONGEST_LIFE) throw invalid('ValidTo must be at most 365 days in the future')
  return { expirationModel: model, validTo }
}

const invalid = (message: string) => new KmsError('ValidationException', message)
