import { describe, expect, it } from 'vitest'
import { closeWrapped } from '../../crypto/import-wrap.ts'
import { caller, START, testCrypto } from '../../kms/testing/account.ts'
import { days, minutes } from '../../world/clock.ts'
import { testCloud } from '../testing/cloud.ts'
import { matches, readPattern } from './pattern.ts'

const TARGET = { Id: 'oncall', Arn: 'arn:aws:sns:eu-west-1:111122223333:oncall' }
const KMS = JSON.stringify({ source: ['aws.kms'] })

async function bus(EventPattern: string, State = 'ENABLED') {
  const world = testCloud()
  const { ask } = world
  await ask('events', 'PutRule', { Name: 'keys', EventPattern, State })
  await ask('events', 'PutTargets', { Rule: 'keys', Targets: [TARGET] })
  const sent = async (): Promise<any[]> =>
    (await ask('events', 'ListDeliveries')).Deliveries.map(({ Sent }: { Sent: string }) =>
      JSON.parse(Sent),
    ).reverse()
  return { ...world, sent }
}

const details = (events: readonly { 'detail-type': string }[]) => events.map((event) => event['detail-type'])
const own = JSON.stringify({ source: ['aws.kms'], 'detail-type': [{ prefix: 'KMS ' }] })

describe('the events that KMS sends itself (F-714)', () => {
  it('a rotation names the key and both materials', async () => {
    const { createKey, kms, travel, sent } = await bus(own)
    const key = await createKey()
    const before = (await kms('DescribeKey', { KeyId: key.id })).KeyMetadata.CurrentKeyMaterialId
    await kms('RotateKeyOnDemand', { KeyId: key.id })
    await travel(minutes(1))
    const after = (await kms('DescribeKey', { KeyId: key.id })).KeyMetadata.CurrentKeyMaterialId
    expect(await sent()).toEqual([
      {
        version: '0',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        'detail-type': 'KMS CMK Rotation',
        source: 'aws.kms',
        account: '111122223333',
        time: '2026-01-12T09:00:03Z',
        region: 'eu-west-1',
        resources: [key.arn],
        detail: {
          'key-id': key.id,
          'key-origin': 'AWS_KMS',
          'rotation-type': 'ON_DEMAND',
          'previous-key-material-id': before,
          'current-key-material-id': after,
        },
      },
    ])
  })

  it('an expiry and a deletion come in the order of their dates, each at its own time', async () => {
    const { createKey, kms, travel, sent } = await bus(own)
    const gone = await createKey()
    const { id: KeyId } = await createKey({ Origin: 'EXTERNAL' })
    const parameters = await kms('GetParametersForImport', {
      KeyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    })
    const EncryptedKeyMaterial = await closeWrapped({
      provider: testCrypto(),
      algorithm: 'RSAES_OAEP_SHA_256',
      publicKey: parameters.PublicKey,
      material: new Uint8Array(32),
      ephemeralKey: new Uint8Array(32),
    })
    const ImportToken = parameters.ImportToken
    const { KeyMaterialId } = await kms('ImportKeyMaterial', {
      KeyId,
      ImportToken,
      EncryptedKeyMaterial,
      ValidTo: START + days(9),
    })
    await kms('ScheduleKeyDeletion', { KeyId: gone.id, PendingWindowInDays: 7 })
    await travel(days(10))
    const events = await sent()
    expect(details(events)).toEqual(['KMS CMK Deletion', 'KMS Imported Key Material Expiration'])
    expect(events[0]).toMatchObject({ time: '2026-01-19T09:00:00Z', detail: { 'key-id': gone.id } })
    expect(events[1]).toMatchObject({
      time: '2026-01-21T09:00:00Z',
      detail: { 'key-id': KeyId, 'key-material-id': KeyMaterialId },
    })
  })
})

