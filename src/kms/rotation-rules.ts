import { KmsError } from './errors.ts'
import type { KeyRecord } from './key.ts'
import { isSymmetric } from './key-spec.ts'

/** Only symmetric encryption keys rotate in place; the recorded answer for others has no text (F-209). */
export function requireSymmetric(key: KeyRecord): void {
  if (!isSymmetric(key.keySpec)) throw new KmsError('UnsupportedOperationException')
}
