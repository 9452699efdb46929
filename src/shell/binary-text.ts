import type { Bytes } from '../bytes/bytes.ts'

/** The library's form of bytes: a string with one character, 0 to 255, a byte. */
export function binaryOfBytes(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  return parts.join('')
}

/** @throws RangeError for a character that is no byte */
export function bytesOfBinary(text: string): Bytes {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 255) throw new RangeError('not a byte')
    bytes[at] = code
  }
  return bytes
}
