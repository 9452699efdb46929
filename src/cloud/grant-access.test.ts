import { beforeEach, describe, expect, it } from 'vitest'
import { caller, material } from '../kms/testing/account.ts'
import type { Caller } from '../kms/trail.ts'
import { rolesTable, rootArn, sessionOf } from './identities.ts'
import { testCloud, type TestCloud } from './testing/cloud.ts'

const HOME = '111122223333'
const AWAY = '444455556666'
const TRUST = JSON.stringify({ Statement: [] })
const bare: Caller = { ...caller(), principal: sessionOf(HOME, 'Bare', 'ben') }
const there = (role: string): Caller => ({
  ...caller(),
  accountId: AWAY,
  principal: sessionOf(AWAY, role, 'eva'),
})

let cloud: TestCloud
let key: { id: string; arn: string }

const role = (account: string, name: string, ...allowed: string[]) =>
  cloud.tables.apply([
    [
      rolesTable(account),
      name,
      {
        name,
        trustPolicy: TRUST,
        policies: allowed.length
          ? { p: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: allowed, Resource: '*' }] }) }
          : {},
      },
    ],
  ])
const grant = (input: Record<string, unknown>) =>
  cloud.kms('CreateGrant', {
    KeyId: key.arn,
    Operations: ['Encrypt', 'CreateGrant', 'RetireGrant'],
    ...input,
  })
const encrypt = (as: Caller) => cloud.kms('Encrypt', { KeyId: key.arn, Plaintext: material(5) }, as)
const denied = { code: 'AccessDeniedException' }

beforeEach(async () => {
  cloud = testCloud()
  key = await cloud.createKey()
  role(HOME, 'Bare')
  role(AWAY, 'User', 'kms:*')
  role(AWAY, 'Bare')
})

describe('a grant', () => {
  it('allows its grantee with no other policy, until it is revoked', async () => {
    await expect(encrypt(bare)).rejects.toMatchObject(denied)
    const { GrantId } = await grant({ GranteePrincipal: `arn:aws:iam::${HOME}:role/Bare` })
    await encrypt(bare)
    await cloud.kms('RevokeGrant', { KeyId: key.arn, GrantId })
    await expect(encrypt(bare)).rejects.toMatchObject(denied)
  })

  it('does not widen what it says: another operation, another role', async () => {
    await grant({ GranteePrincipal: `arn:aws:iam::${HOME}:role/Bare`, Operations: ['Decrypt'] })
    await expect(encrypt(bare)).rejects.toMatchObject(denied)
    await grant({ GranteePrincipal: `arn:aws:iam::${HOME}:role/Other` })
    await expect(encrypt(bare)).rejects.toMatchObject(denied)
  })

  it('two that disagree add up: nothing in one grant can deny what another allows', async () => {
    const GranteePrincipal = `arn:aws:iam::${HOME}:role/Bare`
    await grant({ GranteePrincipal, Constraints: { EncryptionContextEquals: { a: '1' } } })
    await grant({ GranteePrincipal, Constraints: { EncryptionContextEquals: { a: '2' } } })
    const within = (EncryptionContext: Record<string, string>) =>
      cloud.kms('Encrypt', { KeyId: key.arn, Plaintext: material(5), EncryptionContext }, bare)
    await within({ a: '1' })
    await within({ a: '2' })
    await expect(within({ a: '3' })).rejects.toMatchObject(denied)
  })

  it('to another account leaves it to that account’s identity policies; to a role there it is enough with one', async () => {
    await expect(encrypt(there('User'))).rejects.toMatchObject(denied)
    await grant({ GranteePrincipal: rootArn(AWAY) })
    await encrypt(there('User'))
    await expect(encrypt(there('Bare'))).rejects.toMatchObject(denied)
  })

  it('is handed on only within its own operations and constraints', async () => {
    await grant({
      GranteePrincipal: `arn:aws:iam::${HOME}:role/Bare`,
      Operations: ['Encrypt', 'CreateGrant'],
      Constraints: { EncryptionContextSubset: { a: '1' } },
    })
    const child = (input: Record<string, unknown>) =>
      cloud.kms(
        'CreateGrant',
        {
          KeyId: key.arn,
          GranteePrincipal: `arn:aws:iam::${HOME}:role/Other`,
          Operations: ['Encrypt'],
          Constraints: { EncryptionContextSubset: { a: '1', b: '2' } },
          ...input,
        },
        bare,
      )
    await child({})
    await expect(child({ Operations: ['Decrypt'] })).rejects.toMatchObject(denied)
    await expect(child({ Constraints: undefined })).rejects.toMatchObject(denied)
    await expect(child({ Constraints: { EncryptionContextSubset: { b: '2' } } })).rejects.toMatchObject(
      denied,
    )
  })

  it('is retired by whom it names, by its grantee if it says so, and by its account; by nobody else', async () => {
    const GranteePrincipal = `arn:aws:iam::${HOME}:role/Bare`
    const retire = (GrantId: string, as?: Caller) => cloud.kms('RetireGrant', { KeyId: key.arn, GrantId }, as)
    role(HOME, 'Named')
    const named: Caller = { ...caller(), principal: sessionOf(HOME, 'Named', 'nia') }
    const first = await grant({
      GranteePrincipal,
      Operations: ['Encrypt'],
      RetiringPrincipal: `arn:aws:iam::${HOME}:role/Named`,
    })
    await expect(retire(first.GrantId, bare)).rejects.toMatchObject(denied)
    await retire(first.GrantId, named)
    const second = await grant({ GranteePrincipal })
    await expect(retire(second.GrantId, named)).rejects.toMatchObject(denied)
    await retire(second.GrantId, bare)
    await retire((await grant({ GranteePrincipal, Operations: ['Encrypt'] })).GrantId)
  })
})
