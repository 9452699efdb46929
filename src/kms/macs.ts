import type { Bytes } from '../bytes/bytes.ts'
import { requireAlgorithm } from './algorithms.ts'
import { secretOf, type Hsm } from './hsm-keys.ts'
import type { KeyRecord } from './key.ts'
import { specRow } from './key-spec.ts'
import { requireUsage } from './symmetric.ts'

/** F-622, F-623. */
export function requireMacKey(key: KeyRecord, algorithm: string, operation: string): void {
  requireUsage(key, 'GENERATE_VERIFY_MAC', operation)
  requireAlgorithm(key, algorithm)
}

/** HMAC (RFC 2104) with the hash that the key spec names. */
export function macOf(hsm: Hsm, key: KeyRecord, message: Bytes): Promise<Bytes> {
  const row = specRow(key.keySpec)
  if (row.family !== 'hmac') throw new TypeError(`${key.keySpec} makes no MACs`)
  return hsm.crypto.hmac(row.hash, secretOf(hsm, key), message)
}
