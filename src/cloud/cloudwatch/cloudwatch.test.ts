import { describe, expect, it } from 'vitest'
import { closeWrapped } from '../../crypto/import-wrap.ts'
import { caller, START, testCrypto } from '../../kms/testing/account.ts'
import { days, hours, minutes, seconds } from '../../world/clock.ts'
import { testCloud } from '../testing/cloud.ts'
import { alarmsTable, type AlarmRow } from './alarm.ts'
import { nextTransition, verdictAt } from './evaluate-alarm.ts'
import type { Span } from './expiration-metric.ts'
import { countdownStatistics, SAMPLED } from './statistics.ts'

const METRIC = 'SecondsUntilKeyMaterialExpiration'

async function custody() {
  const world = testCloud()
  const { ask, kms, clock } = world
  const key = await world.createKey({ Origin: 'EXTERNAL' })
  const material = new Uint8Array(32).fill(9)
  async function importUntil(validTo: number | undefined, KeyId = key.id) {
    const parameters = await kms('GetParametersForImport', {
      KeyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    })
    const EncryptedKeyMaterial = await closeWrapped({
      provider: testCrypto(),
      algorithm: 'RSAES_OAEP_SHA_256',
      publicKey: parameters.PublicKey,
      material,
      ephemeralKey: material,
    })
    const model =
      validTo === undefined
        ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
        : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: validTo }
    await kms('ImportKeyMaterial', {
      KeyId,
      ImportToken: parameters.ImportToken,
      EncryptedKeyMaterial,
      ...model,
    })
  }
  const dimensions = [{ Name: 'KeyId', Value: key.id }]
  const putAlarm = (more = {}) =>
    ask('cloudwatch', 'PutMetricAlarm', {
      AlarmName: 'expiry',
      Namespace: 'AWS/KMS',
      MetricName: METRIC,
      Dimensions: dimensions,
      Statistic: 'Minimum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: days(7) / 1000,
      ComparisonOperator: 'LessThanThreshold',
      ...more,
    })
  const alarm = async () => (await ask('cloudwatch', 'DescribeAlarms')).MetricAlarms[0]
  const history = async (): Promise<[string, number][]> =>
    (
      await ask('cloudwatch', 'DescribeAlarmHistory', {
        HistoryItemType: 'StateUpdate',
        ScanBy: 'TimestampAscending',
      })
    ).AlarmHistoryItems.map((item: { HistorySummary: string; Timestamp: number }) => [
      item.HistorySummary,
      item.Timestamp - START,
    ])
  const statistics = (more = {}) =>
    ask('cloudwatch', 'GetMetricStatistics', {
      Namespace: 'AWS/KMS',
      MetricName: METRIC,
      Dimensions: dimensions,
      StartTime: START,
      EndTime: clock.now(),
      Period: 60,
      Statistics: ['Minimum'],
      ...more,
    })
  return { ...world, key, importUntil, putAlarm, alarm, history, statistics, dimensions }
}

