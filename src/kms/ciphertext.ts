import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { decodeHex, encodeHex } from '../bytes/hex.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'

/** What a ciphertext blob says in clear about itself. */
export interface CiphertextHeader {
  readonly accountId: string
  /** The Regions it belongs to; empty for a multi-Region key, whose related keys share it */
  readonly regions: readonly string[]
  readonly keyId: string
  readonly materialId: string
}

export interface Ciphertext {
  readonly header: CiphertextHeader
  readonly iv: Bytes
  readonly sealed: Bytes
  /** The header's own bytes: they are authenticated with the data */
  readonly headerBytes: Bytes
}

/**
 * Our own format, version 1. AWS's is not published (F-903); the label says so to whoever looks at the bytes.
 *
 *     "SIMULATED-KMS" 01 | fields, each with a 2-byte length: account, Regions, key ID | material ID (32) | IV (12) | sealed
 */
const LABEL = concatBytes(encodeUtf8('SIMULATED-KMS'), Uint8Array.of(1))
const MATERIAL_ID_BYTES = 32
const IV_BYTES = 12

export function packHeader({ accountId, regions, keyId, materialId }: CiphertextHeader): Bytes {
  return concatBytes(LABEL, field(accountId), field(regions.join(' ')), field(keyId), decodeHex(materialId))
}

export const packCiphertext = (headerBytes: Bytes, iv: Bytes, sealed: Bytes): Bytes =>
  concatBytes(headerBytes, iv, sealed)

/** @returns undefined for anything that is not ours, or cut */
export function readCiphertext(blob: Bytes): Ciphertext | undefined {
  if (LABEL.some((byte, i) => blob[i] !== byte)) return undefined
  let at = LABEL.length
  const texts: string[] = []
  try {
    for (let i = 0; i < 3; i++) {
      const length = ((blob[at] ?? 0xff) << 8) | (blob[at + 1] ?? 0xff)
      if (at + 2 + length > blob.length) return undefined
      texts.push(decodeUtf8(blob.slice(at + 2, at + 2 + length)))
      at += 2 + length
    }
  } catch {
    return undefined
  }
  const end = at + MATERIAL_ID_BYTES
  if (blob.length < end + IV_BYTES) return undefined
  const [accountId = '', regions = '', keyId = ''] = texts
  return {
    header: {
      accountId,
      regions: regions === '' ? [] : regions.split(' '),
      keyId,
      materialId: encodeHex(blob.slice(at, end)),
    },
    headerBytes: blob.slice(0, end),
    iv: blob.slice(end, end + IV_BYTES),
    sealed: blob.slice(end + IV_BYTES),
  }
}

/**
 * What GCM authenticates beside the plaintext: the header and the encryption context. Names are sorted and every
 * text carries its length, so that no two contexts give the same bytes.
 */
export function additionalData(headerBytes: Bytes, context: Readonly<Record<string, string>> = {}): Bytes {
  const names = Object.keys(context)
  if (names.length === 0) return headerBytes
  const texts: Bytes[] = []
  for (const name of names.sort(byCodeUnit)) texts.push(encodeUtf8(name), encodeUtf8(context[name] as string))
  let length = headerBytes.length
  for (const text of texts) length += 4 + text.length

  const out = new Uint8Array(length)
  out.set(headerBytes)
  let at = headerBytes.length
  for (const text of texts) {
    out[at] = text.length >>> 24
    out[at + 1] = text.length >>> 16
    out[at + 2] = text.length >>> 8
    out[at + 3] = text.length
    out.set(text, at + 4)
    at += 4 + text.length
  }
  return out
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function field(text: string): Bytes {
  const bytes = encodeUtf8(text)
  return concatBytes(Uint8Array.of(bytes.length >> 8, bytes.length & 0xff), bytes)
}