describe('events through CloudTrail', () => {
  it('carry the audit record; what only reads is left out unless the rule asks for all of it', async () => {
    const some = await bus(KMS)
    const all = await bus(KMS, 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS')
    for (const world of [some, all]) {
      const key = await world.createKey()
      await world.kms('DescribeKey', { KeyId: key.id })
      await world.kms('DisableKey', { KeyId: key.id })
    }
    const names = (events: readonly { detail: { eventName: string } }[]) =>
      events.map(({ detail }) => detail.eventName)
    expect(names(await some.sent())).toEqual(['CreateKey', 'DisableKey'])
    expect(names(await all.sent())).toEqual(['CreateKey', 'DescribeKey', 'DisableKey'])
    const [first] = await some.sent()
    expect(first).toMatchObject({ 'detail-type': 'AWS API Call via CloudTrail', source: 'aws.kms' })
    expect(first.detail).toEqual(some.cloud.trail().find(({ eventName }) => eventName === 'CreateKey'))
  })

  it('find who tries to use a key before it goes (F-717)', async () => {
    const pattern = {
      source: ['aws.kms'],
      detail: { errorCode: ['KMSInvalidStateException', 'DisabledException'] },
    }
    const { createKey, kms, sent } = await bus(
      JSON.stringify(pattern),
      'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
    )
    const key = await createKey()
    await kms('ScheduleKeyDeletion', { KeyId: key.id })
    await kms('Encrypt', { KeyId: key.id, Plaintext: Uint8Array.of(1) }).catch(() => undefined)
    const [event, ...more] = await sent()
    expect(more).toEqual([])
    expect(event.detail).toMatchObject({
      eventName: 'Encrypt',
      errorMessage: `${key.arn} is pending deletion.`,
    })
  })
})

describe('an alarm’s change of state', () => {
  it('is an event too', async () => {
    const { ask, travel, sent } = await bus(JSON.stringify({ source: ['aws.cloudwatch'] }))
    await ask('cloudwatch', 'PutMetricAlarm', {
      AlarmName: 'expiry',
      Namespace: 'AWS/KMS',
      MetricName: 'SecondsUntilKeyMaterialExpiration',
      Dimensions: [{ Name: 'KeyId', Value: 'k' }],
      Statistic: 'Minimum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    })
    await travel(minutes(5))
    const events = await sent()
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      'detail-type': 'CloudWatch Alarm State Change',
      time: '2026-01-12T09:01:00Z',
      resources: ['arn:aws:cloudwatch:eu-west-1:111122223333:alarm:expiry'],
      detail: { state: { value: 'ALARM' }, previousState: { value: 'INSUFFICIENT_DATA' } },
    })
  })
})

describe('rules and targets', () => {
  it('a rule that is off, gone, without targets or of another Region receives nothing', async () => {
    const { ask, createKey, sent } = await bus(KMS)
    await ask('events', 'DisableRule', { Name: 'keys' })
    await createKey()
    await ask('events', 'EnableRule', { Name: 'keys' })
    await createKey({}, caller('eu-central-1'))
    expect(await sent()).toEqual([])
    await createKey()
    expect(await sent()).toHaveLength(1)
    await ask('events', 'RemoveTargets', { Rule: 'keys', Ids: ['oncall'] })
    await createKey()
    expect(await sent()).toHaveLength(1)
  })

  it('a target may ask for a text of its own instead of the event', async () => {
    const { ask, createKey } = await bus(KMS)
    await ask('events', 'PutTargets', { Rule: 'keys', Targets: [{ ...TARGET, Input: '{"page":"Dario"}' }] })
    await createKey()
    const { Deliveries } = await ask('events', 'ListDeliveries', { Rule: 'keys' })
    expect(Deliveries).toMatchObject([
      { Sent: '{"page":"Dario"}', TargetArn: TARGET.Arn, Rule: 'keys', TargetId: 'oncall', Time: START },
    ])
  })

  it('what is refused is refused in EventBridge’s words', async () => {
    const { ask } = await bus(KMS)
    const code = (operation: string, input: object) =>
      ask('events', operation, input as never).then(
        () => 'ok',
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      )
    expect(await code('DeleteRule', { Name: 'keys' })).toBe(
      "ValidationException: Rule can't be deleted since it has targets.",
    )
    expect(await code('DescribeRule', { Name: 'other' })).toBe(
      'ResourceNotFoundException: Rule other does not exist on EventBus default.',
    )
    expect(await code('PutRule', { Name: 'a', EventPattern: '{"source":"aws.kms"}' })).toBe(
      'InvalidEventPatternException: Event pattern is not valid. Reason: "source" must be an object or an array',
    )
    expect(await code('PutRule', { Name: 'a' })).toBe(
      'ValidationException: Parameter(s) EventPattern or ScheduleExpression must be specified.',
    )
    expect(await code('PutTargets', { Rule: 'keys', Targets: [{ Id: 'x', Arn: 'nowhere' }] })).toMatch(
      /^ValidationException/,
    )
    const six = Array.from({ length: 6 }, (_, i) => ({ ...TARGET, Id: `t${i}` }))
    expect(await code('PutTargets', { Rule: 'keys', Targets: six })).toMatch(/^LimitExceededException/)
    expect(await code('DeleteRule', { Name: 'never-there' })).toBe('ok')
    expect(await code('ListRules', { EventBusName: 'other' })).toMatch(/^ResourceNotFoundException/)
  })

  it('lists name what there is', async () => {
    const { ask } = await bus(KMS)
    await ask('events', 'PutRule', { Name: 'audit', EventPattern: own, Description: 'for Chiyo' })
    const { Rules } = await ask('events', 'ListRules', { Limit: 1 })
    expect(Rules).toMatchObject([{ Name: 'audit', State: 'ENABLED', Description: 'for Chiyo' }])
    expect((await ask('events', 'ListTargetsByRule', { Rule: 'keys' })).Targets).toMatchObject([TARGET])
  })

  it('no rule, no cost: without one nothing is written for an event', async () => {
    const { createKey, tables } = testCloud()
    await createKey()
    expect(tables.names().filter((name) => name.startsWith('deliveries/'))).toEqual([])
  })
})

describe('a pattern', () => {
  const event = {
    source: 'aws.kms',
    'detail-type': 'AWS API Call via CloudTrail',
    resources: ['arn:aws:kms:eu-west-1:111122223333:key/a', 'arn:aws:kms:eu-west-1:111122223333:key/b'],
    detail: {
      eventName: 'Decrypt',
      count: 7,
      errorCode: null,
      user: { arn: 'arn:aws:iam::1:root' },
      parts: [{ n: 1 }, { n: 2 }],
    },
  }
  const holds = (pattern: object) => matches(readPattern(JSON.stringify(pattern)), event)

  it.each<[what: string, pattern: object, expected: boolean]>([
    ['a value as it is', { source: ['aws.kms'] }, true],
    ['another value', { source: ['aws.s3'] }, false],
    ['one of several', { source: ['aws.s3', 'aws.kms'] }, true],
    ['a value in another case', { source: ['AWS.KMS'] }, false],
    ['either case, when asked', { source: [{ 'equals-ignore-case': 'AWS.KMS' }] }, true],
    ['one entry of a list', { resources: ['arn:aws:kms:eu-west-1:111122223333:key/b'] }, true],
    ['all fields at once', { source: ['aws.kms'], detail: { eventName: ['Encrypt'] } }, false],
    ['deep fields', { detail: { user: { arn: ['arn:aws:iam::1:root'] } } }, true],
    ['a field of objects in a list', { detail: { parts: { n: [2] } } }, true],
    ['a beginning', { 'detail-type': [{ prefix: 'AWS ' }] }, true],
    ['a beginning in either case', { 'detail-type': [{ prefix: { 'equals-ignore-case': 'aws ' } }] }, true],
    ['an end', { detail: { eventName: [{ suffix: 'crypt' }] } }, true],
    ['a wildcard', { resources: [{ wildcard: 'arn:aws:kms:*:key/a' }] }, true],
    ['a wildcard that does not fit', { resources: [{ wildcard: 'arn:aws:kms:*:key/c' }] }, false],
    ['a dot is a dot in a wildcard', { source: [{ wildcard: 'aws?kms*' }] }, false],
    ['anything but a value', { detail: { eventName: [{ 'anything-but': 'Encrypt' }] } }, true],
    [
      'anything but this value',
      { detail: { eventName: [{ 'anything-but': ['Encrypt', 'Decrypt'] }] } },
      false,
    ],
    ['anything but a beginning', { detail: { eventName: [{ 'anything-but': { prefix: 'De' } }] } }, false],
    ['anything but, where nothing is', { detail: { nothing: [{ 'anything-but': 'x' }] } }, false],
    ['a number in a range', { detail: { count: [{ numeric: ['>', 5, '<=', 7] }] } }, true],
    ['a number out of a range', { detail: { count: [{ numeric: ['<', 7] }] } }, false],
    ['an exact number', { detail: { count: [{ numeric: ['=', 7] }] } }, true],
    ['null', { detail: { errorCode: [null] } }, true],
    ['null, where nothing is', { detail: { nothing: [null] } }, false],
    ['what exists', { detail: { count: [{ exists: true }] } }, true],
    ['what does not', { detail: { nothing: [{ exists: false }] } }, true],
    ['what should not', { detail: { count: [{ exists: false }] } }, false],
    ['an object is no leaf that exists', { detail: { user: [{ exists: true }] } }, false],
    ['one of two ways', { $or: [{ source: ['aws.s3'] }, { detail: { count: [7] } }] }, true],
    ['neither of two ways', { $or: [{ source: ['aws.s3'] }, { detail: { count: [8] } }] }, false],
    ['names that every object has', { constructor: [{ exists: true }] }, false],
  ])('matches %s as it should', (_what, pattern, expected) => {
    expect(holds(pattern)).toBe(expected)
  })

  it.each([
    '[]',
    '{}',
    'null',
    '{"source":[]}',
    '{"source":{}}',
    '{"source":"aws.kms"}',
    '{"source":[["aws.kms"]]}',
    '{"source":[{"like":"x"}]}',
    '{"source":[{"prefix":5}]}',
    '{"source":[{"prefix":"a","suffix":"b"}]}',
    '{"source":[{"numeric":["<"]}]}',
    '{"source":[{"numeric":["~",1]}]}',
    '{"source":[{"exists":"yes"}]}',
    '{"source":[{"anything-but":{"numeric":["<",1]}}]}',
    '{"source":[{"wildcard":"a**b"}]}',
    '{"source":[{"toString":"x"}]}',
    '{"$or":[{"source":["a"]}]}',
    'nonsense',
  ])('%s is refused', (text) => {
    expect(() => readPattern(text)).toThrow(expect.objectContaining({ name: 'PatternError' }) as Error)
  })

  it('is tried with TestEventPattern on an event that has all it needs', async () => {
    const { ask } = testCloud()
    const Event = JSON.stringify({ ...event, id: '1', account: '1', time: 't', region: 'eu-west-1' })
    const test = (EventPattern: string, given = Event) =>
      ask('events', 'TestEventPattern', { EventPattern, Event: given })
    expect(await test(KMS)).toEqual({ Result: true })
    expect(await test('{"source":["aws.s3"]}')).toEqual({ Result: false })
    await expect(test(KMS, '{"source":"aws.kms"}')).rejects.toMatchObject({ code: 'ValidationException' })
  })
})
