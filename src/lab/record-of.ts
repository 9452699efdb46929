import { trailEvent, trailLength } from '../cloud/trail.ts'
import type { Tables } from '../kms/tables.ts'

/** The number of the audit record of a request; 1 is the oldest. */
export function recordOf(tables: Tables, requestId: string | undefined): number | undefined {
  for (let number = trailLength(tables); number > 0; number--)
    if (trailEvent(tables, number)?.requestID === requestId) return number
  return undefined
}