describe('SecondsUntilKeyMaterialExpiration (F-715)', () => {
  it('counts down to the moment at which the material goes, minute by minute', async () => {
    const { importUntil, statistics, travel } = await custody()
    await importUntil(START + hours(1))
    await travel(minutes(3))
    const { Datapoints } = await statistics()
    expect(Datapoints).toEqual([
      { Timestamp: START, Minimum: 3600, Unit: 'Seconds' },
      { Timestamp: START + minutes(1), Minimum: 3540, Unit: 'Seconds' },
      { Timestamp: START + minutes(2), Minimum: 3480, Unit: 'Seconds' },
    ])
  })

  it('says nothing once the material is gone, and starts again with an import', async () => {
    const { importUntil, statistics, travel } = await custody()
    await importUntil(START + minutes(2))
    await travel(minutes(4))
    await importUntil(START + minutes(10))
    await travel(minutes(1))
    const { Datapoints } = await statistics()
    expect(Datapoints.map(({ Minimum }: { Minimum: number }) => Minimum)).toEqual([120, 60, 360])
  })

  it('counts to the earliest of several dates, as they are at the time', async () => {
    const { importUntil, statistics, travel } = await custody()
    await importUntil(START + hours(2))
    await travel(minutes(1))
    await importUntil(START + hours(1))
    await travel(minutes(1))
    const { Datapoints } = await statistics()
    expect(Datapoints.map(({ Minimum }: { Minimum: number }) => Minimum)).toEqual([7200, 3540])
  })

  it('is not there for material that does not expire, nor for a key that AWS fills', async () => {
    const { importUntil, ask, createKey, travel } = await custody()
    await importUntil(undefined)
    await createKey()
    await travel(minutes(5))
    const { Metrics } = await ask('cloudwatch', 'ListMetrics', { MetricName: METRIC })
    expect(Metrics).toEqual([])
  })

  it('is listed with the key as its dimension', async () => {
    const { importUntil, ask, dimensions, travel } = await custody()
    await importUntil(START + days(30))
    await travel(minutes(5))
    const { Metrics } = await ask('cloudwatch', 'ListMetrics', {
      Namespace: 'AWS/KMS',
      Dimensions: [{ Name: 'KeyId' }],
    })
    expect(Metrics).toEqual([{ Namespace: 'AWS/KMS', MetricName: METRIC, Dimensions: dimensions }])
  })

  it('is not written for calls that change no date', async () => {
    const { importUntil, kms, key, tables } = await custody()
    await importUntil(START + days(30))
    const rows = () => JSON.stringify([...tables.rows('expirations/111122223333/eu-west-1')])
    const before = rows()
    await kms('Encrypt', { KeyId: key.id, Plaintext: Uint8Array.of(1) })
    await kms('DisableKey', { KeyId: key.id })
    expect(rows()).toBe(before)
    await kms('DeleteImportedKeyMaterial', { KeyId: key.id })
    expect(rows()).not.toBe(before)
  })

  it('gives the same numbers by GetMetricData, newest first', async () => {
    const { importUntil, ask, clock, dimensions, travel } = await custody()
    await importUntil(START + hours(1))
    await travel(minutes(10))
    const { MetricDataResults } = await ask('cloudwatch', 'GetMetricData', {
      StartTime: START,
      EndTime: clock.now(),
      MetricDataQueries: [
        {
          Id: 'left',
          MetricStat: {
            Metric: { Namespace: 'AWS/KMS', MetricName: METRIC, Dimensions: dimensions },
            Period: 300,
            Stat: 'Average',
          },
        },
      ],
    })
    expect(MetricDataResults).toEqual([
      {
        Id: 'left',
        Label: METRIC,
        Timestamps: [START + minutes(5), START],
        Values: [3180, 3480],
        StatusCode: 'Complete',
      },
    ])
  })
})

describe('SuccessfulRequest (F-716)', () => {
  it('counts the successful calls of one operation on one key', async () => {
    const { createKey, kms, ask, travel, clock } = testCloud()
    const key = await createKey()
    for (let i = 0; i < 3; i++) await kms('Encrypt', { KeyId: key.id, Plaintext: Uint8Array.of(i) })
    await travel(minutes(2))
    await kms('Encrypt', { KeyId: key.id, Plaintext: Uint8Array.of(7) })
    await kms('DisableKey', { KeyId: key.id })
    await kms('Encrypt', { KeyId: key.id, Plaintext: Uint8Array.of(7) }).catch(() => undefined)
    await travel(minutes(1))
    const { Datapoints } = await ask('cloudwatch', 'GetMetricStatistics', {
      Namespace: 'AWS/KMS',
      MetricName: 'SuccessfulRequest',
      Dimensions: [
        { Name: 'KeyArn', Value: key.arn },
        { Name: 'Operation', Value: 'Encrypt' },
      ],
      StartTime: START,
      EndTime: clock.now(),
      Period: 60,
      Statistics: ['Sum'],
    })
    expect(Datapoints).toEqual([
      { Timestamp: START, Sum: 3, Unit: 'Count' },
      { Timestamp: START + minutes(2), Sum: 1, Unit: 'Count' },
    ])
  })
})

