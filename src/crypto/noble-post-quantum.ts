import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'
import { ml_kem1024, ml_kem512, ml_kem768 } from '@noble/post-quantum/ml-kem.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { writePostQuantumSpki } from '../bytes/spki.ts'
import { publicKeyOf } from './key-info.ts'
import type { PostQuantum } from './post-quantum.ts'
import { CryptoRefusal, type MlDsaSet, type MlKemSet } from './provider.ts'
import { refuseOnError } from './refuse.ts'
import { requireSeed } from './seed-length.ts'

const ML_DSA = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 }
const ML_KEM = { 'ML-KEM-512': ml_kem512, 'ML-KEM-768': ml_kem768, 'ML-KEM-1024': ml_kem1024 }

/** ML-DSA (FIPS 204) and ML-KEM (FIPS 203). Each call expands the seed anew: kept keys are as small as can be. */
export const noblePostQuantum: PostQuantum = {
  mlDsaPublic: async (set, seed) => writePostQuantumSpki(set, owned(dsaKeys(set, seed).publicKey)),

  async mlDsaSign(set, seed, message, form, random) {
    const { secretKey } = dsaKeys(set, seed)
    requireLength('randomness', random, 32)
    const hedge = { extraEntropy: random }
    if (form === 'message') return owned(ML_DSA[set].sign(message, secretKey, hedge))
    requireLength('mu', message, 64)
    return owned(ML_DSA[set].internal.sign(message, secretKey, { ...hedge, externalMu: true }))
  },

  async mlDsaVerify(set, spki, signature, message, form) {
    const publicKey = publicKeyIn(set, spki)
    if (form === 'message') return ML_DSA[set].verify(signature, message, publicKey)
    requireLength('mu', message, 64)
    return ML_DSA[set].internal.verify(signature, message, publicKey, { externalMu: true })
  },

  mlKemPublic: async (set, seed) => writePostQuantumSpki(set, owned(kemKeys(set, seed).publicKey)),

  async mlKemEncapsulate(set, spki, random) {
    const publicKey = publicKeyIn(set, spki)
    requireLength('randomness', random, 32)
    const { sharedSecret, cipherText } = refuseOnError('not a public key of this set', () =>
      ML_KEM[set].encapsulate(publicKey, random),
    )
    return { secret: owned(sharedSecret), ciphertext: owned(cipherText) }
  },

  async mlKemDecapsulate(set, seed, ciphertext) {
    const { secretKey } = kemKeys(set, seed)
    requireLength('the ciphertext', ciphertext, ML_KEM[set].lengths.cipherText as number)
    return owned(ML_KEM[set].decapsulate(ciphertext, secretKey))
  },
}

function dsaKeys(set: MlDsaSet, seed: Bytes) {
  requireSeed(set, seed)
  return ML_DSA[set].keygen(seed)
}

function kemKeys(set: MlKemSet, seed: Bytes) {
  requireSeed(set, seed)
  return ML_KEM[set].keygen(seed)
}

function publicKeyIn(set: MlDsaSet | MlKemSet, spki: Bytes): Bytes {
  const info = publicKeyOf('post-quantum', spki)
  if (info.set !== set) throw new CryptoRefusal(`a ${set} public key expected, found ${info.set}`)
  return info.publicKey
}

function requireLength(what: string, bytes: Bytes, length: number): void {
  if (bytes.length !== length)
    throw new CryptoRefusal(`${what}: ${length} bytes expected, got ${bytes.length}`)
}
