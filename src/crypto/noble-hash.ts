import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import type { Hash } from './provider.ts'

const HASHES = { 'SHA-1': sha1, 'SHA-224': sha224, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 }

export function nobleDigest(hash: Hash, data: Uint8Array): Bytes {
  return owned(HASHES[hash](data))
}

export function nobleHmac(hash: Hash, key: Uint8Array, data: Uint8Array): Bytes {
  return owned(hmac(HASHES[hash], key, data))
}

/** Bytes of one digest. */
export function digestLength(hash: Hash): number {
  return HASHES[hash].outputLen
}
