import type { Bytes } from '../bytes/bytes.ts'
import { encodeHex } from '../bytes/hex.ts'
import { aesCbcDecrypt, aesCbcEncrypt } from './aes-cbc.ts'
import { closeWrapped } from './import-wrap.ts'
import type { CryptoProvider } from './provider.ts'
import { sha256 } from './sha256.ts'

/** What the learner's own computer does where the learner does not do it: in demonstrations, questions and plays. */
export interface OwnComputer {
  readonly crypto: CryptoProvider
  /** @param publicKey DER of the wrapping key @returns the material closed with RSAES-OAEP */
  wrap(publicKey: Bytes, material: Bytes, hash: 'SHA-1' | 'SHA-256'): Promise<Bytes>
  /** AES-256-CBC with an IV of zeros, padded */
  readonly local: {
    close(key: Bytes, plaintext: Bytes): Bytes
    open(key: Bytes, closed: Bytes): Bytes
  }
  /** @returns SHA-256 in hexadecimal */
  fingerprint(bytes: Bytes): Promise<string>
}

export function ownComputer(provider: CryptoProvider): OwnComputer {
  return {
    crypto: provider,
    wrap: (publicKey, material, hash) =>
      closeWrapped({
        provider,
        algorithm: hash === 'SHA-1' ? 'RSAES_OAEP_SHA_1' : 'RSAES_OAEP_SHA_256',
        publicKey,
        material,
        ephemeralKey: new Uint8Array(32),
      }),
    local: {
      close: (key, plaintext) => aesCbcEncrypt(key, new Uint8Array(16), plaintext),
      open: (key, closed) => aesCbcDecrypt(key, new Uint8Array(16), closed),
    },
    fingerprint: async (bytes) => encodeHex(sha256(bytes)),
  }
}
