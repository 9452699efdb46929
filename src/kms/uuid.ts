import { encodeHex } from '../bytes/hex.ts'
import type { Entropy } from '../world/entropy.ts'

/** A version 4 UUID (RFC 9562, section 5.4). */
export function uuid(entropy: Entropy): string {
  const bytes = entropy.bytes(16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = encodeHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
