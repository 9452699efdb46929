import { decodeBase64, encodeBase64 } from '../../bytes/base64.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import type { CryptoProvider } from '../../crypto/provider.ts'
import { stateHash } from '../digest.ts'
import type { CallEntry, Lab, RequestValue } from '../lab.ts'

export const hashOf = (lab: Lab): string => stateHash(lab.tables.dump())

/** A call that must succeed. */
export async function ok(
  lab: Lab,
  operation: string,
  input: Record<string, RequestValue> = {},
): Promise<Record<string, unknown>> {
  const entry = await lab.call({ operation, input })
  if (!entry.ok) throw new Error(`${operation}: ${entry.error?.code} ${entry.error?.message}`)
  return entry.output as Record<string, unknown>
}

export async function createKey(lab: Lab, origin: 'AWS_KMS' | 'EXTERNAL' = 'AWS_KMS'): Promise<string> {
  const { KeyMetadata } = await ok(lab, 'CreateKey', { Origin: origin })
  return (KeyMetadata as { KeyId: string }).KeyId
}

/** The client's side and the service's side of an import. */
export async function importMaterial(
  lab: Lab,
  {
    KeyId,
    material,
    crypto,
    validTo,
  }: { KeyId: string; material: Bytes; crypto: CryptoProvider; validTo?: number },
): Promise<CallEntry> {
  const parameters = await ok(lab, 'GetParametersForImport', {
    KeyId,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  const wrapped = await crypto.rsaOaepEncrypt(
    decodeBase64(parameters.PublicKey as string),
    'SHA-256',
    material,
  )
  return lab.call({
    operation: 'ImportKeyMaterial',
    input: {
      KeyId,
      ImportToken: parameters.ImportToken as string,
      EncryptedKeyMaterial: encodeBase64(wrapped),
      ...(validTo === undefined
        ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
        : { ValidTo: validTo / 1000 }),
    },
  })
}
