import type { Put, TableReader } from '../kms/tables.ts'
import { HISTORY } from './rows.ts'
import type { Session } from './session.ts'

const MAX_LINES = 1_000
/** A pasted script is no line to come back to. */
const LONGEST = 4_000

export const historyLines = (reader: TableReader): string[] =>
  Array.from(reader.rows<string>(HISTORY))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, line]) => line)

/**
 * Keeps a line as bash does on most machines (HISTCONTROL=ignoreboth): not one that begins with a space, not the same
 * one twice in a row.
 */
export async function keepLine(session: Session, line: string): Promise<void> {
  const kept = line.trimEnd()
  if (kept === '' || kept.startsWith(' ') || kept.length > LONGEST) return
  await session.act({ action: () => ({ kind: 'typed' }), strict: false }, () => {
    const { tables } = session
    const numbers = Array.from(tables.rows<string>(HISTORY), ([number]) => Number(number))
    const last = Math.max(0, ...numbers)
    if (tables.get<string>(HISTORY, String(last)) === kept) return
    const gone = numbers.filter((number) => number <= last + 1 - MAX_LINES)
    tables.apply([
      [HISTORY, String(last + 1), kept],
      ...gone.map((number): Put => [HISTORY, String(number), null]),
    ])
  })
}
