import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { minutes } from '../world/clock.ts'
import { playHeadless } from './headless.ts'
import type { Stage } from './lab-definition.ts'
import { bucket } from './stage-store.ts'
import { hands } from './testing/hands.ts'

const FAR = 'eu-central-1'
const created = async (stage: Stage, region?: string) => {
  const { KeyMetadata } = await stage.call('CreateKey', {}, 'KeyAdmin', region)
  return (KeyMetadata as { readonly Arn: string }).Arn
}

describe('a lab’s stage, player and view', () => {
  it('reach another Region, whose keys have names, aliases and states of their own', async () => {
    const player = await playHeadless(
      {
        async start(stage) {
          stage.name('Here', await created(stage))
          const far = await created(stage, FAR)
          stage.name('Far', far)
          await stage.call(
            'CreateAlias',
            { AliasName: 'alias/x', TargetKeyId: far.split('/')[1] },
            'KeyAdmin',
            FAR,
          )
        },
      },
      1,
      hands,
    )
    const { view, arn } = player
    expect(view.keys().map(({ arn }) => arn)).toEqual([arn('Here')])
    expect(view.keys(FAR).map(({ arn }) => arn)).toEqual([arn('Far')])
    expect([view.behind('alias/x'), view.behind('alias/x', FAR)?.arn]).toEqual([undefined, arn('Far')])
    expect(await player.call('DisableKey', { KeyId: arn('Far') })).toMatchObject({ ok: false })
    expect(await player.call('DisableKey', { KeyId: arn('Far') }, FAR, 'KeyAdmin')).toMatchObject({
      ok: true,
    })
    expect([view.state('Here'), view.state('Far')]).toEqual(['Enabled', 'Disabled'])
    expect(view.events.at(-1)?.userIdentity.arn).toContain('/KeyAdmin/')
  })

  it('ask the services beside KMS as a role, which may be refused', async () => {
    const player = await playHeadless({ start: (stage) => bucket(stage, 'shelf') }, 1, hands)
    const put = { Bucket: 'shelf', Key: 'a', Body: encodeUtf8('a') }
    expect(await player.request('s3', 'PutObject', put, 'Auditor')).toEqual({
      ok: false,
      code: 'AccessDenied',
      message: expect.stringContaining('assumed-role/Auditor/lab is not authorized to perform: s3:PutObject'),
    })
    expect(await player.request('s3', 'PutObject', put, 'AppRole')).toMatchObject({ ok: true })
    expect(player.view.objects()).toMatchObject([{ bucket: 'shelf', key: 'a', readable: true }])
  })

  it('see objects under SSE-KMS by the state of the key, and alarms with what they watch', async () => {
    const player = await playHeadless(
      {
        async start(stage) {
          const arn = await created(stage)
          stage.name('K', arn)
          await bucket(stage, 'shelf')
          const sealed = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn }
          await stage.request('s3', 'PutObject', {
            Bucket: 'shelf',
            Key: 'a',
            Body: encodeUtf8('a'),
            ...sealed,
          })
          await stage.request('cloudwatch', 'PutMetricAlarm', {
            AlarmName: 'K runs out',
            Namespace: 'AWS/KMS',
            MetricName: 'SecondsUntilKeyMaterialExpiration',
            Dimensions: [{ Name: 'KeyId', Value: arn.split('/')[1] }],
            Statistic: 'Minimum',
            Period: 60,
            EvaluationPeriods: 1,
            Threshold: 604_800,
            ComparisonOperator: 'LessThanThreshold',
          })
        },
      },
      1,
      hands,
    )
    const { view, arn } = player
    expect(view.objects('shelf')).toMatchObject([{ keyArn: arn('K'), readable: true }])
    await player.call('DisableKey', { KeyId: arn('K') })
    expect(view.objects('shelf')).toMatchObject([{ keyArn: arn('K'), readable: false }])
    expect(view.objects('no such bucket')).toEqual([])
    await player.moveClock(view.now + minutes(2))
    expect(view.alarms()).toMatchObject([
      {
        name: 'K runs out',
        threshold: 604_800,
        comparison: 'LessThanThreshold',
        metric: {
          MetricName: 'SecondsUntilKeyMaterialExpiration',
          Dimensions: [{ Name: 'KeyId', Value: arn('K').split('/')[1] }],
        },
      },
    ])
  })
})
