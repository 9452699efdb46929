import { integer, list, oneOf, optional, structure, text } from '../../../kms/shapes.ts'
import { serviceOperation } from '../../service.ts'
import { alarmsTable, type AlarmRow } from '../alarm.ts'
import { alarmName, metricAlarm, stateEnum } from '../members.ts'
import { pageOf } from '../../page-of.ts'

export const describeAlarms = serviceOperation({
  service: 'cloudwatch',
  name: 'DescribeAlarms',
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html',
  readOnly: true,
  input: {
    AlarmNames: optional(list(alarmName(), { max: 100 })),
    AlarmNamePrefix: optional(alarmName()),
    AlarmTypes: optional(list(oneOf('CompositeAlarm', 'MetricAlarm'))),
    StateValue: optional(stateEnum),
    ActionPrefix: optional(text({ min: 1, max: 1024 })),
    MaxRecords: optional(integer({ min: 1, max: 100 })),
    NextToken: optional(text()),
  },
  output: {
    CompositeAlarms: optional(list(structure({ AlarmName: optional(text()) }))),
    MetricAlarms: optional(list(metricAlarm)),
    NextToken: optional(text()),
  },
  trail: { request: ['AlarmNames', 'AlarmNamePrefix', 'StateValue', 'MaxRecords'], response: [] },
  run({ input, caller, tables }) {
    const { AlarmNames: names, AlarmNamePrefix: prefix = '', StateValue: state, ActionPrefix: action } = input
    const metricToo = input.AlarmTypes === undefined || input.AlarmTypes.includes('MetricAlarm')
    const all = Array.from(
      tables.rows<AlarmRow>(alarmsTable(caller.accountId, caller.region)),
      ([, alarm]) => alarm,
    ).filter(
      (alarm) =>
        metricToo &&
        (names === undefined || names.includes(alarm.name)) &&
        alarm.name.startsWith(prefix) &&
        (state === undefined || alarm.state === state) &&
        (action === undefined || actionsOf(alarm).some((arn) => arn.startsWith(action))),
    )
    all.sort((a, b) => (a.name < b.name ? -1 : 1))
    const { shown, next } = pageOf(all, input.NextToken, input.MaxRecords ?? 50)
    return { MetricAlarms: shown.map(described), CompositeAlarms: [], ...next }
  },
})

const actionsOf = ({ okActions, alarmActions, insufficientDataActions }: AlarmRow) => [
  ...okActions,
  ...alarmActions,
  ...insufficientDataActions,
]

const described = (alarm: AlarmRow) => ({
  AlarmName: alarm.name,
  AlarmArn: alarm.arn,
  AlarmDescription: alarm.description,
  AlarmConfigurationUpdatedTimestamp: alarm.configuredAt,
  ActionsEnabled: alarm.actionsEnabled,
  OKActions: alarm.okActions,
  AlarmActions: alarm.alarmActions,
  InsufficientDataActions: alarm.insufficientDataActions,
  StateValue: alarm.state,
  StateReason: alarm.stateReason,
  StateUpdatedTimestamp: alarm.stateUpdatedAt,
  StateTransitionedTimestamp: alarm.transitionedAt,
  MetricName: alarm.metric.MetricName,
  Namespace: alarm.metric.Namespace,
  Dimensions: alarm.metric.Dimensions,
  Statistic: alarm.statistic,
  Unit: alarm.unit,
  Period: alarm.periodMs / 1000,
  EvaluationPeriods: alarm.evaluationPeriods,
  DatapointsToAlarm: alarm.datapointsToAlarm,
  Threshold: alarm.threshold,
  ComparisonOperator: alarm.comparison,
  TreatMissingData: alarm.missingData,
})
