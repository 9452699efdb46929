import type { Bytes } from '../bytes/bytes.ts'
import type { Instant } from '../world/clock.ts'
import type { Stage } from './lab-definition.ts'

export interface ImportedKey {
  readonly arn: string
  readonly material: Bytes
  readonly publicKey: Bytes
  readonly importToken: Bytes
  readonly wrapped: Bytes
}

/** Creates an EXTERNAL key and gives it a name; it waits for material. */
export async function externalKey(
  stage: Stage,
  name: string,
  description: string,
  more: { readonly MultiRegion?: boolean } = {},
): Promise<string> {
  const { KeyMetadata } = await stage.call(
    'CreateKey',
    { Origin: 'EXTERNAL', Description: description, ...more },
    'KeyAdmin',
  )
  const { Arn } = KeyMetadata as { readonly Arn: string }
  stage.name(name, Arn)
  return Arn
}

/** The whole import as a custodian does it, with really wrapped material. */
export async function importedKey(
  stage: Stage,
  name: string,
  description: string,
  material: Bytes,
  validTo?: Instant,
  more: { readonly MultiRegion?: boolean } = {},
): Promise<ImportedKey> {
  const arn = await externalKey(stage, name, description, more)
  const parameters = await stage.call('GetParametersForImport', {
    KeyId: arn,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  const publicKey = parameters.PublicKey as Bytes
  const importToken = parameters.ImportToken as Bytes
  const wrapped = await stage.wrap(publicKey, material)
  await stage.call('ImportKeyMaterial', {
    KeyId: arn,
    ImportToken: importToken,
    EncryptedKeyMaterial: wrapped,
    ...(validTo === undefined
      ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
      : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: validTo }),
  })
  return { arn, material, publicKey, importToken, wrapped }
}

export async function encrypted(stage: Stage, arn: string, plaintext: Bytes): Promise<Bytes> {
  const { CiphertextBlob } = await stage.call('Encrypt', { KeyId: arn, Plaintext: plaintext }, 'AppRole')
  return CiphertextBlob as Bytes
}
