import type { Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { recogniseFile } from '../../bytes/what-file.ts'
import { readCiphertext } from '../../kms/ciphertext.ts'
import { fingerprint } from '../../lab/fingerprint.ts'
import { teethOf, type Teeth } from '../glyphs/teeth.ts'
import type { words } from '../words.ts'

export type FileKind = keyof typeof words.scene.kinds

/** What World draws of a file. */
export interface FileLook {
  readonly kind: FileKind
  readonly size: number
  /** First 8 hex digits of its SHA-256 */
  readonly fingerprint: string
  readonly teeth: Teeth
  /** For a ciphertext: the key that closed it */
  readonly keyId?: string
}

const TOKEN_LABEL = 'SIMULATED-KMS-IMPORT-TOKEN'
const MODULUS_BYTES = [256, 384, 512]
/** RSA_AES_KEY_WRAP adds the material, wrapped: at least 24 bytes. */
const LONGEST_INNER = 4096

const known = new WeakMap<Bytes, FileLook>()

/** Looks at the bytes once: rows of files are never changed in place. */
export function fileLook(bytes: Bytes): FileLook {
  const before = known.get(bytes)
  if (before) return before
  const digest = fingerprint(bytes)
  const keyId = readCiphertext(bytes)?.header.keyId
  const look: FileLook = {
    kind: fileKind(bytes),
    size: bytes.length,
    fingerprint: encodeHex(digest.slice(0, 4)),
    teeth: teethOf(digest),
    ...(keyId === undefined ? {} : { keyId }),
  }
  known.set(bytes, look)
  return look
}

export function fileKind(bytes: Bytes): FileKind {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, TOKEN_LABEL)) return 'token'
  if (readCiphertext(bytes)) return 'ciphertext'
  switch (recogniseFile(bytes).is) {
    case 'der-spki':
      return 'public-key'
    case 'der-pkcs8':
      return 'private-key'
    case 'text':
    case 'pem':
    case 'base64-text':
    case 'hex-text':
    case 'utf16-text':
      return 'text'
    case 'binary':
    case 'der-other':
      return rawKind(bytes.length)
    default:
      return 'binary'
  }
}

/** Random bytes carry no label: only their length speaks, and of 32 bytes it says most. */
function rawKind(length: number): FileKind {
  if (length === 32) return 'material'
  const isWrapped = MODULUS_BYTES.some(
    (n) => length === n || (length >= n + 24 && length <= n + LONGEST_INNER && length % 8 === 0),
  )
  return isWrapped ? 'wrapped' : 'binary'
}

function startsWith(bytes: Bytes, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false
  return true
}
