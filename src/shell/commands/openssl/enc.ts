import { decodeHex } from '../../../bytes/hex.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { aesCbcDecrypt, aesCbcEncrypt } from '../../../crypto/aes-cbc.ts'
import { aesKwpUnwrap, aesKwpWrap, aesKwUnwrap, aesKwWrap } from '../../../crypto/aes-kw.ts'
import { CryptoRefusal } from '../../../crypto/provider.ts'
import { readBase64, writeBase64 } from './base64-text.ts'
import type { Io, Subcommand } from './io.ts'
import { parseOptions, seeHelp, type Parsed } from './options.ts'

interface Cipher {
  readonly keyBytes: number
  readonly ivBytes: number
  /** The wrapping modes check themselves, and have one IV each that is simulated */
  readonly iv?: string
  encrypt(key: Bytes, iv: Bytes, plain: Bytes, padded: boolean): Bytes
  decrypt(key: Bytes, iv: Bytes, sealed: Bytes, padded: boolean): Bytes
}

const cbc = (keyBytes: number): Cipher => ({
  keyBytes,
  ivBytes: 16,
  encrypt: aesCbcEncrypt,
  decrypt: aesCbcDecrypt,
})
const kw = (keyBytes: number): Cipher => ({
  keyBytes,
  ivBytes: 8,
  iv: 'a6a6a6a6a6a6a6a6',
  encrypt: (key, _, plain) => aesKwWrap(key, plain),
  decrypt: (key, _, sealed) => aesKwUnwrap(key, sealed),
})
const kwp = (keyBytes: number): Cipher => ({
  keyBytes,
  ivBytes: 4,
  iv: 'a65959a6',
  encrypt: (key, _, plain) => aesKwpWrap(key, plain),
  decrypt: (key, _, sealed) => aesKwpUnwrap(key, sealed),
})

const CIPHERS: Readonly<Record<string, Cipher>> = {
  'aes-128-cbc': cbc(16), 'aes-192-cbc': cbc(24), 'aes-256-cbc': cbc(32), aes128: cbc(16), aes256: cbc(32),
  'id-aes128-wrap': kw(16), 'id-aes192-wrap': kw(24), 'id-aes256-wrap': kw(32),
  'aes128-wrap': kw(16), 'aes192-wrap': kw(24), 'aes256-wrap': kw(32),
  'id-aes128-wrap-pad': kwp(16), 'id-aes192-wrap-pad': kwp(24), 'id-aes256-wrap-pad': kwp(32),
  'aes128-wrap-pad': kwp(16), 'aes192-wrap-pad': kwp(24), 'aes256-wrap-pad': kwp(32),
} // biome-ignore format: one glance
const AEAD = /^(id-)?(aes-?\d+-(gcm|ccm|ocb|siv)|chacha20-poly1305)$/i
const NOT_HERE = /^(aes|aria|camellia|des|des3|chacha20|sm4|bf|cast|rc\d|seed|idea)([-\d].*)?$/i

/** https://docs.openssl.org/3.0/man1/openssl-enc/ and `openssl base64`. */
export const enc: Subcommand = async (io, args, name) => {
  let chosen: string | undefined
  const options = parseOptions(
    io,
    name,
    args,
    {
      in: 'text', out: 'text', e: 'flag', d: 'flag', a: 'flag', base64: 'flag', A: 'flag', K: 'text', iv: 'text',
      nopad: 'flag', p: 'flag', P: 'flag', pass: 'text', k: 'text', kfile: 'text', md: 'text', S: 'text', iter: 'text',
      pbkdf2: 'flag', salt: 'flag', nosalt: 'flag', none: 'flag', v: 'flag', bufsize: 'text', list: 'flag',
      ciphers: 'flag', help: 'flag',
    }, // biome-ignore format: one glance
    (word) => {
      chosen = word.toLowerCase()
      return true
    },
  )
  if (options.has('help')) {
    io.err(`Usage: ${name} [options]`)
    return 0
  }
  const cipher = chosen === undefined ? undefined : cipherOf(io, name, chosen)
  if (options.rest.length > 0) io.fail('Extra arguments given.', seeHelp(name))
  for (const each of ['pass', 'k', 'kfile', 'pbkdf2', 'S', 'iter', 'p', 'P', 'list', 'ciphers'])
    if (options.has(each) && (cipher || each === 'list')) io.fail(`${name}: -${each} is not simulated`)
  const text = name === 'base64' || options.has('a') || options.has('base64')
  const input = await io.read(options.text('in'))
  const opening = options.has('d')
  const before = text && opening ? readBase64(input, options.has('A')) : input
  const after = cipher ? run(io, cipher, chosen as string, options, before, opening) : before
  if (!after) return 1
  await io.write(
    options.text('out'),
    text && !opening ? encodeUtf8(writeBase64(after, options.has('A'))) : after,
  )
  return 0
}

