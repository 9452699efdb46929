import { describe, expect, it } from 'vitest'
import { testAccount } from '../kms/testing/account.ts'
import { keyNames } from './key-names.ts'

describe('names of keys', () => {
  it('are the ids and aliases of one Region, without a call that the trail would show', async () => {
    const account = testAccount()
    const { id } = await account.createKey({ Description: 'Payroll' })
    await account.call('CreateAlias', { AliasName: 'alias/payroll', TargetKeyId: id })
    const before = account.trail.length
    expect(keyNames(account.tables, '111122223333', 'eu-west-1')).toEqual([
      { value: 'alias/payroll', hint: id },
      { value: id, hint: 'Payroll' },
    ])
    expect(keyNames(account.tables, '111122223333', 'eu-central-1')).toEqual([])
    expect(account.trail).toHaveLength(before)
  })
})
