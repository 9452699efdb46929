import { earliestValidTo, type KeyRecord } from '../../kms/key.ts'
import type { Change, TableReader } from '../../kms/tables.ts'
import type { Instant } from '../../world/clock.ts'

/**
 * What SecondsUntilKeyMaterialExpiration counts to (F-715), as it was at every moment: the value is a straight line
 * from a change of the date to the next, so the dates are enough to give every data point there ever was.
 */
export interface ExpirationRow {
  readonly keyId: string
  /** Oldest first; a span ends where the next begins, or when its date comes */
  readonly spans: readonly Span[]
}

export interface Span {
  readonly from: Instant
  /** null: nothing that expires is there, and nothing is published */
  readonly validTo: Instant | null
}

export const EXPIRATIONS = 'expirations/'
export const expirationTable = (accountId: string, region: string) => `${EXPIRATIONS}${accountId}/${region}`

/** Custodians who import every day for half a year have their history; older dates are forgotten. */
export const MOST_SPANS = 200

/** What to note beside a change of keys, at the instant at which it happens. */
export function expirationChanges(reader: TableReader, change: Change, at: Instant): Change {
  const noted: (readonly [string, string, ExpirationRow])[] = []
  for (const [table, keyId, row] of change) {
    if (!table.startsWith('keys/')) continue
    const key = row as KeyRecord | null
    if (key && key.origin !== 'EXTERNAL') continue
    const [, accountId = '', region = ''] = table.split('/')
    const own = expirationTable(accountId, region)
    const known = reader.get<ExpirationRow>(own, keyId)
    const validTo = (key && earliestValidTo(key)) ?? null
    if (validTo === (known?.spans.at(-1)?.validTo ?? null)) continue
    const spans = [...(known?.spans ?? []), { from: at, validTo }].slice(-MOST_SPANS)
    noted.push([own, keyId, { keyId, spans }])
  }
  return noted
}
