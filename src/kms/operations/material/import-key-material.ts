import type { Bytes } from '../../../bytes/bytes.ts'
import { openWrapped } from '../../../crypto/import-wrap.ts'
import { checkMaterial, type ImportableKeySpec } from '../../../crypto/material-format.ts'
import { CryptoRefusal } from '../../../crypto/provider.ts'
import { KmsError } from '../../errors.ts'
import { expirationOf, type Expiration } from '../../expiration.ts'
import { openToken, type ImportGrant } from '../../import-token.ts'
import { keyState, pendingMaterial, withMaterial, type KeyRecord, type Material } from '../../key.ts'
import { hasPublicHalf, isSymmetric } from '../../key-spec.ts'
import { materialId } from '../../materials.ts'
import { expirationModelEnum, importTypeEnum, keyMaterialDescription, keyMaterialId } from '../../members.ts'
import { requirePrimary } from '../../multi-region-rules.ts'
import { operation, type Context } from '../../operation.ts'
import { putShared } from '../../related-keys.ts'
import { blob, keyId, optional, timestamp, type ValueOf } from '../../shapes.ts'

const members = {
  KeyId: keyId(),
  ImportToken: blob({ min: 1, max: 6144 }),
  EncryptedKeyMaterial: blob({ min: 1, max: 6144 }),
  ValidTo: optional(timestamp()),
  ExpirationModel: optional(expirationModelEnum),
  ImportType: optional(importTypeEnum),
  KeyMaterialDescription: optional(keyMaterialDescription()),
  KeyMaterialId: optional(keyMaterialId()),
}
type Input = ValueOf<typeof members>

export const importKeyMaterial = operation({
  name: 'ImportKeyMaterial',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html',
  readOnly: false,
  input: members,
  output: { KeyId: optional(keyId()), KeyMaterialId: optional(keyMaterialId()) },
  errors: [
    'DependencyTimeoutException',
    'ExpiredImportTokenException',
    'IncorrectKeyMaterialException',
    'InvalidArnException',
    'InvalidCiphertextException',
    'InvalidImportTokenException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  origins: ['EXTERNAL'],
  trail: {
    request: ['KeyId', 'ValidTo', 'ExpirationModel', 'ImportType', 'KeyMaterialDescription', 'KeyMaterialId'],
    response: ['KeyId', 'KeyMaterialId'],
  },
  async run(context) {
    const { key, world, draft } = context
    const request = context.input
    const expiration = expirationOf(request, world.clock.now())
    requireImportType(key, request)
    const grant = await grantOf(context)
    const bytes = await unwrapped(context, grant, request.EncryptedKeyMaterial)
    if (!checkMaterial(key.keySpec as ImportableKeySpec, bytes).ok)
      throw new KmsError('IncorrectKeyMaterialException')

    const id = materialId(key.id, bytes)
    requireFitting(key, request, id)
    const publicKey = await publicHalf(context, bytes)
    const token = context.materials.seal(bytes, draft, world.entropy)
    const arrived = { token, ...(publicKey ? { publicKey } : {}), ...expiration }
    const imported = withImported(key, id, arrived, request.KeyMaterialDescription)
    const revived =
      keyState(key) === 'PendingImport'
        ? { ...imported, disabled: false, usableSince: world.clock.now() }
        : imported
    putShared(draft, revived)
    return { KeyId: key.arn, ...(isSymmetric(key.keySpec) ? { KeyMaterialId: id } : {}) }
  },
})

/** F-316. */
function requireImportType(key: KeyRecord, { ImportType: type, KeyMaterialId: id }: Input): void {
  if (type !== undefined && !isSymmetric(key.keySpec))
    throw new KmsError('ValidationException', 'ImportType is only supported for symmetric encryption keys.')
  if (type === 'NEW_KEY_MATERIAL' && id !== undefined)
    throw new KmsError(
      'ValidationException',
      'KeyMaterialId cannot be specified when ImportType is NEW_KEY_MATERIAL.',
    )
}

/** Token first: does it belong to this key, is it still young? (F-321, F-322) */
async function grantOf({
  key,
  input,
  world,
  crypto,
  draft,
  materials,
}: Context<typeof members>): Promise<ImportGrant> {
  const grant = await openToken(crypto, materials.domainKey(draft, world.entropy), input.ImportToken)
  if (!grant || grant.keyArn !== key.arn) throw new KmsError('InvalidImportTokenException')
  if (world.clock.now() >= grant.validTo) throw new KmsError('ExpiredImportTokenException')
  return grant
}

/** F-323, F-324: one code for every blob that does not open; its length is checked before anything is decrypted. */
async function unwrapped(
  { crypto }: Context<typeof members>,
  { algorithm, wrappingKey }: ImportGrant,
  blob: Bytes,
): Promise<Bytes> {
  try {
    return await openWrapped({ provider: crypto, algorithm, wrappingKey, blob })
  } catch (error) {
    if (error instanceof CryptoRefusal) throw new KmsError('InvalidCiphertextException')
    throw error
  }
}

/** KMS derives it from the private key (F-312). */
async function publicHalf(
  { crypto, key }: Context<typeof members>,
  bytes: Bytes,
): Promise<Bytes | undefined> {
  if (!hasPublicHalf(key.keySpec)) return undefined
  try {
    return await crypto.publicHalf(bytes)
  } catch (error) {
    if (error instanceof CryptoRefusal) throw new KmsError('IncorrectKeyMaterialException')
    throw error
  }
}

/** Which bytes a key takes: F-317, F-325, F-327. */
function requireFitting(key: KeyRecord, { ImportType: type, KeyMaterialId: named }: Input, id: string): void {
  const known = key.materials.some((material) => material.id === id)
  if (named !== undefined && named !== id) throw new KmsError('IncorrectKeyMaterialException')
  const asNew = type === 'NEW_KEY_MATERIAL' || (type === undefined && key.materials.length === 0)
  if (asNew) requirePrimary(key)
  if (!asNew) {
    if (!known) throw new KmsError('IncorrectKeyMaterialException')
    return
  }
  if (known) throw new KmsError('IncorrectKeyMaterialException')
  const pending = pendingMaterial(key)
  if (pending) {
    throw new KmsError(
      'KMSInvalidStateException',
      `New key material (id: ${id}) cannot be imported into KMS key ${key.arn}, because another key material (id: ${pending.id}) is pending rotation.`,
    )
  }
}

function withImported(
  key: KeyRecord,
  id: string,
  bytes: Expiration & Pick<Material, 'token' | 'publicKey'>,
  description?: string,
): KeyRecord {
  const arrived = { ...bytes, ...(description === undefined ? {} : { description }) }
  if (key.materials.some((material) => material.id === id)) {
    return withMaterial(key, id, ({ validTo: _replaced, ...material }) => ({ ...material, ...arrived }))
  }
  const first: Material = {
    id,
    state: key.materials.length === 0 ? 'CURRENT' : 'PENDING_ROTATION',
    ...arrived,
  }
  return { ...key, materials: [...key.materials, first] }
}
