import { double, integer, list, optional, structure, text, timestamp } from '../../../kms/shapes.ts'
import { seconds } from '../../../world/clock.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { dimensions, metricName, namespace, statisticEnum } from '../members.ts'
import { datapoints, unitOf } from '../metrics.ts'
import { valueOf } from '../statistics.ts'

const MOST_POINTS = 1440

export const getMetricStatistics = serviceOperation({
  service: 'cloudwatch',
  name: 'GetMetricStatistics',
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html',
  readOnly: true,
  input: {
    Namespace: namespace(),
    MetricName: metricName(),
    Dimensions: optional(dimensions()),
    StartTime: timestamp(),
    EndTime: timestamp(),
    Period: integer({ min: 1 }),
    Statistics: optional(list(statisticEnum, { min: 1, max: 5 })),
    ExtendedStatistics: optional(list(text(), { min: 1, max: 10 })),
    Unit: optional(text()),
  },
  output: {
    Label: optional(text()),
    Datapoints: optional(
      list(
        structure({
          Timestamp: optional(timestamp()),
          SampleCount: optional(double()),
          Average: optional(double()),
          Sum: optional(double()),
          Minimum: optional(double()),
          Maximum: optional(double()),
          Unit: optional(text()),
        }),
      ),
    ),
  },
  trail: {
    request: ['Namespace', 'MetricName', 'Dimensions', 'StartTime', 'EndTime', 'Period', 'Statistics'],
    response: [],
  },
  run({ input, caller, tables, world }) {
    const { Statistics, Period } = input
    if (!Statistics)
      throw input.ExtendedStatistics
        ? new ServiceError('InvalidParameterValue', 'Percentiles are not simulated here')
        : new ServiceError('MissingParameter', 'Statistics or ExtendedStatistics must be given')
    if (Period % 60 !== 0)
      throw new ServiceError('InvalidParameterValue', 'The parameter Period must be a multiple of 60')
    const period = seconds(Period)
    if (input.StartTime >= input.EndTime)
      throw new ServiceError(
        'InvalidParameterValue',
        'The parameter StartTime must be less than the parameter EndTime.',
      )
    const from = Math.floor(input.StartTime / period) * period
    const count = Math.ceil((input.EndTime - from) / period)
    if (count > MOST_POINTS)
      throw new ServiceError(
        'InvalidParameterCombination',
        `You have requested up to ${count} datapoints, which exceeds the limit of ${MOST_POINTS}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
      )
    const metric = { ...input, Dimensions: input.Dimensions ?? [] }
    const unit = unitOf(metric)
    const to = Math.min(input.EndTime, world.clock.now() + 1)
    const points =
      (input.Unit ?? unit) === unit ? datapoints(tables, caller, metric, { from, to, period }) : new Map()
    return {
      Label: input.MetricName,
      Datapoints: Array.from(points, ([Timestamp, statistics]) => ({
        Timestamp,
        ...Object.fromEntries(Statistics.map((name) => [name, valueOf(statistics, name)])),
        Unit: unit,
      })),
    }
  },
})
