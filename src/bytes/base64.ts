import type { Bytes } from './bytes.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const SEXTET = new Map([...ALPHABET].map((letter, value) => [letter.charCodeAt(0), value]))

/** RFC 4648, section 4: with padding, on one line. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const triple = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += ALPHABET.charAt(triple >>> 18) + ALPHABET.charAt((triple >>> 12) & 63)
    text += left > 1 ? ALPHABET.charAt((triple >>> 6) & 63) : '='
    text += left > 2 ? ALPHABET.charAt(triple & 63) : '='
  }
  return text
}

/**
 * The one spelling that encodeBase64 gives, and no other: so two texts never stand for the same bytes.
 *
 * @throws RangeError for whitespace, a foreign letter, missing padding, or spare bits that are not zero (RFC 4648, 3.5)
 */
export function decodeBase64(text: string): Bytes {
  if (text.length % 4 !== 0) throw new RangeError(`base64 comes in groups of 4 letters, got ${text.length}`)
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const out = new Uint8Array((text.length / 4) * 3 - padding)
  const letters = text.length - padding
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < letters; i++) {
    const sextet = SEXTET.get(text.charCodeAt(i))
    if (sextet === undefined) throw new RangeError(`not a base64 letter at ${i}`)
    held = ((held << 6) | sextet) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      out[at++] = held >>> bits
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0)
    throw new RangeError('spare bits of the last base64 letter are not zero')
  return out
}
