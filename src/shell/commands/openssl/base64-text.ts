import { decodeBase64, encodeBase64 } from '../../../bytes/base64.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { base64Lines } from './rand.ts'

export const writeBase64 = (bytes: Bytes, oneLine: boolean): string =>
  oneLine ? encodeBase64(bytes) : base64Lines(bytes)

/**
 * Text as OpenSSL's base64 filter reads it: only lines that end, and nothing at all from a line with another character
 * in it. With `oneLine` (-A) one line, which need not end; a second line makes all of it nothing.
 */
export function readBase64(bytes: Bytes, oneLine: boolean): Bytes {
  const text = latin1(bytes)
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  if (oneLine) {
    if (lines.length > 1 || (lines.length === 1 && last !== '')) return new Uint8Array()
    return decoded(lines[0] ?? last)
  }
  const good = lines
    .map((line) => line.replace(/[ \t\r]/g, ''))
    .filter((line) => /^[A-Za-z0-9+/]*=*$/.test(line))
  return decoded(good.join(''))
}

/** Whole groups of four; what is left over is dropped, and so is everything after the padding. */
function decoded(text: string): Bytes {
  const end = /=+/.exec(text)
  const body = end ? text.slice(0, end.index + end[0].length) : text
  const whole = body.slice(0, body.length - (body.length % 4))
  try {
    return decodeBase64(whole)
  } catch {
    return new Uint8Array()
  }
}

/** One character for each byte; in parts, because a call takes only so many arguments. */
export function latin1(bytes: Bytes): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return text
}
