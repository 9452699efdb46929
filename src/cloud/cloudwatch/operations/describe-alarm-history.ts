import { integer, list, oneOf, optional, structure, text, timestamp } from '../../../kms/shapes.ts'
import { days } from '../../../world/clock.ts'
import { serviceOperation } from '../../service.ts'
import { alarmHistoryTable, type AlarmHistoryRow } from '../alarm.ts'
import { alarmName } from '../members.ts'
import { pageOf } from '../../page-of.ts'

const itemType = oneOf('ConfigurationUpdate', 'StateUpdate', 'Action')
const alarmType = oneOf('CompositeAlarm', 'MetricAlarm')

/** The last 30 days, newest first unless asked otherwise. */
export const describeAlarmHistory = serviceOperation({
  service: 'cloudwatch',
  name: 'DescribeAlarmHistory',
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html',
  readOnly: true,
  input: {
    AlarmName: optional(alarmName()),
    AlarmTypes: optional(list(alarmType)),
    HistoryItemType: optional(itemType),
    StartDate: optional(timestamp()),
    EndDate: optional(timestamp()),
    MaxRecords: optional(integer({ min: 1, max: 100 })),
    NextToken: optional(text()),
    ScanBy: optional(oneOf('TimestampDescending', 'TimestampAscending')),
  },
  output: {
    AlarmHistoryItems: optional(
      list(
        structure({
          AlarmName: optional(alarmName()),
          AlarmType: optional(alarmType),
          Timestamp: optional(timestamp()),
          HistoryItemType: optional(itemType),
          HistorySummary: optional(text()),
          HistoryData: optional(text()),
        }),
      ),
    ),
    NextToken: optional(text()),
  },
  trail: { request: ['AlarmName', 'HistoryItemType', 'StartDate', 'EndDate', 'MaxRecords'], response: [] },
  run({ input, caller, tables, world }) {
    const now = world.clock.now()
    const from = Math.max(input.StartDate ?? 0, now - days(30))
    const to = input.EndDate ?? now
    const metricToo = input.AlarmTypes === undefined || input.AlarmTypes.includes('MetricAlarm')
    const all = Array.from(
      tables.rows<AlarmHistoryRow>(alarmHistoryTable(caller.accountId, caller.region)),
      ([number, row]) => ({ number: Number(number), row }),
    ).filter(
      ({ row }) =>
        metricToo &&
        row.at >= from &&
        row.at <= to &&
        (input.AlarmName ?? row.alarmName) === row.alarmName &&
        (input.HistoryItemType ?? row.type) === row.type,
    )
    const sign = input.ScanBy === 'TimestampAscending' ? 1 : -1
    all.sort((a, b) => sign * (a.row.at - b.row.at || a.number - b.number))
    const { shown, next } = pageOf(all, input.NextToken, input.MaxRecords ?? 100)
    return {
      AlarmHistoryItems: shown.map(({ row }) => ({
        AlarmName: row.alarmName,
        AlarmType: 'MetricAlarm',
        Timestamp: row.at,
        HistoryItemType: row.type,
        HistorySummary: row.summary,
        HistoryData: row.data,
      })),
      ...next,
    }
  },
})
