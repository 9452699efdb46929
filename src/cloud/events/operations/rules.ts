import { flag, integer, list, optional, structure, text } from '../../../kms/shapes.ts'
import { pageOf } from '../../page-of.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { busName, nextToken, requireBus, ruleArn, ruleName, ruleOf, stateEnum } from '../members.ts'
import { PatternError, readPattern, type Pattern } from '../pattern.ts'
import { rulesTable, type RuleRow, type RuleState } from '../rows.ts'

const docs = (name: string) => `https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_${name}.html`

export function soundPattern(pattern: string): Pattern {
  try {
    return readPattern(pattern)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    throw new ServiceError(
      'InvalidEventPatternException',
      `Event pattern is not valid. Reason: ${error.message}`,
    )
  }
}

export const putRule = serviceOperation({
  service: 'events',
  name: 'PutRule',
  docs: docs('PutRule'),
  readOnly: false,
  input: {
    Name: ruleName(),
    ScheduleExpression: optional(text({ max: 256 })),
    EventPattern: optional(text({ max: 4096 })),
    State: optional(stateEnum),
    Description: optional(text({ max: 512 })),
    RoleArn: optional(text({ min: 1, max: 1600 })),
    EventBusName: busName(),
  },
  output: { RuleArn: optional(text()) },
  needs: ({ Name }, caller) => [{ action: 'events:PutRule', resource: ruleArn(caller, Name) }],
  trail: { request: ['Name', 'EventPattern', 'State', 'Description'], response: ['RuleArn'] },
  run({ input, caller, draft }) {
    requireBus(input.EventBusName)
    if (input.ScheduleExpression !== undefined)
      throw new ServiceError('ValidationException', 'Rules with a schedule are not simulated here')
    if (input.EventPattern === undefined)
      throw new ServiceError(
        'ValidationException',
        'Parameter(s) EventPattern or ScheduleExpression must be specified.',
      )
    soundPattern(input.EventPattern)
    const table = rulesTable(caller.accountId, caller.region)
    const rule: RuleRow = {
      name: input.Name,
      arn: ruleArn(caller, input.Name),
      pattern: input.EventPattern,
      state: input.State ?? 'ENABLED',
      ...(input.Description === undefined ? {} : { description: input.Description }),
      ...(input.RoleArn === undefined ? {} : { roleArn: input.RoleArn }),
      targets: draft.get<RuleRow>(table, input.Name)?.targets ?? [],
    }
    draft.put(table, rule.name, rule)
    return { RuleArn: rule.arn }
  },
})

const shownRule = {
  Name: optional(ruleName()),
  Arn: optional(text()),
  EventPattern: optional(text()),
  State: optional(stateEnum),
  Description: optional(text()),
  RoleArn: optional(text()),
  EventBusName: optional(text()),
}

const described = (rule: RuleRow) => ({
  Name: rule.name,
  Arn: rule.arn,
  EventPattern: rule.pattern,
  State: rule.state,
  Description: rule.description,
  RoleArn: rule.roleArn,
  EventBusName: 'default',
})

export const describeRule = serviceOperation({
  service: 'events',
  name: 'DescribeRule',
  docs: docs('DescribeRule'),
  readOnly: true,
  input: { Name: ruleName(), EventBusName: busName() },
  output: shownRule,
  needs: ({ Name }, caller) => [{ action: 'events:DescribeRule', resource: ruleArn(caller, Name) }],
  trail: { request: ['Name'], response: [] },
  run: ({ input, caller, draft }) => described(ruleOf(draft, caller, input.Name, input.EventBusName)),
})

export const listRules = serviceOperation({
  service: 'events',
  name: 'ListRules',
  docs: docs('ListRules'),
  readOnly: true,
  input: {
    NamePrefix: optional(ruleName()),
    EventBusName: busName(),
    NextToken: nextToken(),
    Limit: optional(integer({ min: 1, max: 100 })),
  },
  output: { Rules: optional(list(structure(shownRule))), NextToken: optional(text()) },
  trail: { request: ['NamePrefix'], response: [] },
  run({ input, caller, tables }) {
    requireBus(input.EventBusName)
    const all = Array.from(
      tables.rows<RuleRow>(rulesTable(caller.accountId, caller.region)),
      ([, rule]) => rule,
    )
      .filter(({ name }) => name.startsWith(input.NamePrefix ?? ''))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    const { shown, next } = pageOf(all, input.NextToken, input.Limit ?? 100, 'ValidationException')
    return { Rules: shown.map(described), ...next }
  },
})

/** Deleting what is not there is no error. */
export const deleteRule = serviceOperation({
  service: 'events',
  name: 'DeleteRule',
  docs: docs('DeleteRule'),
  readOnly: false,
  input: { Name: ruleName(), EventBusName: busName(), Force: optional(flag()) },
  output: {},
  needs: ({ Name }, caller) => [{ action: 'events:DeleteRule', resource: ruleArn(caller, Name) }],
  trail: { request: ['Name'], response: [] },
  run({ input, caller, draft }) {
    requireBus(input.EventBusName)
    const table = rulesTable(caller.accountId, caller.region)
    const rule = draft.get<RuleRow>(table, input.Name)
    if (!rule) return {}
    if (rule.targets.length > 0)
      throw new ServiceError('ValidationException', "Rule can't be deleted since it has targets.")
    draft.remove(table, input.Name)
    return {}
  },
})

const switching = (name: 'EnableRule' | 'DisableRule', state: RuleState) =>
  serviceOperation({
    service: 'events',
    name,
    docs: docs(name),
    readOnly: false,
    input: { Name: ruleName(), EventBusName: busName() },
    output: {},
    needs: ({ Name }, caller) => [{ action: `events:${name}`, resource: ruleArn(caller, Name) }],
    trail: { request: ['Name'], response: [] },
    run({ input, caller, draft }) {
      const rule = ruleOf(draft, caller, input.Name, input.EventBusName)
      draft.put(rulesTable(caller.accountId, caller.region), rule.name, { ...rule, state } satisfies RuleRow)
      return {}
    },
  })

export const enableRule = switching('EnableRule', 'ENABLED')
export const disableRule = switching('DisableRule', 'DISABLED')
