import { recogniseFile } from '../../bytes/what-file.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { fileKind } from '../world/file-kind.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

/** Looking at more would cost time and tell nothing more. */
const LARGEST_LOOKED_AT = 1_000_000

/** In a few words what a file seems to be; text forms say how many bytes they stand for. */
export function looksLike(bytes: Bytes): string {
  if (bytes.length > LARGEST_LOOKED_AT) return words.looks.binary
  const kind = fileKind(bytes)
  if (kind === 'token' || kind === 'ciphertext') return words.looksLike[kind]
  const found = recogniseFile(bytes)
  switch (found.is) {
    case 'pem':
      return words.looksLike.pem(visibleText(found.label))
    case 'base64-text':
    case 'hex-text':
      return words.looksLike.standsFor(words.looks[found.is], found.decoded.length)
    default:
      return words.looks[found.is]
  }
}
