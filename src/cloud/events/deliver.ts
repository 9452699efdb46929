import { Draft, type Change, type TableReader } from '../../kms/tables.ts'
import { uuid } from '../../kms/uuid.ts'
import type { Entropy } from '../../world/entropy.ts'
import type { BusEvent, Occurrence } from './bus-event.ts'
import { matches, readPattern, type Pattern } from './pattern.ts'
import { deliveriesTable, RULES, rulesTable, type DeliveryRow, type RuleRow } from './rows.ts'

/** What targets received is kept for show; the oldest go first. */
const MOST = 500

const patterns = new WeakMap<RuleRow, Pattern>()

function patternOf(rule: RuleRow): Pattern {
  const known = patterns.get(rule) ?? readPattern(rule.pattern)
  patterns.set(rule, known)
  return known
}

/** Whether anybody waits for anything: nearly always not. */
export const anyRules = (reader: TableReader) => reader.names().some((table) => table.startsWith(RULES))

/** Hands each event to the targets of every rule that matches it, in order. @returns what to write */
export function deliver(reader: TableReader, entropy: Entropy, occurrences: readonly Occurrence[]): Change {
  const draft = new Draft(reader)
  for (const occurrence of occurrences) {
    const { account, region, time } = occurrence
    let event: BusEvent | undefined
    for (const [, rule] of reader.rows<RuleRow>(rulesTable(account, region))) {
      if (rule.targets.length === 0 || !hears(rule, occurrence)) continue
      event ??= { version: '0', id: uuid(entropy), ...occurrence }
      if (!matches(patternOf(rule), event)) continue
      for (const { id, arn, input } of rule.targets)
        append(draft, deliveriesTable(account, region), {
          at: Date.parse(time),
          rule: rule.name,
          targetId: id,
          targetArn: arn,
          event,
          ...(input === undefined ? {} : { input }),
        })
    }
  }
  return draft.change()
}

/** Calls that only read reach a rule only if its state says so. */
function hears({ state }: RuleRow, { detail, 'detail-type': type }: Occurrence): boolean {
  if (state === 'DISABLED') return false
  return (
    state === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' ||
    type !== 'AWS API Call via CloudTrail' ||
    detail.readOnly !== true
  )
}

function append(draft: Draft, table: string, row: DeliveryRow): void {
  const numbers = Array.from(draft.rows(table), ([number]) => Number(number))
  if (numbers.length >= MOST) draft.remove(table, String(Math.min(...numbers)))
  draft.put(table, String(Math.max(0, ...numbers) + 1), row)
}