describe('an alarm on the expiry', () => {
  it('goes to ALARM at the minute at which the threshold is crossed, however far the clock jumps', async () => {
    const { importUntil, putAlarm, alarm, history, travel } = await custody()
    await importUntil(START + days(28))
    await putAlarm()
    expect(await alarm()).toMatchObject({
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Unchecked: Initial alarm creation',
    })
    await travel(days(29))
    expect(await history()).toEqual([
      ['Alarm updated from INSUFFICIENT_DATA to OK', minutes(1)],
      // The sample of one minute past the crossing is the first below, and its period ends a minute later.
      ['Alarm updated from OK to ALARM', days(21) + minutes(2)],
      ['Alarm updated from ALARM to INSUFFICIENT_DATA', days(28) + minutes(1)],
    ])
  })

  it('tells why, in CloudWatch’s words', async () => {
    const { importUntil, putAlarm, alarm, travel } = await custody()
    await importUntil(START + days(7) + seconds(30))
    await putAlarm()
    await travel(minutes(3))
    expect(await alarm()).toMatchObject({
      StateValue: 'ALARM',
      StateReason:
        'Threshold Crossed: 1 out of the last 1 datapoints [604770.0 (12/01/26 09:01:00)] was less than the threshold (604800.0) (minimum 1 datapoint for OK -> ALARM transition).',
      StateUpdatedTimestamp: START + minutes(2),
    })
  })

  it('comes to the same end in one jump and in many steps', async () => {
    const one = await custody()
    const many = await custody()
    for (const world of [one, many]) {
      await world.importUntil(START + hours(5))
      await world.putAlarm({ Threshold: 7200, EvaluationPeriods: 3, DatapointsToAlarm: 2, Period: 300 })
    }
    await one.travel(hours(8))
    for (let i = 0; i < 8 * 60; i++) await many.travel(minutes(1))
    expect((await one.history()).length).toBeGreaterThan(2)
    expect(await many.history()).toEqual(await one.history())
    expect(await many.alarm()).toEqual(await one.alarm())
  })

  it('is calm again after the material was imported with a later date', async () => {
    const { importUntil, putAlarm, alarm, travel } = await custody()
    await importUntil(START + days(7))
    await putAlarm()
    await travel(minutes(5))
    expect(await alarm()).toMatchObject({ StateValue: 'ALARM' })
    await importUntil(START + days(60))
    await travel(minutes(2))
    expect(await alarm()).toMatchObject({ StateValue: 'OK' })
  })

  it.each([
    ['breaching', 'ALARM'],
    ['notBreaching', 'OK'],
    ['ignore', 'ALARM'],
    ['missing', 'INSUFFICIENT_DATA'],
  ])('that treats missing data as %s is %s once the material is gone', async (TreatMissingData, state) => {
    const { importUntil, putAlarm, alarm, travel } = await custody()
    await importUntil(START + days(8))
    await putAlarm({ TreatMissingData })
    await travel(days(8) + minutes(5))
    expect(await alarm()).toMatchObject({ StateValue: state })
  })

  it('on a metric that nobody publishes stays INSUFFICIENT_DATA', async () => {
    const { putAlarm, alarm, travel } = await custody()
    await putAlarm({ MetricName: 'SecondsUntilKeyMaterialExpires' })
    await travel(days(3))
    expect(await alarm()).toMatchObject({ StateValue: 'INSUFFICIENT_DATA' })
  })

  it('keeps its state when it gets other rules, and is gone when deleted', async () => {
    const { importUntil, putAlarm, alarm, ask, travel } = await custody()
    await importUntil(START + days(30))
    await putAlarm()
    await travel(minutes(5))
    await putAlarm({ Threshold: days(60) / 1000 })
    expect(await alarm()).toMatchObject({ StateValue: 'OK', Threshold: 5_184_000 })
    await travel(minutes(1))
    expect(await alarm()).toMatchObject({ StateValue: 'ALARM' })
    await ask('cloudwatch', 'DeleteAlarms', { AlarmNames: ['expiry'] })
    expect((await ask('cloudwatch', 'DescribeAlarms')).MetricAlarms).toEqual([])
    await expect(ask('cloudwatch', 'DeleteAlarms', { AlarmNames: ['expiry'] })).rejects.toMatchObject({
      code: 'ResourceNotFound',
      status: 404,
    })
  })

  it('belongs to its account and Region', async () => {
    const { putAlarm, ask } = await custody()
    await putAlarm()
    for (const as of [caller('eu-central-1'), caller('eu-west-1', '444455556666')])
      expect((await ask('cloudwatch', 'DescribeAlarms', {}, as)).MetricAlarms).toEqual([])
  })

  it('writes nothing while nothing changes', async () => {
    const { importUntil, putAlarm, tables, travel } = await custody()
    await importUntil(START + days(30))
    await putAlarm()
    await travel(minutes(2))
    const row = tables.get<AlarmRow>(alarmsTable('111122223333', 'eu-west-1'), 'expiry')
    await travel(days(3))
    expect(tables.get(alarmsTable('111122223333', 'eu-west-1'), 'expiry')).toBe(row)
  })

  it.each([
    ['a period that is none', { Period: 45 }],
    ['periods beyond a day', { Period: 60, EvaluationPeriods: 1441 }],
    ['more data points than periods', { EvaluationPeriods: 2, DatapointsToAlarm: 3 }],
    ['another word for missing data', { TreatMissingData: 'guess' }],
    ['anomaly detection', { ComparisonOperator: 'LessThanLowerThreshold' }],
    ['metric math', { Metrics: [{ Id: 'a' }] }],
    ['percentiles', { ExtendedStatistic: 'p90' }],
    ['no threshold', { Threshold: undefined }],
  ])('is refused with %s', async (_what, more) => {
    const { putAlarm } = await custody()
    await expect(putAlarm(more)).rejects.toMatchObject({ code: 'ValidationError', status: 400 })
  })
})

