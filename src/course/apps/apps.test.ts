import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '../../world/clock.ts'
import { LAB_START, playHeadless } from '../headless.ts'
import type { Stage } from '../lab-definition.ts'
import { importedKey } from '../stage-import.ts'
import { bucket, storedRecords } from '../stage-store.ts'
import { hands } from '../testing/hands.ts'
import { hourlyRate } from './app-view.ts'
import { intake, nightlyExport, reader } from './app.ts'
import { dueActs, MOST_ACTS } from './due-acts.ts'
import { MOST_RESULTS } from './pass-time.ts'

const BUCKET = 'trial-records'
const play = (start: (stage: Stage) => Promise<void>) => playHeadless({ start }, 1, hands)

async function aliased(stage: Stage): Promise<string> {
  await bucket(stage, BUCKET)
  const { KeyMetadata } = await stage.call('CreateKey', {}, 'KeyAdmin')
  const { Arn } = KeyMetadata as { readonly Arn: string }
  stage.name('K1', Arn)
  await stage.call('CreateAlias', { AliasName: 'alias/intake', TargetKeyId: Arn }, 'KeyAdmin')
  return Arn
}

const by = (app: string) => `arn:aws:sts::111122223333:assumed-role/AppRole/${app}`

describe('the intake', () => {
  it('writes a record each hour under its alias, with a context, and leaves the records of a real caller', async () => {
    const { view, moveClock, arn } = await play(async (stage) => {
      await aliased(stage)
      stage.install(intake({ bucket: BUCKET, key: 'alias/intake' }))
    })
    await moveClock(view.now + hours(3))
    expect(view.objects(BUCKET).map(({ key, keyArn, readable }) => [key, keyArn, readable])).toEqual(
      ['r-0001', 'r-0002', 'r-0003'].map((id) => [`records/${id}`, arn('K1'), true]),
    )
    expect(
      view.events.map(({ eventName, eventTime, userIdentity, requestParameters }) => [
        eventName,
        eventTime,
        userIdentity.arn,
        requestParameters?.encryptionContext,
      ]),
    ).toEqual(
      [10, 11, 12].map((hour, i) => [
        'GenerateDataKey',
        `2026-01-12T${hour}:00:00Z`,
        by('intake'),
        { record: `r-000${i + 1}` },
      ]),
    )
    expect(view.apps()).toMatchObject([
      { name: 'intake', acts: 3, last: { at: LAB_START + hours(3), ok: 1, failed: 0, stands: 1 } },
    ])
  })

  it('notes the error code of a refusal and writes nothing', async () => {
    const { view, moveClock, call, arn } = await play(async (stage) => {
      await aliased(stage)
      stage.install(intake({ bucket: BUCKET, key: 'alias/intake' }))
    })
    await call('DisableKey', { KeyId: arn('K1') })
    await moveClock(LAB_START + hours(1))
    expect(view.apps()[0]?.last).toEqual({
      at: LAB_START + hours(1),
      ok: 0,
      failed: 1,
      code: 'DisabledException',
      stands: 1,
    })
    expect(view.objects()).toEqual([])
    expect(view.events.at(-1)).toMatchObject({ eventName: 'GenerateDataKey', errorCode: 'DisabledException' })
  })

  it('does as its settings say, which people may change, and says when they make no sense', async () => {
    const settings = { bucket: BUCKET, key: 'settings/intake.json' }
    const set = (text: string) => ({
      Bucket: BUCKET,
      Key: settings.key,
      Body: new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>,
    })
    const { view, moveClock, request } = await play(async (stage) => {
      await aliased(stage)
      await stage.request('s3', 'PutObject', set('{"key":"alias/intake","context":["record","study"]}'))
      stage.install(intake({ bucket: BUCKET, key: 'alias/nothing', settings, study: 'FT-77' }))
    })
    await moveClock(view.now + hours(1))
    expect(view.events.at(-1)?.requestParameters?.encryptionContext).toEqual({
      record: 'r-0001',
      study: 'FT-77',
    })
    await request('s3', 'PutObject', set('{"context":["everything"]}'))
    await moveClock(view.now + hours(1))
    expect(view.apps()[0]?.last).toMatchObject({ failed: 1, code: 'BadSettings' })
  })
})

