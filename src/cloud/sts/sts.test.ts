import { beforeEach, describe, expect, it } from 'vitest'
import { caller } from '../../kms/testing/account.ts'
import type { Caller } from '../../kms/trail.ts'
import { minutes } from '../../world/clock.ts'
import { SESSIONS, sessionOf, type SessionRecord } from '../identities.ts'
import { testCloud, type TestCloud } from '../testing/cloud.ts'

const HOME = '111122223333'
const AWAY = '444455556666'
const arn = (role: string, account = HOME) => `arn:aws:iam::${account}:role/${role}`
const as = (role: string, account = HOME): Caller => ({
  ...caller(),
  accountId: account,
  principal: sessionOf(account, role, 'ben'),
})
const trust = (Principal: unknown, Condition?: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...(Condition ? { Condition } : {}) },
    ],
  })

let cloud: TestCloud
const assume = (RoleArn: string, by?: Caller, more: Record<string, unknown> = {}) =>
  cloud.ask('sts', 'AssumeRole', { RoleArn, RoleSessionName: 'night', ...more }, by)
const denied = { code: 'AccessDenied', status: 403 }

beforeEach(() => {
  cloud = testCloud()
})

describe('AssumeRole', () => {
  it('lets root take each role of the cast, and says who one is then', async () => {
    const { Credentials, AssumedRoleUser } = await assume(arn('KeyCustodian'))
    expect(AssumedRoleUser.Arn).toBe(`arn:aws:sts::${HOME}:assumed-role/KeyCustodian/night`)
    const session = cloud.tables.get<SessionRecord>(SESSIONS, Credentials.AccessKeyId)
    expect(session).toMatchObject({ role: 'KeyCustodian', name: 'night', accountId: HOME })
    expect(Credentials.Expiration - cloud.clock.now()).toBe(minutes(60))
  })

  it('refuses a role that is not there in the words for one that does not trust the caller', async () => {
    await expect(assume(arn('Nobody'), as('AppRole'))).rejects.toMatchObject(denied)
    await expect(assume(arn('KeyAdmin'), as('AppRole'))).rejects.toMatchObject({
      ...denied,
      message: `User: arn:aws:sts::${HOME}:assumed-role/AppRole/ben is not authorized to perform: sts:AssumeRole on resource: ${arn('KeyAdmin')}`,
    })
  })

  it('needs the trust policy alone where it names the role, and an identity policy too where it names the account', async () => {
    const make = (RoleName: string, AssumeRolePolicyDocument: string) =>
      cloud.ask('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument })
    await make('Named', trust({ AWS: arn('AppRole') }))
    await make('Open', trust({ AWS: `arn:aws:iam::${HOME}:root` }))
    await assume(arn('Named'), as('AppRole'))
    await expect(assume(arn('Open'), as('AppRole'))).rejects.toMatchObject(denied)
    await assume(arn('Open'), as('KeyAdmin'))
  })

  it('between accounts needs both sides', async () => {
    await cloud.ask('iam', 'CreateRole', {
      RoleName: 'Shared',
      AssumeRolePolicyDocument: trust({ AWS: `arn:aws:iam::${AWAY}:root` }),
    })
    await assume(arn('Shared'), as('KeyAdmin', AWAY))
    await expect(assume(arn('Shared'), as('AppRole', AWAY))).rejects.toMatchObject(denied)
    await expect(assume(arn('Shared'), as('Auditor'))).rejects.toMatchObject(denied)
  })

  it('asks for the external id where the trust policy does', async () => {
    await cloud.ask('iam', 'CreateRole', {
      RoleName: 'Vendor',
      AssumeRolePolicyDocument: trust(
        { AWS: arn('AppRole') },
        { StringEquals: { 'sts:ExternalId': 'fernhill-7' } },
      ),
    })
    await expect(assume(arn('Vendor'), as('AppRole'))).rejects.toMatchObject(denied)
    await expect(assume(arn('Vendor'), as('AppRole'), { ExternalId: 'other' })).rejects.toMatchObject(denied)
    await assume(arn('Vendor'), as('AppRole'), { ExternalId: 'fernhill-7' })
  })

  it('lasts no longer than an hour, and refuses a session policy that cannot be read', async () => {
    await expect(assume(arn('KeyAdmin'), undefined, { DurationSeconds: 3601 })).rejects.toMatchObject({
      code: 'ValidationError',
    })
    await assume(arn('KeyAdmin'), undefined, { DurationSeconds: 900 })
    await expect(assume(arn('KeyAdmin'), undefined, { Policy: '{' })).rejects.toMatchObject({
      code: 'MalformedPolicyDocument',
    })
  })

  it('gives a session that its policy can only narrow', async () => {
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['kms:ListKeys', 'ec2:*'], Resource: '*' }],
    })
    const { Credentials } = await assume(arn('KeyAdmin'), undefined, { Policy })
    const narrowed: Caller = {
      ...caller(),
      principal: sessionOf(HOME, 'KeyAdmin', 'night', { accessKeyId: Credentials.AccessKeyId }),
    }
    await cloud.kms('ListKeys', {}, narrowed)
    await expect(cloud.kms('CreateKey', {}, narrowed)).rejects.toMatchObject({
      code: 'AccessDeniedException',
    })
    await cloud.kms('CreateKey', {}, as('KeyAdmin'))
  })
})

describe('GetCallerIdentity', () => {
  it('answers whoever asks, also a role that may do nothing', async () => {
    expect(await cloud.ask('sts', 'GetCallerIdentity', {}, as('Nobody'))).toMatchObject({
      Arn: `arn:aws:sts::${HOME}:assumed-role/Nobody/ben`,
      Account: HOME,
    })
  })
})
