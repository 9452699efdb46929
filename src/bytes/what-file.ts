import { decodeBase64 } from './base64.ts'
import type { Bytes } from './bytes.ts'
import { decodeHex } from './hex.ts'
import { keyFileForm } from './key-file-form.ts'
import { decodePem } from './pem.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

/** What a file most likely is; `decoded` are the bytes a text form stands for. */
export type Recognised =
  | { readonly is: 'empty' | 'der-spki' | 'der-pkcs8' | 'der-other' | 'zip' | 'text' | 'binary' }
  | { readonly is: 'pem'; readonly label: string; readonly decoded: Bytes }
  | { readonly is: 'base64-text' | 'hex-text'; readonly decoded: Bytes }
  /** The same text in UTF-8, so that it can be recognised once more. */
  | { readonly is: 'utf16-text'; readonly decoded: Bytes }

/** Shorter texts are words as likely as they are encodings. */
const SHORTEST_ENCODED_TEXT = 16

/**
 * A guess, for explaining: a file of 32 random bytes can be anything. Text forms are tried before DER,
 * hex before base64, since every even run of hex digits in fours is base64 too.
 */
export function recogniseFile(bytes: Bytes): Recognised {
  if (bytes.length === 0) return { is: 'empty' }
  const utf16 = fromUtf16(bytes)
  if (utf16 !== undefined) return { is: 'utf16-text', decoded: encodeUtf8(utf16) }
  const text = printable(bytes)
  return text === undefined ? recogniseBinary(bytes) : recogniseText(text)
}

function recogniseText(text: string): Recognised {
  const pem = attempt(() => decodePem(text))?.[0]
  if (pem) return { is: 'pem', label: pem.label, decoded: pem.der }
  const letters = text.replace(/\s/g, '')
  if (letters.length < SHORTEST_ENCODED_TEXT) return { is: 'text' }
  const hex = attempt(() => decodeHex(letters.replace(/^0x/i, '')))
  if (hex) return { is: 'hex-text', decoded: hex }
  const base64 = attempt(() => decodeBase64(letters))
  return base64 ? { is: 'base64-text', decoded: base64 } : { is: 'text' }
}

function recogniseBinary(bytes: Bytes): Recognised {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return { is: 'zip' }
  switch (keyFileForm(bytes)) {
    case 'spki':
      return { is: 'der-spki' }
    case 'pkcs8':
      return { is: 'der-pkcs8' }
    case 'not-der':
      return { is: 'binary' }
    case 'other-der':
      // Two random bytes can announce the length of a file by chance; a SEQUENCE as outer shell is rarer.
      return { is: bytes[0] === 0x30 ? 'der-other' : 'binary' }
    default:
      return { is: 'der-other' }
  }
}

/** With a byte order mark, or ASCII with every second byte zero: what a Windows redirection writes. */
function fromUtf16(bytes: Bytes): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const bigEndian = marked ? bytes[0] === 0xfe : bytes[0] === 0
  let text = ''
  for (let i = marked ? 2 : 0; i < bytes.length; i += 2) {
    const [low, high] = bigEndian ? [bytes[i + 1], bytes[i]] : [bytes[i], bytes[i + 1]]
    if (high !== 0) return undefined
    text += String.fromCharCode(low as number)
  }
  return printable(encodeUtf8(text)) === undefined ? undefined : text
}

function printable(bytes: Bytes): string | undefined {
  return bytes.some(isControl) ? undefined : attempt(() => decodeUtf8(bytes))
}

/** All but tab, line ends and form feed. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32) || byte === 127
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
