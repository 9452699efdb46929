import { integer, list, optional, structure, text, timestamp } from '../../../kms/shapes.ts'
import { pageOf } from '../../page-of.ts'
import { serviceOperation } from '../../service.ts'
import { nextToken, ruleName } from '../members.ts'
import { deliveriesTable, type DeliveryRow } from '../rows.ts'

/** An operation of ours: what the targets of rules received, newest first. EventBridge has none like it. */
export const listDeliveries = serviceOperation({
  service: 'events',
  name: 'ListDeliveries',
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
  readOnly: true,
  input: {
    Rule: optional(ruleName()),
    NextToken: nextToken(),
    Limit: optional(integer({ min: 1, max: 100 })),
  },
  output: {
    Deliveries: optional(
      list(
        structure({
          Time: optional(timestamp()),
          Rule: optional(text()),
          TargetId: optional(text()),
          TargetArn: optional(text()),
          /** JSON: the event, or the constant that the target asked for */
          Sent: optional(text()),
        }),
      ),
    ),
    NextToken: optional(text()),
  },
  needs: () => [{ action: 'events:ListRules' }],
  run({ input, caller, tables }) {
    const all = Array.from(
      tables.rows<DeliveryRow>(deliveriesTable(caller.accountId, caller.region)),
      ([number, row]) => ({ number: Number(number), row }),
    )
      .filter(({ row }) => (input.Rule ?? row.rule) === row.rule)
      .sort((a, b) => b.number - a.number)
    const { shown, next } = pageOf(all, input.NextToken, input.Limit ?? 100, 'ValidationException')
    return {
      Deliveries: shown.map(({ row }) => ({
        Time: row.at,
        Rule: row.rule,
        TargetId: row.targetId,
        TargetArn: row.targetArn,
        Sent: row.input ?? JSON.stringify(row.event),
      })),
      ...next,
    }
  },
})
