import { expect } from 'vitest'
import type { OpensslLab } from './openssl-lab.ts'
import { checkEcdhSecret, checkMac, checkRsaCiphertext, checkSignature } from './openssl-checks.ts'
import type { Wrapping } from './openssl-wrap.ts'

/** A key with imported material, and the bytes that openssl made or wrapped. */
export interface Imported {
  readonly KeyId: string
  readonly spec: string
  readonly material: Uint8Array
  readonly wrapping: Wrapping
}

export interface Combination extends Wrapping {
  readonly keySpec: string
}

export interface Kind {
  readonly usage: string
  readonly combinations: readonly Combination[]
  make(lab: OpensslLab, keySpec: string): Uint8Array | Promise<Uint8Array>
  /** Uses the imported key and has openssl, which holds the same material, agree */
  prove(lab: OpensslLab, imported: Imported): Promise<void>
}

const WRAPPING_KEYS = ['RSA_2048', 'RSA_3072', 'RSA_4096']
const OAEP = ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256']
const TWO_STEPS = ['RSA_AES_KEY_WRAP_SHA_1', 'RSA_AES_KEY_WRAP_SHA_256']

/** F-307, with the one exception of F-308; typed here from AWS's table, not taken from the engine. */
const combined = (keySpecs: readonly string[], algorithms: readonly string[]): Combination[] =>
  keySpecs
    .flatMap((keySpec) =>
      algorithms.flatMap((algorithm) => WRAPPING_KEYS.map((spec) => ({ keySpec, algorithm, spec }))),
    )
    .filter(
      ({ keySpec, algorithm, spec }) =>
        !(keySpec === 'ECC_NIST_P521' && OAEP.includes(algorithm) && spec === 'RSA_2048'),
    )

/** Bytes that each HMAC spec takes: from the length of its digest to 1024 bits (F-311). */
const HMAC_LEAST: Readonly<Record<string, number>> = {
  HMAC_224: 28,
  HMAC_256: 32,
  HMAC_384: 48,
  HMAC_512: 64,
}
const CURVES: Readonly<Record<string, string>> = {
  ECC_NIST_P256: 'P-256',
  ECC_NIST_P384: 'P-384',
  ECC_NIST_P521: 'P-521',
  ECC_SECG_P256K1: 'secp256k1',
}
const NIST = ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521']
const RSA = ['RSA_2048', 'RSA_3072', 'RSA_4096']

const rsaKey = (lab: OpensslLab, keySpec: string) => lab.rsaKey(Number(keySpec.slice('RSA_'.length)))
const ecKey = (lab: OpensslLab, keySpec: string) => lab.ecKey(CURVES[keySpec] as string)

/** Every kind of material that KMS takes, each with all pairs of algorithm and wrapping key that may carry it. */
export const kinds: Readonly<Record<string, Kind>> = {
  AES: {
    usage: 'ENCRYPT_DECRYPT',
    combinations: combined(['SYMMETRIC_DEFAULT'], OAEP),
    make: ({ dice }) => dice.bytes(32),
    prove: surviveDeletion,
  },
  HMAC: {
    usage: 'GENERATE_VERIFY_MAC',
    combinations: combined(Object.keys(HMAC_LEAST), OAEP),
    make: ({ dice }, keySpec) => dice.bytes(HMAC_LEAST[keySpec] as number, 128),
    prove: checkMac,
  },
  'ECC signing': {
    usage: 'SIGN_VERIFY',
    combinations: combined(Object.keys(CURVES), [...OAEP, ...TWO_STEPS]),
    make: ecKey,
    prove: checkSignature,
  },
  Ed25519: {
    usage: 'SIGN_VERIFY',
    combinations: combined(['ECC_NIST_EDWARDS25519'], [...OAEP, ...TWO_STEPS]),
    make: (lab) => lab.ed25519Key(),
    prove: checkSignature,
  },
  ECDH: {
    usage: 'KEY_AGREEMENT',
    combinations: combined(NIST, [...OAEP, ...TWO_STEPS]),
    make: ecKey,
    prove: checkEcdhSecret,
  },
  'RSA signing': {
    usage: 'SIGN_VERIFY',
    combinations: combined(RSA, TWO_STEPS),
    make: rsaKey,
    prove: checkSignature,
  },
  'RSA encryption': {
    usage: 'ENCRYPT_DECRYPT',
    combinations: combined(RSA, TWO_STEPS),
    make: rsaKey,
    prove: checkRsaCiphertext,
  },
}

/** KMS ciphertext opens in KMS alone, so here the proof is that the same bytes, wrapped anew, open it again. */
async function surviveDeletion(
  { account, dice, importWrapped }: OpensslLab,
  { KeyId, wrapping, material }: Imported,
): Promise<void> {
  const Plaintext = dice.bytes(1, 4096)
  const EncryptionContext = { trial: String(dice.below(1_000)) }
  const { CiphertextBlob } = await account.call('Encrypt', { KeyId, Plaintext, EncryptionContext })
  const decrypt = () => account.call('Decrypt', { CiphertextBlob, EncryptionContext })
  expect((await decrypt()).Plaintext).toEqual(Plaintext)
  await account.call('DeleteImportedKeyMaterial', { KeyId })
  await expect(decrypt()).rejects.toMatchObject({ code: 'KMSInvalidStateException' })
  await importWrapped(KeyId, wrapping, material)
  expect((await decrypt()).Plaintext).toEqual(Plaintext)
}
