import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { owned, type Bytes } from '../bytes/bytes.ts'

/** At once, where a caller cannot wait for a provider: identifiers, not bulk data. */
export function sha256(bytes: Uint8Array): Bytes {
  return owned(nobleSha256(bytes))
}