function cipherOf(io: Io, name: string, chosen: string): Cipher {
  if (AEAD.test(chosen)) io.fail(`${name}: AEAD ciphers not supported`, seeHelp(name))
  const cipher = Object.hasOwn(CIPHERS, chosen) ? CIPHERS[chosen] : undefined
  if (cipher) return cipher
  if (NOT_HERE.test(chosen))
    return io.fail(`${name}: ${chosen} is not simulated; AES in CBC and key wrap are`)
  io.err(`${name}: Unknown cipher: ${chosen}`)
  io.err(seeHelp(name))
  io.queue(
    `0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:../crypto/evp/evp_fetch.c:386:Global default library context, Algorithm (${chosen} : 0), Properties (<null>)`,
  )
  return io.fail()
}

function run(
  io: Io,
  cipher: Cipher,
  chosen: string,
  options: Parsed,
  input: Bytes,
  opening: boolean,
): Bytes | undefined {
  const [typedKey, typedIv] = [options.text('K'), options.text('iv')]
  if (typedKey === undefined)
    return io.fail(`enc: a key made from a pass phrase is not simulated; give the key with -K for ${chosen}`)
  const iv = typedIv === undefined ? undefined : hexOf(io, typedIv, cipher.ivBytes, 'iv')
  if (!iv) return io.fail('iv undefined')
  const key = hexOf(io, typedKey, cipher.keyBytes, 'key')
  if (cipher.iv !== undefined && hex(iv) !== cipher.iv)
    return io.fail(`enc: for ${chosen} the IV ${cipher.iv.toUpperCase()} is simulated`)
  const padded = !options.has('nopad')
  try {
    return opening ? cipher.decrypt(key, iv, input, padded) : cipher.encrypt(key, iv, input, padded)
  } catch (error) {
    if (!(error instanceof CryptoRefusal)) throw error
    // Only the last block tells that the padding is wrong: what came before it is written by then.
    if (cipher.iv === undefined && opening && input.length % 16 === 0 && input.length > 16)
      io.out(cipher.decrypt(key, iv, input.slice(0, -16), false))
    for (const line of cipher.iv === undefined ? CBC_FAILS(opening) : wrapFails(opening)) {
      if (/^[0-9A-F]{8}:/.test(line)) io.queue(line)
      else io.err(line)
    }
    return undefined
  }
}

const CBC_FAILS = (opening: boolean): readonly string[] =>
  opening
    ? [
        'bad decrypt',
        '1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt:../providers/implementations/ciphers/ciphercommon_block.c:124:',
      ]
    : [
        'bad decrypt',
        '1C80006A:Provider routines:ossl_cipher_generic_block_final:wrong final block length:../providers/implementations/ciphers/ciphercommon.c:444:',
      ]
const wrapFails = (opening: boolean): readonly string[] =>
  opening
    ? [
        'error writing output file',
        '1C800066:Provider routines:aes_wrap_cipher_internal:cipher operation failed:../providers/implementations/ciphers/cipher_aes_wrp.c:211:',
        '030000BD:digital envelope routines:EVP_DecryptUpdate:update error:../crypto/evp/evp_enc.c:835:',
      ]
    : [
        'error writing output file',
        '1C8000E6:Provider routines:aes_wrap_cipher_internal:invalid input length:../providers/implementations/ciphers/cipher_aes_wrp.c:187:',
        '030000BD:digital envelope routines:EVP_EncryptUpdate:update error:../crypto/evp/evp_enc.c:688:',
      ]

const hex = (bytes: Bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Hexadecimal digits of exactly so many bytes; too few are filled with zeros, too many are cut, both with a word. */
function hexOf(io: Io, text: string, bytes: number, what: 'key' | 'iv'): Bytes {
  if (text.length < 2 * bytes) io.err('hex string is too short, padding with zero bytes to length')
  if (text.length > 2 * bytes) io.err('hex string is too long, ignoring excess')
  const digits = text.slice(0, 2 * bytes).toLowerCase()
  if (!/^[0-9a-f]*$/.test(digits)) io.fail('non-hex digit', `invalid hex ${what} value`)
  return decodeHex(digits.padEnd(2 * bytes, '0'))
}
