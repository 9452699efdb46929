import type { Bytes } from './bytes.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Up to so many characters a loop of ours is faster than a call of the platform. */
const SHORT = 64

export function encodeUtf8(text: string): Bytes {
  if (text.length > SHORT) return encoder.encode(text)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f) return encoder.encode(text)
    bytes[i] = unit
  }
  return bytes
}

/**
 * A byte order mark stays in the text, so that decoding and encoding again gives the same bytes.
 *
 * @throws RangeError when the bytes are not UTF-8: never a replacement character
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new RangeError('not UTF-8')
  }
}
