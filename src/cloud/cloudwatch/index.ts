import type { ServiceOperation } from '../service.ts'
import { deleteAlarms } from './operations/delete-alarms.ts'
import { describeAlarmHistory } from './operations/describe-alarm-history.ts'
import { describeAlarms } from './operations/describe-alarms.ts'
import { getMetricData } from './operations/get-metric-data.ts'
import { getMetricStatistics } from './operations/get-metric-statistics.ts'
import { listMetrics } from './operations/list-metrics.ts'
import { putMetricAlarm } from './operations/put-metric-alarm.ts'

export const cloudwatchOperations: readonly ServiceOperation[] = [
  getMetricStatistics,
  getMetricData,
  listMetrics,
  putMetricAlarm,
  describeAlarms,
  deleteAlarms,
  describeAlarmHistory,
]
