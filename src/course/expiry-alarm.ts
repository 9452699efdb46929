import { EXPIRATION } from '../cloud/cloudwatch/metrics.ts'
import type { KeyRecord } from '../kms/key.ts'
import type { AlarmView } from './store-view.ts'

/** An alarm that goes off at least this long before material of the key expires (F-715). */
export const warnsBefore = (
  { metric, statistic, comparison, threshold, region }: AlarmView,
  key: Pick<KeyRecord, 'id' | 'region'> | undefined,
  noticeMs: number,
): boolean =>
  metric.Namespace === 'AWS/KMS' &&
  metric.MetricName === EXPIRATION &&
  metric.Dimensions.length === 1 &&
  metric.Dimensions[0]?.Value === key?.id &&
  region === key?.region &&
  statistic === 'Minimum' &&
  comparison.startsWith('LessThan') &&
  threshold >= noticeMs / 1_000
