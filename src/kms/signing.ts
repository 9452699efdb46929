import type { Bytes } from '../bytes/bytes.ts'
import { digestLength } from '../crypto/noble-hash.ts'
import type { Curve, Hash, MlDsaSet, SignedForm } from '../crypto/provider.ts'
import { requireAlgorithm } from './algorithms.ts'
import { KmsError } from './errors.ts'
import { publicKeyOf, secretOf, withSoundKey, type Hsm } from './hsm-keys.ts'
import type { KeyRecord } from './key.ts'
import { specRow } from './key-spec.ts'
import { requireUsage } from './symmetric.ts'

type Scheme =
  | { readonly kind: 'rsa'; readonly padding: 'PSS' | 'PKCS1'; readonly hash: Hash }
  | { readonly kind: 'ecdsa'; readonly hash: Hash }
  | { readonly kind: 'ed25519' | 'ed25519ph' | 'ml-dsa' }

/** https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  RSASSA_PSS_SHA_256: { kind: 'rsa', padding: 'PSS', hash: 'SHA-256' },
  RSASSA_PSS_SHA_384: { kind: 'rsa', padding: 'PSS', hash: 'SHA-384' },
  RSASSA_PSS_SHA_512: { kind: 'rsa', padding: 'PSS', hash: 'SHA-512' },
  RSASSA_PKCS1_V1_5_SHA_256: { kind: 'rsa', padding: 'PKCS1', hash: 'SHA-256' },
  RSASSA_PKCS1_V1_5_SHA_384: { kind: 'rsa', padding: 'PKCS1', hash: 'SHA-384' },
  RSASSA_PKCS1_V1_5_SHA_512: { kind: 'rsa', padding: 'PKCS1', hash: 'SHA-512' },
  ECDSA_SHA_256: { kind: 'ecdsa', hash: 'SHA-256' },
  ECDSA_SHA_384: { kind: 'ecdsa', hash: 'SHA-384' },
  ECDSA_SHA_512: { kind: 'ecdsa', hash: 'SHA-512' },
  ED25519_SHA_512: { kind: 'ed25519' },
  ED25519_PH_SHA_512: { kind: 'ed25519ph' },
  ML_DSA_SHAKE_256: { kind: 'ml-dsa' },
}

export type MessageType = 'RAW' | 'DIGEST' | 'EXTERNAL_MU'

export interface Signing {
  readonly key: KeyRecord
  readonly algorithm: string
  readonly message: Bytes
  readonly messageType: MessageType
}

/**
 * Whether this key can sign such a message at all: usage (F-622), algorithm (F-623), message type, length (F-627).
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html#KMS-Sign-request-MessageType
 */
export function requireSignable(signing: Signing, operation: string): void {
  const { key, algorithm, message, messageType } = signing
  requireUsage(key, 'SIGN_VERIFY', operation)
  requireAlgorithm(key, algorithm)
  const scheme = SCHEMES[algorithm] as Scheme
  if (!MESSAGE_TYPES[scheme.kind].includes(messageType)) {
    const toWhat = scheme.kind.startsWith('ed25519') ? `algorithm ${algorithm}` : `key spec ${key.keySpec}`
    throw new KmsError('ValidationException', `Message type ${messageType} is incompatible with ${toWhat}.`)
  }
  if (messageType === 'RAW') return
  // Ed25519ph takes a SHA-512 digest; mu has 64 bytes too (FIPS 204, 6.2).
  const expected = 'hash' in scheme ? digestLength(scheme.hash) : 64
  if (message.length !== expected)
    throw new KmsError('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`)
}

const MESSAGE_TYPES: Readonly<Record<Scheme['kind'], readonly MessageType[]>> = {
  rsa: ['RAW', 'DIGEST'],
  ecdsa: ['RAW', 'DIGEST'],
  ed25519: ['RAW'],
  ed25519ph: ['DIGEST'],
  'ml-dsa': ['RAW', 'EXTERNAL_MU'],
}

/** For a request that requireSignable let through. */
export function sign(hsm: Hsm, { key, algorithm, message, messageType }: Signing): Promise<Bytes> {
  const { crypto, world } = hsm
  const scheme = SCHEMES[algorithm] as Scheme
  const secret = secretOf(hsm, key)
  return withSoundKey(async () => {
    switch (scheme.kind) {
      case 'rsa':
        return crypto.rsaSign(scheme.padding, secret, scheme.hash, message, formOf(messageType))
      case 'ecdsa':
        return crypto.ecdsaSign(curveOf(key), secret, scheme.hash, message, formOf(messageType))
      case 'ed25519':
        return crypto.ed25519Sign(secret, message)
      case 'ed25519ph':
        return crypto.ed25519phSign(secret, await prehash(hsm, message))
      case 'ml-dsa':
        return crypto.mlDsaSign(setOf(key), secret, message, muOr(messageType), world.entropy.bytes(32))
    }
  })
}

/** For a request that requireSignable let through. A signature that has not even the right form is just not valid. */
export function verify(hsm: Hsm, signing: Signing, signature: Bytes): Promise<boolean> {
  const { key, algorithm, message, messageType } = signing
  const { crypto } = hsm
  const scheme = SCHEMES[algorithm] as Scheme
  const form = formOf(messageType)
  return withSoundKey(async () => {
    const spki = await publicKeyOf(hsm, key)
    switch (scheme.kind) {
      case 'rsa':
        return crypto.rsaVerify(scheme.padding, spki, scheme.hash, signature, message, form)
      case 'ecdsa':
        return crypto.ecdsaVerify(curveOf(key), spki, scheme.hash, signature, message, form)
      case 'ed25519':
        return crypto.ed25519Verify(spki, signature, message)
      case 'ed25519ph':
        return crypto.ed25519phVerify(spki, signature, await prehash(hsm, message))
      case 'ml-dsa':
        return crypto.mlDsaVerify(setOf(key), spki, signature, message, muOr(messageType))
    }
  })
}

/**
 * Ed25519ph hashes what it is given, also what is already a digest: with this algorithm KMS hashes once more (API
 * page of Sign). So the signature fits the digest as a message, not the message itself.
 */
const prehash = ({ crypto }: Hsm, message: Bytes) => crypto.digest('SHA-512', message)

const formOf = (type: MessageType): SignedForm => (type === 'DIGEST' ? 'digest' : 'message')
const muOr = (type: MessageType) => (type === 'EXTERNAL_MU' ? 'mu' : 'message')

function curveOf({ keySpec }: KeyRecord): Curve {
  const row = specRow(keySpec)
  if (row.family !== 'ecc' || row.curve === 'Ed25519')
    throw new TypeError(`${keySpec} does not sign with ECDSA`)
  return row.curve
}

function setOf({ keySpec }: KeyRecord): MlDsaSet {
  const row = specRow(keySpec)
  if (row.family !== 'ml-dsa') throw new TypeError(`${keySpec} is no ML-DSA key`)
  return row.set
}
