import {
  double,
  flag,
  integer,
  list,
  oneOf,
  optional,
  structure,
  text,
  timestamp,
} from '../../../kms/shapes.ts'
import { seconds } from '../../../world/clock.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { dimensions, metricName, namespace } from '../members.ts'
import { datapoints } from '../metrics.ts'
import { valueOf, type Statistic } from '../statistics.ts'

const STATISTICS: readonly string[] = [
  'SampleCount',
  'Average',
  'Sum',
  'Minimum',
  'Maximum',
] satisfies Statistic[]
const MOST_POINTS = 100_800
const message = structure({ Code: optional(text()), Value: optional(text()) })

/** Plain metrics only: no math, no search, and all of it on one page. */
export const getMetricData = serviceOperation({
  service: 'cloudwatch',
  name: 'GetMetricData',
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html',
  readOnly: true,
  input: {
    MetricDataQueries: list(
      structure({
        Id: text({ min: 1, max: 255 }),
        MetricStat: optional(
          structure({
            Metric: structure({
              Namespace: optional(namespace()),
              MetricName: optional(metricName()),
              Dimensions: optional(dimensions()),
            }),
            Period: integer({ min: 1 }),
            Stat: text(),
            Unit: optional(text()),
          }),
        ),
        Expression: optional(text({ min: 1, max: 2048 })),
        Label: optional(text()),
        ReturnData: optional(flag()),
      }),
    ),
    StartTime: timestamp(),
    EndTime: timestamp(),
    NextToken: optional(text()),
    ScanBy: optional(oneOf('TimestampDescending', 'TimestampAscending')),
    MaxDatapoints: optional(integer()),
  },
  output: {
    MetricDataResults: optional(
      list(
        structure({
          Id: optional(text()),
          Label: optional(text()),
          Timestamps: optional(list(timestamp())),
          Values: optional(list(double())),
          StatusCode: optional(oneOf('Complete', 'InternalError', 'PartialData', 'Forbidden')),
        }),
      ),
    ),
    NextToken: optional(text()),
    Messages: optional(list(message)),
  },
  trail: { request: ['StartTime', 'EndTime'], response: [] },
  run({ input, caller, tables, world }) {
    if (input.StartTime >= input.EndTime)
      throw invalid('The parameter StartTime must be less than the parameter EndTime.')
    const results = input.MetricDataQueries.filter(({ ReturnData = true }) => ReturnData).map((query) => {
      const { MetricStat } = query
      if (!MetricStat || query.Expression !== undefined) throw invalid('Metric math is not simulated here')
      const { Stat, Period, Metric } = MetricStat
      if (!STATISTICS.includes(Stat)) throw invalid(`The statistic ${Stat} is not simulated here`)
      if (Period % 60 !== 0) throw invalid('The parameter Period must be a multiple of 60')
      const period = seconds(Period)
      const from = Math.floor(input.StartTime / period) * period
      const to = Math.min(input.EndTime, world.clock.now() + 1)
      if ((to - from) / period > MOST_POINTS) throw invalid(`More than ${MOST_POINTS} data points`)
      const metric = {
        Namespace: Metric.Namespace ?? '',
        MetricName: Metric.MetricName ?? '',
        Dimensions: Metric.Dimensions ?? [],
      }
      const points = [...datapoints(tables, caller, metric, { from, to, period })]
      if (input.ScanBy !== 'TimestampAscending') points.reverse()
      return {
        Id: query.Id,
        Label: query.Label ?? metric.MetricName,
        Timestamps: points.map(([at]) => at),
        Values: points.map(([, statistics]) => valueOf(statistics, Stat as Statistic)),
        StatusCode: 'Complete',
      }
    })
    return { MetricDataResults: results, Messages: [] }
  },
})

const invalid = (text: string) => new ServiceError('ValidationError', text)
