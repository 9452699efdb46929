import { expect, it } from 'vitest'
import { keyInState, type Wanted } from '../kms/testing/key-in-state.ts'
import { testAccount } from '../kms/testing/account.ts'
import { keysTable, type KeyRecord } from '../kms/key.ts'
import { keyGlyph, socketsOf } from './key-look.ts'

const cases: readonly [Pick<Wanted, 'state' | 'origin'>, string, object][] = [
  [{ state: 'Enabled', origin: 'AWS_KMS' }, 'key-enabled-generated', { custody: 'kms', fill: 'seated' }],
  [{ state: 'Enabled', origin: 'EXTERNAL' }, 'key-enabled-imported', { custody: 'you', fill: 'seated' }],
  [{ state: 'Disabled', origin: 'AWS_KMS' }, 'key-disabled-generated', { fill: 'seated', barred: true }],
  [{ state: 'Disabled', origin: 'EXTERNAL' }, 'key-disabled', { fill: 'seated', barred: true }],
  [{ state: 'PendingImport', origin: 'EXTERNAL' }, 'key-pending-import-known', { fill: 'emptied' }],
  [{ state: 'PendingDeletion', origin: 'AWS_KMS' }, 'key-pending-deletion', { hatched: true }],
  [{ state: 'Enabled', origin: 'AWS_CLOUDHSM' }, 'key-enabled-imported', { custody: 'you', fill: 'seated' }],
  [{ state: 'Unavailable', origin: 'AWS_CLOUDHSM' }, 'key-unavailable', { custody: 'you', broken: true }],
]

it.each(cases)('a key is drawn by its state and by who answers for it: %j', async (wanted, glyph, look) => {
  const account = testAccount()
  const { id } = await keyInState(account, { ...wanted, kind: 'symmetric' })
  const key = account.tables.get<KeyRecord>(keysTable('111122223333', 'eu-west-1'), id)!
  expect(keyGlyph(key, account.clock.now())).toBe(glyph)
  expect(socketsOf(key, account.clock.now())[0]?.look).toMatchObject(look)
})
