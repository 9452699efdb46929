import { expect, it } from 'vitest'
import { START } from '../kms/testing/account.ts'
import { seconds } from '../world/clock.ts'
import { testCloud } from './testing/cloud.ts'
import { gapRow } from './trail-gap.ts'

it('keeps records of its time from LookupEvents, and loses none', async () => {
  const { ask, clock, createKey, kms, cloud, tables } = testCloud()
  const { id: KeyId } = await createKey()
  for (const operation of ['DescribeKey', 'DisableKey', 'EnableKey']) {
    clock.advance(seconds(10))
    await kms(operation, { KeyId })
  }
  const names = async (input = {}) =>
    (await ask('cloudtrail', 'LookupEvents', input)).Events.map(
      ({ EventName }: { readonly EventName: string }) => EventName,
    )
  tables.apply([gapRow({ from: START + seconds(10), until: START + seconds(30) })])
  expect(await names()).toEqual(['EnableKey', 'CreateKey'])
  const byName = { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'DisableKey' }] }
  expect(await names(byName)).toEqual([])
  expect(cloud.trail().map(({ eventName }) => eventName)).toContain('DisableKey')
})
