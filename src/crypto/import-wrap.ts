import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { aesKwpUnwrap, aesKwpWrap } from './aes-kw.ts'
import { modulusLength, privateKeyOf } from './key-info.ts'
import { CryptoRefusal, type CryptoProvider } from './provider.ts'

/** KMS names, as GetParametersForImport takes them. SM2PKE is left out; RSAES_PKCS1_V1_5 is withdrawn. */
export type WrappingAlgorithm =
  | 'RSAES_OAEP_SHA_1'
  | 'RSAES_OAEP_SHA_256'
  | 'RSA_AES_KEY_WRAP_SHA_1'
  | 'RSA_AES_KEY_WRAP_SHA_256'

/** What each name means; OAEP and MGF1 share the hash. */
const SCHEME = {
  RSAES_OAEP_SHA_1: { hash: 'SHA-1', twoSteps: false },
  RSAES_OAEP_SHA_256: { hash: 'SHA-256', twoSteps: false },
  RSA_AES_KEY_WRAP_SHA_1: { hash: 'SHA-1', twoSteps: true },
  RSA_AES_KEY_WRAP_SHA_256: { hash: 'SHA-256', twoSteps: true },
} as const satisfies Record<WrappingAlgorithm, unknown>

/** AWS documents 256 bits; PKCS#11 would allow 128 too. */
const EPHEMERAL_KEY_BYTES = 32

/**
 * Opens what ImportKeyMaterial receives.
 *
 * @param wrappingKey PKCS#8, the private half of the pair that GetParametersForImport handed out
 * @param blob for RSAES_OAEP as long as the modulus; for RSA_AES_KEY_WRAP the wrapped AES key, then the AES-KWP part
 * @throws CryptoRefusal when it does not open; whether the bytes inside fit the key is checkMaterial's question
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-encrypt-key-material.html
 */
export async function openWrapped(request: {
  readonly provider: CryptoProvider
  readonly algorithm: WrappingAlgorithm
  readonly wrappingKey: Bytes
  readonly blob: Bytes
}): Promise<Bytes> {
  const { provider, algorithm, wrappingKey, blob } = request
  const { hash, twoSteps } = SCHEME[algorithm]
  if (!twoSteps) return provider.rsaOaepDecrypt(wrappingKey, hash, blob)
  const split = modulusLength(privateKeyOf('rsa', wrappingKey))
  if (blob.length <= split)
    throw new CryptoRefusal(`more than ${split} bytes expected: a wrapped AES key and wrapped material`)
  const ephemeral = await provider.rsaOaepDecrypt(wrappingKey, hash, blob.slice(0, split))
  if (ephemeral.length !== EPHEMERAL_KEY_BYTES) {
    throw new CryptoRefusal(
      `an AES key of ${EPHEMERAL_KEY_BYTES} bytes expected inside, found ${ephemeral.length}`,
    )
  }
  return aesKwpUnwrap(ephemeral, blob.slice(split))
}

/**
 * The client's side: what a learner does with openssl before the import.
 *
 * @param publicKey SPKI, from GetParametersForImport
 * @param ephemeralKey 32 bytes, fresh for each call; used by RSA_AES_KEY_WRAP only
 * @throws CryptoRefusal when RSAES_OAEP has no room for the material
 */
export async function closeWrapped(request: {
  readonly provider: CryptoProvider
  readonly algorithm: WrappingAlgorithm
  readonly publicKey: Bytes
  readonly material: Bytes
  readonly ephemeralKey: Bytes
}): Promise<Bytes> {
  const { provider, algorithm, publicKey, material, ephemeralKey } = request
  const { hash, twoSteps } = SCHEME[algorithm]
  if (!twoSteps) return provider.rsaOaepEncrypt(publicKey, hash, material)
  if (ephemeralKey.length !== EPHEMERAL_KEY_BYTES)
    throw new CryptoRefusal(`the AES key has ${EPHEMERAL_KEY_BYTES} bytes`)
  return concatBytes(
    await provider.rsaOaepEncrypt(publicKey, hash, ephemeralKey),
    aesKwpWrap(ephemeralKey, material),
  )
}
