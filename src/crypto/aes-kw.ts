import { aeskw, aeskwp } from '@noble/ciphers/aes.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { refuseOnError } from './refuse.ts'

/** RFC 3394 with its default initial value. @param plain a multiple of 8 bytes, 16 or more. @throws CryptoRefusal */
export function aesKwWrap(kek: Bytes, plain: Bytes): Bytes {
  return refuseOnError('AES-KW cannot wrap this', () => owned(aeskw(kek).encrypt(plain)))
}

/** @throws CryptoRefusal when key, length or check value do not fit */
export function aesKwUnwrap(kek: Bytes, wrapped: Bytes): Bytes {
  return refuseOnError('AES-KW does not open', () => owned(aeskw(kek).decrypt(wrapped)))
}

/** RFC 5649: key wrap with padding, for any length from 1 byte. @throws CryptoRefusal */
export function aesKwpWrap(kek: Bytes, plain: Bytes): Bytes {
  return refuseOnError('AES-KWP cannot wrap this', () => owned(aeskwp(kek).encrypt(plain)))
}

/** @throws CryptoRefusal when key, length, check value or padding do not fit */
export function aesKwpUnwrap(kek: Bytes, wrapped: Bytes): Bytes {
  return refuseOnError('AES-KWP does not open', () => owned(aeskwp(kek).decrypt(wrapped)))
}
