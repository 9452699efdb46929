import { expect, it } from 'vitest'
import { hours } from '../world/clock.ts'
import { material, START, testAccount, testCrypto } from './testing/account.ts'

const DAY = hours(24)

/** An account whose clock is moved while KMS opens the wrapped material. */
function accountMovedBy(ms: number) {
  const real = testCrypto()
  const account = testAccount({
    crypto: {
      ...real,
      async rsaOaepDecrypt(...given) {
        const opened = await real.rsaOaepDecrypt(...given)
        account.clock.advance(ms)
        return opened
      },
    },
  })
  return account
}

it('a call is of the time at which it began, whatever the clock does meanwhile', async () => {
  const account = accountMovedBy(hours(25))
  const { id } = await account.createKey({ Origin: 'EXTERNAL' })
  // The token ends after 24 hours: had the call looked again, it would be over.
  await account.importMaterial(id, material(1), {
    ExpirationModel: 'KEY_MATERIAL_EXPIRES',
    ValidTo: START + hours(30),
  })
  const record = account.trail.findLast(({ eventName }) => eventName === 'ImportKeyMaterial')
  expect(record?.eventTime).toBe(new Date(START).toISOString().replace('.000', ''))
  expect(await account.state(id)).toBe('Enabled')
})

it('what fell due while a call ran happens right after it', async () => {
  const account = accountMovedBy(2 * DAY)
  const { id } = await account.createKey({ Origin: 'EXTERNAL' })
  await account.importMaterial(id, material(1), {
    ExpirationModel: 'KEY_MATERIAL_EXPIRES',
    ValidTo: START + DAY,
  })
  expect(account.trail.map(({ eventName }) => eventName).slice(-2)).toEqual([
    'ImportKeyMaterial',
    'DeleteExpiredKeyMaterial',
  ])
  expect(await account.state(id)).toBe('PendingImport')
})
