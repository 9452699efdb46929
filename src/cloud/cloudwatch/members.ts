import { double, flag, integer, list, oneOf, optional, structure, text, timestamp } from '../../kms/shapes.ts'

export const namespace = () => text({ min: 1, max: 255, pattern: '[^:].*' })
export const metricName = () => text({ min: 1, max: 255 })
export const alarmName = () => text({ min: 1, max: 255 })
export const dimensions = () =>
  list(structure({ Name: text({ min: 1, max: 255 }), Value: text({ min: 1, max: 1024 }) }), { max: 30 })
export const statisticEnum = oneOf('SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum')
export const stateEnum = oneOf('OK', 'ALARM', 'INSUFFICIENT_DATA')
const actions = () => optional(list(text({ min: 1, max: 1024 }), { max: 5 }))

/** What PutMetricAlarm takes and DescribeAlarms shows alike, in the API model's order. */
export const alarmDescription = () => optional(text({ min: 0, max: 1024 }))
export const alarmActions = {
  ActionsEnabled: optional(flag()),
  OKActions: actions(),
  AlarmActions: actions(),
  InsufficientDataActions: actions(),
}
export const alarmMetric = {
  MetricName: optional(metricName()),
  Namespace: optional(namespace()),
  Statistic: optional(statisticEnum),
}
export const alarmRule = {
  Dimensions: optional(dimensions()),
  Period: optional(integer({ min: 1 })),
  Unit: optional(text()),
  EvaluationPeriods: optional(integer({ min: 1 })),
  DatapointsToAlarm: optional(integer({ min: 1 })),
  Threshold: optional(double()),
  ComparisonOperator: optional(
    oneOf(
      'GreaterThanOrEqualToThreshold',
      'GreaterThanThreshold',
      'LessThanThreshold',
      'LessThanOrEqualToThreshold',
      'LessThanLowerOrGreaterThanUpperThreshold',
      'LessThanLowerThreshold',
      'GreaterThanUpperThreshold',
    ),
  ),
  TreatMissingData: optional(text({ min: 1, max: 255 })),
}

export const metricAlarm = structure({
  AlarmName: optional(alarmName()),
  AlarmArn: optional(text()),
  AlarmDescription: alarmDescription(),
  AlarmConfigurationUpdatedTimestamp: optional(timestamp()),
  ...alarmActions,
  StateValue: optional(stateEnum),
  StateReason: optional(text()),
  StateUpdatedTimestamp: optional(timestamp()),
  ...alarmMetric,
  ...alarmRule,
  StateTransitionedTimestamp: optional(timestamp()),
})
