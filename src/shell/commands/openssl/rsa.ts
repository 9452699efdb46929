import { concatBytes, equalBytes, type Bytes } from '../../../bytes/bytes.ts'
import { fromBigInt, toBigInt } from '../../../bytes/der-value.ts'
import { readSpki } from '../../../bytes/spki.ts'
import { mgf1 } from '../../../crypto/rsa-encoding.ts'
import { modPower } from '../../../crypto/mod-power.ts'
import { digestLength, nobleDigest } from '../../../crypto/noble-hash.ts'
import { openRsaPrivate, privatePower } from '../../../crypto/rsa-private.ts'
import type { Hash } from '../../../crypto/provider.ts'

export type Padding =
  | { readonly mode: 'pkcs1' }
  | { readonly mode: 'none' }
  | { readonly mode: 'oaep'; readonly hash: Hash; readonly mask: Hash }

/** Why bytes do not fit, in the words of OpenSSL's error queue. */
export class RsaFault extends Error {
  override readonly name = 'RsaFault'
  readonly queue: readonly string[]

  constructor(...queue: readonly string[]) {
    super(queue[0])
    this.queue = queue
  }
}

export function rsaEncrypt(
  spki: Bytes,
  padding: Padding,
  plain: Bytes,
  random: (length: number) => Bytes,
): Bytes {
  const key = readSpki(spki)
  if (key.kind !== 'rsa') throw new RangeError('not an RSA key')
  const length = Math.ceil(key.modulusBits / 8)
  const encoded = encode(padding, plain, length, random)
  const value = toBigInt(encoded)
  if (value >= key.modulus)
    throw new RsaFault(
      '02000084:rsa routines:rsa_ossl_public_encrypt:data too large for modulus:../crypto/rsa/rsa_ossl.c:143:',
    )
  return fromBigInt(modPower(value, key.exponent, key.modulus), length)
}

export function rsaDecrypt(pkcs8: Bytes, padding: Padding, sealed: Bytes): Bytes {
  const { numbers, length } = openRsaPrivate(pkcs8)
  if (sealed.length > length)
    throw new RsaFault(
      '0200006C:rsa routines:rsa_ossl_private_decrypt:data greater than mod len:../crypto/rsa/rsa_ossl.c:403:',
      '1C8000A2:Provider routines:rsa_decrypt:failed to decrypt:../providers/implementations/asymciphers/rsa_enc.c:252:',
    )
  const value = toBigInt(sealed)
  if (value >= numbers.modulus)
    throw new RsaFault(
      '02000084:rsa routines:rsa_ossl_private_decrypt:data too large for modulus:../crypto/rsa/rsa_ossl.c:415:',
    )
  const encoded = fromBigInt(privatePower(value, numbers), length)
  return decode(padding, encoded)
}

function encode(padding: Padding, plain: Bytes, length: number, random: (length: number) => Bytes): Bytes {
  switch (padding.mode) {
    case 'none':
      if (plain.length !== length) throw wrongSize(plain.length > length)
      return plain
    case 'pkcs1': {
      if (plain.length > length - 11) throw tooLarge('PKCS1_type_2_ex', 'rsa_pk1.c:129')
      return concatBytes(
        Uint8Array.of(0, 2),
        nonZero(length - plain.length - 3, random),
        Uint8Array.of(0),
        plain,
      )
    }
    case 'oaep': {
      const size = digestLength(padding.hash)
      if (plain.length > length - 2 * size - 2) throw tooLarge('PKCS1_OAEP_mgf1_ex', 'rsa_oaep.c:87')
      const zeros = new Uint8Array(length - plain.length - 2 * size - 2)
      const block = concatBytes(nobleDigest(padding.hash, new Uint8Array()), zeros, Uint8Array.of(1), plain)
      const seed = random(size)
      const masked = exclusiveOr(block, mgf1(padding.mask, seed, block.length))
      return concatBytes(Uint8Array.of(0), exclusiveOr(seed, mgf1(padding.mask, masked, size)), masked)
    }
  }
}

function decode(padding: Padding, encoded: Bytes): Bytes {
  switch (padding.mode) {
    case 'none':
      return encoded
    case 'pkcs1': {
      const end = encoded.indexOf(0, 2)
      if (encoded[0] !== 0 || encoded[1] !== 2 || end < 10)
        throw new RsaFault(
          '0200009F:rsa routines:RSA_padding_check_PKCS1_type_2:pkcs decoding error:../crypto/rsa/rsa_pk1.c:269:',
          '02000072:rsa routines:rsa_ossl_private_decrypt:padding check failed:../crypto/rsa/rsa_ossl.c:491:',
        )
      return encoded.slice(end + 1)
    }
    case 'oaep': {
      const size = digestLength(padding.hash)
      const masked = encoded.slice(1 + size)
      const seed = exclusiveOr(encoded.slice(1, 1 + size), mgf1(padding.mask, masked, size))
      const block = exclusiveOr(masked, mgf1(padding.mask, seed, masked.length))
      const one = block.findIndex((byte, i) => i >= size && byte !== 0)
      const fits =
        encoded[0] === 0 &&
        block[one] === 1 &&
        equalBytes(block.subarray(0, size), nobleDigest(padding.hash, new Uint8Array()))
      if (!fits)
        throw new RsaFault(
          '02000079:rsa routines:RSA_padding_check_PKCS1_OAEP_mgf1:oaep decoding error:../crypto/rsa/rsa_oaep.c:314:',
        )
      return block.slice(one + 1)
    }
  }
}

const tooLarge = (routine: string, at: string) =>
  new RsaFault(
    `0200006E:rsa routines:ossl_rsa_padding_add_${routine}:data too large for key size:../crypto/rsa/${at}:`,
  )
const wrongSize = (large: boolean) =>
  large
    ? new RsaFault(
        '0200006E:rsa routines:RSA_padding_add_none:data too large for key size:../crypto/rsa/rsa_none.c:20:',
      )
    : new RsaFault(
        '0200007A:rsa routines:RSA_padding_add_none:data too small for key size:../crypto/rsa/rsa_none.c:25:',
      )

/** Bytes of PKCS#1 v1.5's filler must not be 0: those are drawn again. */
function nonZero(length: number, random: (length: number) => Bytes): Bytes {
  const filler = random(length)
  for (let i = 0; i < length; i++) while (filler[i] === 0) filler[i] = random(1)[0] as number
  return filler
}

const exclusiveOr = (bytes: Bytes, mask: Bytes): Bytes => bytes.map((byte, i) => byte ^ (mask[i] as number))
