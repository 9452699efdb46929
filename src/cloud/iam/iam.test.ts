import { beforeEach, describe, expect, it } from 'vitest'
import { caller } from '../../kms/testing/account.ts'
import type { Caller } from '../../kms/trail.ts'
import { roleId, sessionOf } from '../identities.ts'
import { testCloud, type TestCloud } from '../testing/cloud.ts'

const HOME = '111122223333'
const tester: Caller = { ...caller(), principal: sessionOf(HOME, 'Tester', 'ben') }
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: 'sts:AssumeRole' }],
})
const allowing = (...Action: string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })

let cloud: TestCloud
const iam = (operation: string, input: Record<string, unknown> = {}, as?: Caller) =>
  cloud.ask('iam', operation, input, as)
const create = () => iam('CreateRole', { RoleName: 'Tester', AssumeRolePolicyDocument: TRUST })
const put = (PolicyName: string, PolicyDocument: string) =>
  iam('PutRolePolicy', { RoleName: 'Tester', PolicyName, PolicyDocument })

beforeEach(() => {
  cloud = testCloud()
})

describe('roles', () => {
  it('begin with the cast of the course, and show a new one after them', async () => {
    const names = async () =>
      ((await iam('ListRoles')).Roles as { RoleName: string }[]).map((r) => r.RoleName)
    expect(await names()).toEqual(['KeyAdmin', 'KeyCustodian', 'AppRole', 'Auditor'])
    await create()
    expect(await names()).toContain('Tester')
    expect((await iam('GetRole', { RoleName: 'Tester' })).Role.Arn).toBe(`arn:aws:iam::${HOME}:role/Tester`)
  })

  it('have an id each as AWS’s look, which IAM, STS, sessions and aws:userid agree on', async () => {
    await create()
    const ids = new Map<string, string>()
    for (const { RoleName, RoleId } of (await iam('ListRoles')).Roles as Record<string, string>[])
      ids.set(RoleName as string, RoleId as string)
    expect(ids.size).toBe(5)
    expect(new Set([...ids.values(), roleId('444455556666', 'Tester')]).size).toBe(6)
    for (const [role, id] of ids) {
      expect(id).toMatch(/^AROA[A-Z2-7]{17}$/)
      expect(sessionOf(HOME, role, 'ben').principalId).toBe(`${id}:ben`)
    }

    const { AssumedRoleUser } = await cloud.ask('sts', 'AssumeRole', {
      RoleArn: `arn:aws:iam::${HOME}:role/Tester`,
      RoleSessionName: 'ben',
    })
    expect(AssumedRoleUser.AssumedRoleId).toBe(`${ids.get('Tester')}:ben`)

    const condition = (like: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringLike: { 'aws:userid': like } } },
        ],
      })
    await put('who', condition(`${ids.get('AppRole')}:*`))
    await expect(cloud.kms('ListKeys', {}, tester)).rejects.toMatchObject({ code: 'AccessDeniedException' })
    await put('who', condition(`${ids.get('Tester')}:*`))
    await cloud.kms('ListKeys', {}, tester)
  })

  it('are made once, and are missed in IAM’s words', async () => {
    await create()
    await expect(create()).rejects.toMatchObject({ code: 'EntityAlreadyExists', status: 409 })
    for (const operation of ['GetRole', 'ListRolePolicies'])
      await expect(iam(operation, { RoleName: 'Nobody' })).rejects.toMatchObject({
        code: 'NoSuchEntity',
        status: 404,
      })
  })

  it('may what their policies say, from the moment in which they are put until they are deleted', async () => {
    await create()
    await expect(cloud.kms('ListKeys', {}, tester)).rejects.toMatchObject({ code: 'AccessDeniedException' })
    await put('lists', allowing('kms:ListKeys'))
    await cloud.kms('ListKeys', {}, tester)
    expect((await iam('ListRolePolicies', { RoleName: 'Tester' })).PolicyNames).toEqual(['lists'])
    await iam('DeleteRolePolicy', { RoleName: 'Tester', PolicyName: 'lists' })
    await expect(cloud.kms('ListKeys', {}, tester)).rejects.toMatchObject({ code: 'AccessDeniedException' })
    await expect(iam('GetRolePolicy', { RoleName: 'Tester', PolicyName: 'lists' })).rejects.toMatchObject({
      code: 'NoSuchEntity',
    })
  })

  it('refuse a policy that is none, whichever kind it is', async () => {
    await create()
    await expect(put('p', '{"Statement":[')).rejects.toMatchObject({ code: 'MalformedPolicyDocument' })
    await expect(
      iam('UpdateAssumeRolePolicy', { RoleName: 'Tester', PolicyDocument: allowing('sts:AssumeRole') }),
    ).rejects.toMatchObject({ code: 'MalformedPolicyDocument' })
  })

  it('show a policy as it was put, and change only for who may change them', async () => {
    await create()
    const text = allowing('kms:ListKeys')
    await put('lists', text)
    const shown = (await iam('GetRolePolicy', { RoleName: 'Tester', PolicyName: 'lists' })).PolicyDocument
    expect(decodeURIComponent(shown as string)).toBe(text)
    await expect(
      iam('PutRolePolicy', { RoleName: 'Tester', PolicyName: 'more', PolicyDocument: text }, tester),
    ).rejects.toMatchObject({ code: 'AccessDenied', status: 403 })
  })
})
