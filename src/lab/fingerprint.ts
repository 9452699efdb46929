import type { Bytes } from '../bytes/bytes.ts'
import { sha256 } from '../crypto/sha256.ts'

/** SHA-256 of a file of the learner's, for screens that show how it is recognised. */
export const fingerprint = (bytes: Bytes): Bytes => sha256(bytes)
