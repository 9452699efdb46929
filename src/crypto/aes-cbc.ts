import { cbc } from '@noble/ciphers/aes.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { refuseOnError } from './refuse.ts'

/** AES-CBC with PKCS#7 padding (NIST SP 800-38A, 6.2; RFC 5652, 6.3). @param padded false: whole blocks only */
export const aesCbcEncrypt = (key: Bytes, iv: Bytes, plain: Bytes, padded = true): Bytes =>
  refuseOnError('AES-CBC cannot encrypt this', () =>
    owned(cbc(key, iv, { disablePadding: !padded }).encrypt(plain)),
  )

/** @throws CryptoRefusal for a wrong padding or length */
export const aesCbcDecrypt = (key: Bytes, iv: Bytes, sealed: Bytes, padded = true): Bytes =>
  refuseOnError('AES-CBC does not open this', () =>
    owned(cbc(key, iv, { disablePadding: !padded }).decrypt(sealed)),
  )
