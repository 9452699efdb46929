import { closeWrapped } from '../../src/crypto/import-wrap.ts'
import type { CryptoProvider } from '../../src/crypto/provider.ts'
import { days } from '../../src/world/clock.ts'
import type { Call } from './account.ts'

/** What happens by itself in 365 days of `makeYear`: 30 keys rotate 4 times, 40 materials expire, 40 keys go. */
export const DUE_EVENTS = 30 * 4 + 40 + 40

/** Keys with a full year ahead, among others with nothing due. */
export async function makeYear(call: Call, crypto: CryptoProvider, now: number): Promise<void> {
  for (let n = 0; n < 90; n++) await create(call, n)
  for (let n = 0; n < 30; n++) {
    await call('EnableKeyRotation', { KeyId: await create(call, n), RotationPeriodInDays: 90 })
  }
  for (let n = 0; n < 40; n++) {
    const KeyId = await create(call, n)
    await call('CreateAlias', { AliasName: `alias/retired-${n}`, TargetKeyId: KeyId })
    await call('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 + (n % 24) })
  }
  for (let n = 0; n < 40; n++) await importExpiring(call, crypto, n, now + days(9 * (n + 1)))
}

async function create(call: Call, n: number, input = {}): Promise<string> {
  const { KeyMetadata } = await call('CreateKey', {
    Description: `Key ${n} of the payroll service`,
    ...input,
  })
  return (KeyMetadata as { KeyId: string }).KeyId
}

async function importExpiring(call: Call, provider: CryptoProvider, n: number, ValidTo: number) {
  const KeyId = await create(call, n, { Origin: 'EXTERNAL' })
  const algorithm = 'RSAES_OAEP_SHA_256'
  const parameters = await call('GetParametersForImport', {
    KeyId,
    WrappingAlgorithm: algorithm,
    WrappingKeySpec: 'RSA_2048',
  })
  const EncryptedKeyMaterial = await closeWrapped({
    provider,
    algorithm,
    publicKey: parameters.PublicKey as Uint8Array<ArrayBuffer>,
    material: new Uint8Array(32).fill(n + 1),
    ephemeralKey: new Uint8Array(32),
  })
  await call('ImportKeyMaterial', {
    KeyId,
    ImportToken: parameters.ImportToken,
    EncryptedKeyMaterial,
    ExpirationModel: 'KEY_MATERIAL_EXPIRES',
    ValidTo,
  })
}
