import type { Bytes } from './bytes.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const encodeUtf8 = (text: string): Bytes => encoder.encode(text)

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
