import { expect, it } from 'vitest'
import { virtualClock } from '../world/clock.ts'
import { seededEntropy } from '../world/entropy.ts'
import { createKms } from './engine.ts'
import { Tables } from './tables.ts'
import { caller, START, testCrypto } from './testing/account.ts'

it('an account has so many keys in a Region and no more, disabled and dying ones included (F-1001)', async () => {
  const world = { clock: virtualClock(START), entropy: seededEntropy(new Uint8Array(32)) }
  const kms = createKms({ world, crypto: testCrypto(), tables: new Tables(), limits: { keys: 2 } })
  const create = (as = caller()) => kms.call('CreateKey', {}, as)

  const first = await create()
  const KeyId = first.ok && (first.output.KeyMetadata as { KeyId: string }).KeyId
  expect(await create()).toMatchObject({ ok: true })
  const refused = { ok: false, error: { code: 'LimitExceededException', message: '' } }
  expect(await create()).toMatchObject(refused)
  await kms.call('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, caller())
  expect(await create()).toMatchObject(refused)
  expect(await create(caller('eu-central-1'))).toMatchObject({ ok: true })
  expect(await create(caller('eu-west-1', '444455556666'))).toMatchObject({ ok: true })
})
