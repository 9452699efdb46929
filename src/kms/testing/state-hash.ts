import { encodeHex } from '../../bytes/hex.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { sha256 } from '../../crypto/sha256.ts'
import type { Tables } from '../tables.ts'

/** SHA-256 of all state: tables and rows in the order of their names, members too, bytes as hex. */
export function stateHash(tables: Tables): string {
  const rows = tables.dump().map(([table, key, row]) => `${table}\n${key}\n${canonical(row)}`)
  return encodeHex(sha256(encodeUtf8(rows.sort().join('\n'))))
}

function canonical(value: unknown): string {
  if (value instanceof Uint8Array) return `hex(${encodeHex(value)})`
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    .join(',')}}`
}
