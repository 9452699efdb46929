import { owned, type Bytes } from './bytes.ts'

export function encodeUtf8(text: string): Bytes {
  return owned(new TextEncoder().encode(text))
}

/**
 * A byte order mark stays in the text, so that decoding and encoding again gives the same bytes.
 *
 * @throws RangeError when the bytes are not UTF-8: never a replacement character
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new RangeError('not UTF-8')
  }
}
