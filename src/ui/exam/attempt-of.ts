import { encodeHex } from '../../bytes/hex.ts'
import type { Bytes } from '../../bytes/bytes.ts'

/** A name that no other block has, and a seed of its own. @param random at least 12 bytes */
export const attemptOf = (random: Bytes) => ({
  attempt: encodeHex(random.subarray(0, 8)),
  seed: new DataView(random.buffer, random.byteOffset).getUint32(8),
})