describe('the shortcut over a straight line', () => {
  /** Small numbers that repeat, so that every run draws the same. */
  function draws(seed: number) {
    let at = seed
    return (below: number) => {
      at = (at * 48_271) % 2_147_483_647
      return at % below
    }
  }

  it('finds what looking at every minute finds, over 300 drawn alarms and histories', () => {
    const draw = draws(17)
    let transitions = 0
    for (let round = 0; round < 300; round++) {
      const spans: Span[] = []
      let from = START + draw(200) * seconds(20)
      for (let i = draw(4) + 1; i > 0; i--) {
        spans.push({ from, validTo: draw(4) === 0 ? null : from + draw(400) * seconds(30) })
        from += (draw(300) + 1) * seconds(25)
      }
      const alarm = {
        periodMs: (draw(5) + 1) * 60_000,
        evaluationPeriods: draw(4) + 1,
        threshold: draw(6000),
        statistic: (['Minimum', 'Maximum', 'Average', 'Sum', 'SampleCount'] as const)[draw(5)],
        comparison: (['LessThanThreshold', 'GreaterThanOrEqualToThreshold'] as const)[draw(2)],
        missingData: (['missing', 'breaching', 'notBreaching', 'ignore'] as const)[draw(4)],
        state: (['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const)[draw(3)],
        stateReason: '',
      } as unknown as AlarmRow
      const after = START + draw(100) * seconds(40)
      const until = after + hours(6)
      let slow: number | undefined
      for (let at = (Math.floor(after / SAMPLED) + 1) * SAMPLED; at <= until; at += SAMPLED) {
        if (verdictAt(alarm, spans, at).state === alarm.state) continue
        slow = at
        break
      }
      expect({ round, at: nextTransition(alarm, spans, after, until)?.at }).toEqual({ round, at: slow })
      if (slow !== undefined) transitions++
    }
    expect(transitions).toBeGreaterThan(200)
  })

  it('sums up minutes as adding them one by one does', () => {
    const draw = draws(23)
    for (let round = 0; round < 300; round++) {
      const validTo = START + draw(9000) * 700
      const spans = [
        { from: START + draw(900) * 700, validTo },
        { from: START + 900_000 + draw(900) * 700, validTo: validTo + draw(99) * 999 },
      ]
      const from = START + draw(500) * 1_300
      const to = from + draw(3000) * 1_100
      const values: number[] = []
      for (let at = Math.ceil(from / SAMPLED) * SAMPLED; at < to; at += SAMPLED) {
        const span = spans.findLast((each) => each.from <= at)
        if (span && at < span.validTo) values.push((span.validTo - at) / 1000)
      }
      const summed = countdownStatistics(spans, from, to)
      expect(summed?.SampleCount ?? 0).toBe(values.length)
      if (!summed) continue
      expect(summed.Sum).toBeCloseTo(
        values.reduce((a, b) => a + b),
        3,
      )
      expect([summed.Minimum, summed.Maximum]).toEqual([Math.min(...values), Math.max(...values)])
    }
  })
})