describe('the reader', () => {
  it('opens what it has a data key for after the key is gone, for five minutes and not longer', async () => {
    let expiry = 0
    const { view, moveClock } = await play(async (stage) => {
      await bucket(stage, BUCKET)
      expiry = stage.now + days(2) + seconds(7)
      const { arn } = await importedKey(stage, 'K6', 'K6', stage.random(32), expiry)
      await storedRecords(stage, { bucket: BUCKET, keyId: arn, study: 'FT-10', count: 12 })
      stage.install(reader({ bucket: BUCKET, every: minutes(1), keepsKeysFor: minutes(5) }))
    })
    expect(view.objects().every(({ readable }) => readable)).toBe(true)
    await moveClock(expiry + seconds(1))
    expect(view.state('K6')).toBe('PendingImport')
    expect(view.apps()[0]?.last).toMatchObject({ ok: 2, failed: 0 })
    expect(view.apps()[0]?.inMemory.map(({ object }) => object)).toContain('records/r-0001')
    const records = view.scene().length
    expect(view.objects().some(({ readable }) => readable)).toBe(false)
    expect(view.scene()).toHaveLength(records)

    await moveClock(expiry + minutes(1))
    expect(view.apps()[0]?.last).toMatchObject({ ok: 1, failed: 1, code: 'KMSInvalidStateException' })
    await moveClock(expiry + minutes(6))
    expect(view.apps()[0]?.last).toMatchObject({ ok: 0, failed: 2, code: 'KMSInvalidStateException' })
    expect(view.apps()[0]?.inMemory).toEqual([])
  })

  it('without a memory asks KMS for each record', async () => {
    const { view, moveClock } = await play(async (stage) => {
      const arn = await aliased(stage)
      await storedRecords(stage, { bucket: BUCKET, keyId: arn, study: 'FT-10', count: 3 })
      stage.install(reader({ bucket: BUCKET }))
    })
    await moveClock(view.now + minutes(30))
    expect(view.events.map(({ eventName }) => eventName)).toEqual(Array.from({ length: 4 }, () => 'Decrypt'))
  })
})

describe('several apps', () => {
  it('act in the order of their due times, and what is due by itself happens before an act of the same instant', async () => {
    const { view, moveClock, call, arn } = await play(async (stage) => {
      await aliased(stage)
      stage.install(nightlyExport({ bucket: BUCKET }))
      stage.install(reader({ bucket: BUCKET, every: hours(1), offset: minutes(30) }))
      stage.install(intake({ bucket: BUCKET, key: 'alias/intake' }))
    })
    await moveClock(Date.UTC(2026, 0, 13, 3))
    const acts = view
      .apps()
      .flatMap(({ name, results }) => results.map(({ at }) => ({ name, at })))
      .map(({ name, at }) => [at, name] as const)
    const recorded = view.events.map(({ eventTime }) => Date.parse(eventTime))
    expect(recorded).toEqual([...recorded].sort((a, b) => a - b))
    expect(acts.filter(([, name]) => name === 'nightly-export')).toEqual([
      [Date.UTC(2026, 0, 13, 2), 'nightly-export'],
    ])
    expect(acts.filter(([, name]) => name === 'intake')).toHaveLength(18)

    await call('ScheduleKeyDeletion', { KeyId: arn('K1'), PendingWindowInDays: 7 })
    await moveClock(view.now + days(8))
    expect(view.key('K1')).toBeUndefined()
    expect(view.apps().find(({ name }) => name === 'intake')?.last?.code).toBe('NotFoundException')
  })

  it('stay few in jumps of ten years, and their notes stay few too', async () => {
    const { view, moveClock } = await play(async (stage) => {
      const key = await aliased(stage)
      await storedRecords(stage, { bucket: BUCKET, keyId: key, study: 'FT-10', count: 2 })
      stage.install(intake({ bucket: BUCKET, key: 'alias/intake', recordsBefore: 2 }))
      stage.install(reader({ bucket: BUCKET, every: minutes(1) }))
    })
    for (let i = 0; i < 5; i++) await moveClock(view.now + days(3_652))
    for (const { results, acts } of view.apps()) {
      expect(acts).toBe(5 * MOST_ACTS)
      expect(results.length).toBeLessThanOrEqual(MOST_RESULTS)
    }
    expect(view.objects()).toHaveLength(2 + 5 * MOST_ACTS)
  })
})

describe('the acts of a jump', () => {
  const hourly = { every: hours(1), offset: 0 }
  it('are all of them while they are few, and none is made twice by two moves that meet', () => {
    const whole = dueActs(hourly, 0, hours(20), () => [])
    expect(whole).toHaveLength(20)
    const halves = [
      dueActs(hourly, 0, minutes(600), () => []),
      dueActs(hourly, minutes(600), hours(20), () => []),
    ]
    expect(halves.flat()).toEqual(whole)
    expect(dueActs(hourly, hours(3), hours(3), () => [])).toEqual([])
  })

  it('stand together for every one, with those directly before and after what happens by itself', () => {
    const mark = hours(5_000) + 1
    const acts = dueActs(hourly, 0, days(365), () => [mark])
    expect(acts).toHaveLength(MOST_ACTS)
    expect(acts.reduce((sum, { stands }) => sum + stands, 0)).toBe(365 * 24)
    expect(acts.map(({ at }) => at)).toEqual(expect.arrayContaining([hours(5_000), hours(5_001)]))
    expect(acts.find(({ at }) => at === hours(5_001))?.stands).toBe(1)
    expect(acts.slice(-6).map(({ at }) => days(365) - at)).toEqual([5, 4, 3, 2, 1, 0].map(hours))
  })
})

describe('the rate', () => {
  it('counts what went well and wrong in each hour, the running hour last', () => {
    const result = (at: number, ok: number, failed: number) => ({ at, ok, failed, stands: 1 })
    expect(
      hourlyRate(
        [result(hours(1), 2, 0), result(hours(2) + 1, 1, 1), result(hours(3), 0, 2)],
        hours(3) + minutes(5),
        3,
      ),
    ).toEqual([
      { hour: hours(1), ok: 2, failed: 0 },
      { hour: hours(2), ok: 1, failed: 1 },
      { hour: hours(3), ok: 0, failed: 2 },
    ])
  })
})
