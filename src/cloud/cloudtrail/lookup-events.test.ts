import { describe, expect, it } from 'vitest'
import { caller, START } from '../../kms/testing/account.ts'
import type { TrailEvent } from '../../kms/trail.ts'
import { days, seconds } from '../../world/clock.ts'
import { testCloud } from '../testing/cloud.ts'
import { appendTrail } from '../trail.ts'

const names = ({ Events }: { Events: { EventName: string }[] }) => Events.map(({ EventName }) => EventName)
const by = (AttributeKey: string, AttributeValue: string) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
})

async function history() {
  const world = testCloud()
  const { ask, clock, createKey, kms } = world
  const key = await createKey()
  clock.advance(seconds(10))
  await kms('DescribeKey', { KeyId: key.id })
  clock.advance(seconds(10))
  await kms('DisableKey', { KeyId: key.id })
  await kms('Encrypt', { KeyId: key.id, Plaintext: Uint8Array.of(1) }).catch(() => undefined)
  const look = (input = {}, as = caller()) => ask('cloudtrail', 'LookupEvents', input, as)
  return { ...world, key, look }
}

describe('LookupEvents', () => {
  it('gives the newest first, each with its record as JSON text', async () => {
    const { look, cloud } = await history()
    const { Events } = await look()
    expect(names({ Events })).toEqual(['Encrypt', 'DisableKey', 'DescribeKey', 'CreateKey'])
    expect(JSON.parse(Events[0].CloudTrailEvent)).toEqual(cloud.trail()[3])
    expect(Events[0]).toMatchObject({
      EventTime: START + seconds(20),
      ReadOnly: 'true',
      EventSource: 'kms.amazonaws.com',
      Username: 'root',
    })
  })

  it('finds by each attribute, one at a time', async () => {
    const { look, key } = await history()
    const { Events } = await look()
    expect(names(await look(by('EventName', 'DisableKey')))).toEqual(['DisableKey'])
    expect(names(await look(by('EventId', Events[2].EventId)))).toEqual(['DescribeKey'])
    expect(names(await look(by('ReadOnly', 'false')))).toEqual(['DisableKey', 'CreateKey'])
    expect(names(await look(by('ResourceName', key.arn)))).toHaveLength(4)
    expect(names(await look(by('ResourceType', 'AWS::KMS::Key')))).toHaveLength(4)
    expect(names(await look(by('EventSource', 's3.amazonaws.com')))).toEqual([])
    expect(new Set(names(await look(by('EventSource', 'cloudtrail.amazonaws.com'))))).toEqual(
      new Set(['LookupEvents']),
    )
    expect(names(await look(by('Username', 'nobody')))).toEqual([])
    expect(names(await look(by('AccessKeyId', 'AKIAIOSFODNN7EXAMPLE')))).toEqual([])
    const two = [...by('EventName', 'Encrypt').LookupAttributes, ...by('ReadOnly', 'true').LookupAttributes]
    await expect(look({ LookupAttributes: two })).rejects.toMatchObject({
      code: 'InvalidLookupAttributesException',
    })
    await expect(look(by('Colour', 'red'))).rejects.toMatchObject({
      code: 'InvalidLookupAttributesException',
    })
  })

  it('names a session of a role as its user', async () => {
    const { look, cloud } = await history()
    const arn = 'arn:aws:sts::111122223333:assumed-role/Auditor/chiyo'
    const auditor = { ...caller(), principal: { type: 'AssumedRole', principalId: 'x:chiyo', arn } } as const
    await cloud.call('ListKeys', {}, auditor)
    expect(names(await look(by('Username', 'chiyo')))).toEqual(['ListKeys'])
  })

  it('keeps to the time asked for, both ends included', async () => {
    const { look } = await history()
    const between = (StartTime: number, EndTime: number) => look({ StartTime, EndTime })
    expect(names(await between(START + seconds(10), START + seconds(10)))).toEqual(['DescribeKey'])
    expect(names(await between(START, START + seconds(19)))).toEqual(['DescribeKey', 'CreateKey'])
    await expect(between(START + 1, START)).rejects.toMatchObject({ code: 'InvalidTimeRangeException' })
  })

  it('forgets what is older than 90 days', async () => {
    const { look, travel } = await history()
    await travel(days(90) - seconds(15))
    expect(names(await look(by('EventName', 'CreateKey')))).toEqual([])
    expect(names(await look({ ...by('EventName', 'DisableKey'), StartTime: 0 }))).toEqual(['DisableKey'])
  })

  it('goes page by page without losing or doubling one, while new records come', async () => {
    const { look } = await history()
    const first = await look({ MaxResults: 3 })
    expect(names(first)).toEqual(['Encrypt', 'DisableKey', 'DescribeKey'])
    const second = await look({ MaxResults: 3, NextToken: first.NextToken })
    expect(names(second)).toEqual(['CreateKey'])
    expect(second.NextToken).toBeUndefined()
    await expect(look({ NextToken: 'x' })).rejects.toMatchObject({ code: 'InvalidNextTokenException' })
    await expect(look({ MaxResults: 51 })).rejects.toMatchObject({
      code: 'InvalidMaxResultsException',
      message: 'The max results value of 51 is invalid. Specify max results between 1 and 50.',
    })
    await expect(look({ MaxResults: 0 })).rejects.toMatchObject({ code: 'InvalidMaxResultsException' })
  })

  it('shows an account and a Region their own records only', async () => {
    const { look } = await history()
    expect(names(await look({}, caller('eu-central-1')))).toEqual([])
    expect(names(await look({}, caller('eu-west-1', '444455556666')))).toEqual([])
  })

  it('reads no more records for its first page when the trail is 100,000 long', async () => {
    const { look, tables, cloud } = await history()
    const [sample] = cloud.trail() as [TrailEvent]
    appendTrail(tables, Array<TrailEvent>(100_000).fill(sample))
    let reads = 0
    const { get, rows } = tables
    tables.get = function counted<Row>(table: string, key: string) {
      if (table === 'trail') reads++
      return get.call(tables, table, key) as Row | undefined
    }
    tables.rows = function refused<Row>(table: string) {
      if (table === 'trail') throw new Error('the whole trail was read')
      return rows.call(tables, table) as IterableIterator<[string, Row]>
    }
    expect((await look()).Events).toHaveLength(50)
    expect(reads).toBe(51)
  })
})
