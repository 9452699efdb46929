import { trailEvent, trailLength } from '../cloud/trail.ts'
import { keyByArn } from '../course/account-view.ts'
import type { Tables } from '../kms/tables.ts'
import { NAMES, type ProgressRow } from './rows.ts'

/** Names of the lab's keys that were there when it began, or came later, and that were deleted since. */
export function lostKeys({ firstEvent }: ProgressRow, tables: Tables): readonly string[] {
  const gone = Array.from(tables.rows<string>(NAMES)).filter(([, arn]) => !keyByArn(tables, arn))
  if (gone.length === 0) return []
  const deleted = new Set<string>()
  for (let number = firstEvent + 1; number <= trailLength(tables); number++) {
    const event = trailEvent(tables, number)
    if (event?.eventName === 'DeleteKey') for (const { ARN } of event.resources ?? []) deleted.add(ARN)
  }
  return gone.flatMap(([name, arn]) => (deleted.has(arn) ? [name] : []))
}

/** As a word of its own or in the name of one of its files */
export const speaksOf = (texts: readonly (string | undefined)[], key: string): boolean =>
  texts.some((text) => text !== undefined && new RegExp(`\\b${key}\\b`, 'i').test(text))
