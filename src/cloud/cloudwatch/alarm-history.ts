import type { Draft } from '../../kms/tables.ts'
import { alarmHistoryTable, type AlarmHistoryRow, type AlarmRow } from './alarm.ts'

/** CloudWatch keeps 30 days of it; here its length has an end too. */
const MOST = 500

export function noteHistory(
  draft: Draft,
  { name, accountId, region }: Pick<AlarmRow, 'name' | 'accountId' | 'region'>,
  entry: Omit<AlarmHistoryRow, 'alarmName'>,
): void {
  const table = alarmHistoryTable(accountId, region)
  const numbers = Array.from(draft.rows(table), ([number]) => Number(number))
  if (numbers.length >= MOST) draft.remove(table, String(Math.min(...numbers)))
  const row: AlarmHistoryRow = { alarmName: name, ...entry }
  draft.put(table, String(Math.max(0, ...numbers) + 1), row)
}
