import type { Bytes } from './bytes.ts'

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower case, two digits a byte, nothing between. */
export function encodeHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += PAIRS[byte]
  return text
}

/**
 * Upper and lower case are both read.
 *
 * @throws RangeError for an odd number of digits or anything that is no hex digit
 */
export function decodeHex(text: string): Bytes {
  if (text.length % 2 !== 0) throw new RangeError(`hex needs two digits a byte, got ${text.length} digits`)
  if (/[^0-9a-fA-F]/.test(text)) throw new RangeError('not a hex digit')
  const out = new Uint8Array(text.length / 2)
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)
  return out
}
