import { list, oneOf, optional, structure, text } from '../../../kms/shapes.ts'
import { serviceOperation } from '../../service.ts'
import { dimensions, metricName, namespace } from '../members.ts'
import { listedMetrics } from '../metrics.ts'
import { pageOf } from '../../page-of.ts'

const PAGE = 500

export const listMetrics = serviceOperation({
  service: 'cloudwatch',
  name: 'ListMetrics',
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html',
  readOnly: true,
  input: {
    Namespace: optional(namespace()),
    MetricName: optional(metricName()),
    Dimensions: optional(
      list(structure({ Name: text({ min: 1, max: 255 }), Value: optional(text({ min: 1, max: 1024 })) }), {
        max: 10,
      }),
    ),
    NextToken: optional(text()),
    RecentlyActive: optional(oneOf('PT3H')),
  },
  output: {
    Metrics: optional(
      list(
        structure({
          Namespace: optional(namespace()),
          MetricName: optional(metricName()),
          Dimensions: optional(dimensions()),
        }),
      ),
    ),
    NextToken: optional(text()),
  },
  trail: { request: ['Namespace', 'MetricName', 'Dimensions'], response: [] },
  run({ input, caller, tables, world }) {
    const wanted = input.Dimensions ?? []
    const all = listedMetrics(tables, caller, world.clock.now()).filter(
      (metric) =>
        (input.Namespace ?? metric.Namespace) === metric.Namespace &&
        (input.MetricName ?? metric.MetricName) === metric.MetricName &&
        wanted.every(({ Name, Value }) =>
          metric.Dimensions.some((each) => each.Name === Name && (Value ?? each.Value) === each.Value),
        ),
    )
    const { shown, next } = pageOf(all, input.NextToken, PAGE)
    return { Metrics: shown, ...next }
  },
})
