import { encodeHex } from '../bytes/hex.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { sha256 } from '../crypto/sha256.ts'
import type { Change } from '../kms/tables.ts'
import { canonical } from './codec.ts'

/** SHA-256 over the canonical text, in lower-case hex. */
export const digest = (value: unknown): string => encodeHex(sha256(encodeUtf8(canonical(value))))

/** Rows are never changed in place, so the digest of a row object holds for as long as the object does. */
const known = new WeakMap<object, string>()

function rowDigest(row: unknown): string {
  if (typeof row !== 'object' || row === null) return digest(row)
  const before = known.get(row)
  if (before !== undefined) return before
  const fresh = digest(row)
  known.set(row, fresh)
  return fresh
}

/**
 * The state hash: SHA-256 over the digests of all rows, in order of table and key. The order in which rows
 * were put does not count: undoing a deletion puts a row back at the end.
 */
export function stateHash(rows: Change): string {
  const lines = rows
    .filter(([, , row]) => row !== null)
    .map(([table, key, row]) => `${JSON.stringify([table, key])} ${rowDigest(row)}`)
  return encodeHex(sha256(encodeUtf8(lines.sort().join('\n'))))
}
