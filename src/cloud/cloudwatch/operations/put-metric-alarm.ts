import { list, optional, structure, text } from '../../../kms/shapes.ts'
import { seconds } from '../../../world/clock.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { alarmsTable, COMPARISONS, type AlarmRow, type Comparison, type MissingData } from '../alarm.ts'
import { noteHistory } from '../alarm-history.ts'
import { alarmActions, alarmDescription, alarmMetric, alarmName, alarmRule } from '../members.ts'

const DAY = 86_400
const MISSING: readonly string[] = ['breaching', 'notBreaching', 'ignore', 'missing'] satisfies MissingData[]

/** Creates an alarm, or gives one of that name other rules; its state stays until it is looked at again. */
export const putMetricAlarm = serviceOperation({
  service: 'cloudwatch',
  name: 'PutMetricAlarm',
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  readOnly: false,
  input: {
    AlarmName: alarmName(),
    AlarmDescription: alarmDescription(),
    ...alarmActions,
    ...alarmMetric,
    ExtendedStatistic: optional(text()),
    ...alarmRule,
    EvaluationPeriods: { ...alarmRule.EvaluationPeriods, required: true as const },
    ComparisonOperator: { ...alarmRule.ComparisonOperator, required: true as const },
    Metrics: optional(list(structure({ Id: text() }))),
    ThresholdMetricId: optional(text()),
  },
  output: {},
  trail: {
    request: [
      'AlarmName',
      'AlarmDescription',
      'ActionsEnabled',
      'OKActions',
      'AlarmActions',
      'InsufficientDataActions',
      'MetricName',
      'Namespace',
      'Statistic',
      'Dimensions',
      'Period',
      'EvaluationPeriods',
      'DatapointsToAlarm',
      'Threshold',
      'ComparisonOperator',
      'TreatMissingData',
    ],
    response: [],
  },
  run({ input, caller, draft, world }) {
    if (input.Metrics || input.ThresholdMetricId !== undefined || input.ExtendedStatistic !== undefined)
      throw invalid('Only alarms on one metric with a plain statistic are simulated here')
    const { MetricName, Namespace, Statistic: statistic, Period: period, EvaluationPeriods: wanted } = input
    const { Threshold: threshold, ComparisonOperator: comparison } = input
    if (MetricName === undefined) throw required('MetricName')
    if (Namespace === undefined) throw required('Namespace')
    if (statistic === undefined) throw required('Statistic')
    if (period === undefined) throw required('Period')
    if (threshold === undefined) throw required('Threshold')
    if (!isComparison(comparison)) throw invalid('Anomaly detection is not simulated here')
    requirePeriods(period, wanted)
    if ((input.DatapointsToAlarm ?? 1) > wanted)
      throw invalid('DatapointsToAlarm must be less than or equal to EvaluationPeriods')
    const missing = input.TreatMissingData
    if (missing !== undefined && !MISSING.includes(missing))
      throw invalid(`TreatMissingData is one of ${MISSING.join(', ')}`)

    const { accountId, region } = caller
    const table = alarmsTable(accountId, region)
    const before = draft.get<AlarmRow>(table, input.AlarmName)
    const now = world.clock.now()
    const alarm: AlarmRow = {
      name: input.AlarmName,
      arn: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${input.AlarmName}`,
      accountId,
      region,
      ...(input.AlarmDescription === undefined ? {} : { description: input.AlarmDescription }),
      actionsEnabled: input.ActionsEnabled ?? true,
      okActions: input.OKActions ?? [],
      alarmActions: input.AlarmActions ?? [],
      insufficientDataActions: input.InsufficientDataActions ?? [],
      metric: { Namespace, MetricName, Dimensions: input.Dimensions ?? [] },
      statistic,
      ...(input.Unit === undefined ? {} : { unit: input.Unit }),
      periodMs: seconds(period),
      evaluationPeriods: wanted,
      ...(input.DatapointsToAlarm === undefined ? {} : { datapointsToAlarm: input.DatapointsToAlarm }),
      threshold,
      comparison,
      ...(missing === undefined ? {} : { missingData: missing as MissingData }),
      configuredAt: now,
      state: before?.state ?? 'INSUFFICIENT_DATA',
      stateReason: before?.stateReason ?? 'Unchecked: Initial alarm creation',
      stateUpdatedAt: before?.stateUpdatedAt ?? now,
      transitionedAt: before?.transitionedAt ?? now,
    }
    draft.put(table, alarm.name, alarm)
    noteHistory(draft, alarm, {
      at: now,
      type: 'ConfigurationUpdate',
      summary: `Alarm "${alarm.name}" ${before ? 'updated' : 'created'}`.slice(0, 255),
      data: JSON.stringify({ version: '1.0', type: before ? 'Update' : 'Create' }),
    })
    return {}
  },
})

const isComparison = (name: string): name is Comparison => Object.hasOwn(COMPARISONS, name)
const invalid = (message: string) => new ServiceError('ValidationError', message)
const required = (name: string) => invalid(`The parameter ${name} is required`)

function requirePeriods(period: number, wanted: number): void {
  if (![10, 20, 30].includes(period) && period % 60 !== 0)
    throw invalid('Period must be 10, 20, 30 or a multiple of 60')
  const most = period >= 3600 ? 7 * DAY : DAY
  if (period * wanted > most)
    throw invalid(
      'Metrics cannot be checked across more than a day, or a week with periods of an hour or more',
    )
}
