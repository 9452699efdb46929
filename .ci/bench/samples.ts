import { closeWrapped } from '../../src/crypto/import-wrap.ts'
import { webCryptoProvider } from '../../src/crypto/web-crypto.ts'
import { encryptInput, type Call } from './account.ts'

/** A request that can be made again and again. */
export interface Sample {
  readonly label: string
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  /** Takes so long that few are made */
  readonly slow?: true
}

const KIBIBYTE = new Uint8Array(1024).fill(0x61)
const WRAPPING = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' } as const

/**
 * The operations whose pace is told, each ready to be called.
 *
 * @param KeyId of a symmetric key that is there
 */
export async function samples(call: Call, KeyId: string): Promise<Sample[]> {
  const encrypt = encryptInput(KeyId, KIBIBYTE)
  const { CiphertextBlob } = await call('Encrypt', encrypt)
  const { EncryptionContext } = encrypt
  const [ec, rsa, imported] = [
    await keyOf(call, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
    await keyOf(call, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    await keyOf(call, { Origin: 'EXTERNAL' }),
  ]
  const parameters = { KeyId: imported, ...WRAPPING }
  return [
    { label: 'ListKeys, 100 of them', operation: 'ListKeys', input: { Limit: 100 } },
    { label: 'CreateKey', operation: 'CreateKey', input: {} },
    { label: 'Encrypt 1 KiB', operation: 'Encrypt', input: encrypt },
    { label: 'Decrypt 1 KiB', operation: 'Decrypt', input: { CiphertextBlob, EncryptionContext } },
    { label: 'GenerateDataKey', operation: 'GenerateDataKey', input: { KeyId, KeySpec: 'AES_256' } },
    {
      label: 'GetParametersForImport, RSA_2048',
      operation: 'GetParametersForImport',
      input: parameters,
      slow: true,
    },
    {
      label: 'ImportKeyMaterial, the same again',
      operation: 'ImportKeyMaterial',
      input: await importInput(call, parameters),
    },
    {
      label: 'Sign, ECC_NIST_P256',
      operation: 'Sign',
      input: { KeyId: ec, Message: KIBIBYTE, SigningAlgorithm: 'ECDSA_SHA_256' },
    },
    {
      label: 'Sign, RSA_2048',
      operation: 'Sign',
      input: { KeyId: rsa, Message: KIBIBYTE, SigningAlgorithm: 'RSASSA_PSS_SHA_256' },
    },
  ]
}

async function keyOf(call: Call, input: object): Promise<string> {
  const { KeyMetadata } = await call('CreateKey', { ...input })
  return (KeyMetadata as { KeyId: string }).KeyId
}

async function importInput(call: Call, parameters: { readonly KeyId: string }) {
  const { PublicKey, ImportToken } = await call('GetParametersForImport', parameters)
  const EncryptedKeyMaterial = await closeWrapped({
    provider: webCryptoProvider(),
    algorithm: WRAPPING.WrappingAlgorithm,
    publicKey: PublicKey as Uint8Array<ArrayBuffer>,
    material: new Uint8Array(32).fill(9),
    ephemeralKey: new Uint8Array(32),
  })
  return {
    KeyId: parameters.KeyId,
    ImportToken,
    EncryptedKeyMaterial,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  }
}
