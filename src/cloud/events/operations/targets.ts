import { flag, integer, list, optional, structure, text } from '../../../kms/shapes.ts'
import { pageOf } from '../../page-of.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { busName, nextToken, ruleArn, ruleName, ruleOf, target } from '../members.ts'
import { rulesTable, type RuleRow, type TargetRow } from '../rows.ts'

const MOST = 5
const failedEntries = {
  FailedEntryCount: optional(integer()),
  FailedEntries: optional(
    list(
      structure({
        TargetId: optional(text()),
        ErrorCode: optional(text()),
        ErrorMessage: optional(text()),
      }),
    ),
  ),
}
const NOTHING_FAILED = { FailedEntryCount: 0, FailedEntries: [] }

/** Targets are names here: what would reach them is kept and shown, and nothing runs. */
export const putTargets = serviceOperation({
  service: 'events',
  name: 'PutTargets',
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html',
  readOnly: false,
  input: { Rule: ruleName(), EventBusName: busName(), Targets: list(target, { min: 1, max: 100 }) },
  output: failedEntries,
  needs: ({ Rule }, caller) => [{ action: 'events:PutTargets', resource: ruleArn(caller, Rule) }],
  trail: { request: ['Rule', 'Targets'], response: ['FailedEntryCount'] },
  run({ input, caller, draft }) {
    const rule = ruleOf(draft, caller, input.Rule, input.EventBusName)
    const targets = new Map(rule.targets.map((each) => [each.id, each]))
    for (const each of input.Targets) {
      if (each.InputPath !== undefined || each.InputTransformer !== undefined)
        throw new ServiceError('ValidationException', 'InputPath and InputTransformer are not simulated here')
      requireArn(each.Arn)
      targets.set(each.Id, {
        id: each.Id,
        arn: each.Arn,
        ...(each.RoleArn === undefined ? {} : { roleArn: each.RoleArn }),
        ...(each.Input === undefined ? {} : { input: each.Input }),
      } satisfies TargetRow)
    }
    if (targets.size > MOST)
      throw new ServiceError(
        'LimitExceededException',
        'The requested resource exceeds the maximum number allowed.',
      )
    put(draft, caller, { ...rule, targets: [...targets.values()] })
    return NOTHING_FAILED
  },
})

export const removeTargets = serviceOperation({
  service: 'events',
  name: 'RemoveTargets',
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html',
  readOnly: false,
  input: {
    Rule: ruleName(),
    EventBusName: busName(),
    Ids: list(text({ min: 1, max: 64 }), { min: 1, max: 100 }),
    Force: optional(flag()),
  },
  output: failedEntries,
  needs: ({ Rule }, caller) => [{ action: 'events:RemoveTargets', resource: ruleArn(caller, Rule) }],
  trail: { request: ['Rule', 'Ids'], response: ['FailedEntryCount'] },
  run({ input, caller, draft }) {
    const rule = ruleOf(draft, caller, input.Rule, input.EventBusName)
    put(draft, caller, { ...rule, targets: rule.targets.filter(({ id }) => !input.Ids.includes(id)) })
    return NOTHING_FAILED
  },
})

export const listTargetsByRule = serviceOperation({
  service: 'events',
  name: 'ListTargetsByRule',
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html',
  readOnly: true,
  input: {
    Rule: ruleName(),
    EventBusName: busName(),
    NextToken: nextToken(),
    Limit: optional(integer({ min: 1, max: 100 })),
  },
  output: { Targets: optional(list(target)), NextToken: optional(text()) },
  needs: ({ Rule }, caller) => [{ action: 'events:ListTargetsByRule', resource: ruleArn(caller, Rule) }],
  trail: { request: ['Rule'], response: [] },
  run({ input, caller, draft }) {
    const { targets } = ruleOf(draft, caller, input.Rule, input.EventBusName)
    const { shown, next } = pageOf(targets, input.NextToken, input.Limit ?? 100, 'ValidationException')
    return {
      Targets: shown.map(({ id, arn, roleArn, input: Input }) => ({
        Id: id,
        Arn: arn,
        RoleArn: roleArn,
        Input,
      })),
      ...next,
    }
  },
})

function requireArn(arn: string): void {
  if (!/^arn:aws:[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:.+$/.test(arn))
    throw new ServiceError(
      'ValidationException',
      'Parameter Arn is not valid. Reason: Provided Arn is not in correct format.',
    )
}

const put = (
  draft: { put(table: string, key: string, row: unknown): void },
  { accountId, region }: { readonly accountId: string; readonly region: string },
  rule: RuleRow,
) => draft.put(rulesTable(accountId, region), rule.name, rule)
