import { randomUUID } from 'node:crypto'
import * as sdk from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEndpoint, type Endpoint } from './endpoint.ts'
import { operationNames } from './testing/answer-shape.ts'
import { operationBench, type OperationBench } from './testing/operation-bench.ts'
import { operationRows } from './testing/operation-rows.ts'
import { refusalRows } from './testing/refusal-rows.ts'
import { pooledRsa } from './testing/real-client.ts'

const commands = Object.keys(sdk).filter((name) => /[a-z]Command$/.test(name))
const paginators = Object.keys(sdk).filter((name) => name.startsWith('paginate'))

let endpoint: Endpoint
let on: OperationBench
const bugs: unknown[] = []

beforeAll(async () => {
  endpoint = await startEndpoint({
    port: 0,
    start: Date.UTC(2026, 0, 12, 9),
    crypto: pooledRsa(),
    onBug: (bug) => bugs.push(bug),
  })
  on = operationBench(endpoint.port, endpoint.cloud.tables)
})
afterAll(async () => {
  on.destroy()
  await endpoint.close()
  expect(bugs).toEqual([])
})

describe('every operation of the AWS SDK for JavaScript', () => {
  it('has a row here for its answer and one for a refusal', () => {
    const all = commands.map((name) => name.replace(/Command$/, '')).sort()
    expect(all).toHaveLength(56)
    expect(Object.keys(operationRows).sort()).toEqual(all)
    expect(Object.keys(refusalRows).sort()).toEqual(all)
    expect([...operationNames].sort()).toEqual(all)
  })

  it.each(Object.entries(operationRows))('%s answers as the model says', async (name, row) => {
    on.answered.delete(name)
    await row(on)
    expect(on.answered).toContain(name)
  })

  it.each(Object.entries(refusalRows))('%s refuses with the class of the SDK', async (_, row) => {
    const { command, as } = await row({ missing: randomUUID(), on })
    await on.refused(command, as)
  })
})

const GRANTEE = 'arn:aws:iam::111122223333:role/AppRole'
const MADE = 7
const seven = Array.from({ length: MADE }, (_, i) => i)
const all = async <Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[] | undefined,
) => {
  const sizes: number[] = []
  const found: Item[] = []
  for await (const page of pages) {
    const part = items(page) ?? []
    sizes.push(part.length)
    found.push(...part)
  }
  return { sizes, found }
}

/** Each makes seven entries, reads them in pages of three and gives back what it read. */
const paginatorRows: Readonly<Record<string, () => Promise<{ sizes: number[]; found: unknown[] }>>> = {
  async paginateDescribeCustomKeyStores() {
    // Ten are the quota, and other rows have made some.
    const { CustomKeyStores: there = [] } = await on.send(new sdk.DescribeCustomKeyStoresCommand({}))
    for (let i = there.length; i < MADE; i++) await on.externalStore(`page-${i}`)
    return all(sdk.paginateDescribeCustomKeyStores(paging('eu-west-1'), {}), (page) => page.CustomKeyStores)
  },
  async paginateListAliases() {
    const { KeyId } = await on.key()
    for (const i of seven)
      await on.send(new sdk.CreateAliasCommand({ AliasName: `alias/page-${i}`, TargetKeyId: KeyId }))
    return all(sdk.paginateListAliases(paging('eu-west-1'), { KeyId }), (page) => page.Aliases)
  },
  async paginateListGrants() {
    const { KeyId } = await on.key()
    for (const i of seven)
      await on.send(
        new sdk.CreateGrantCommand({
          KeyId,
          GranteePrincipal: GRANTEE,
          Operations: ['Decrypt'],
          Name: `g${i}`,
        }),
      )
    return all(sdk.paginateListGrants(paging('eu-west-1'), { KeyId }), (page) => page.Grants)
  },
  async paginateListKeyPolicies() {
    const { KeyId } = await on.key()
    return all(sdk.paginateListKeyPolicies(paging('eu-west-1'), { KeyId }), (page) => page.PolicyNames)
  },
  async paginateListKeyRotations() {
    const { KeyId } = await on.key()
    for (const _ of seven) {
      await on.send(new sdk.RotateKeyOnDemandCommand({ KeyId }))
      await on.travel(3600)
    }
    return all(sdk.paginateListKeyRotations(paging('eu-west-1'), { KeyId }), (page) => page.Rotations)
  },
  async paginateListKeys() {
    const client = on.clientIn('ap-south-1')
    for (const _ of seven) await client.send(new sdk.CreateKeyCommand({}))
    return all(sdk.paginateListKeys(paging('ap-south-1'), {}), (page) => page.Keys)
  },
  async paginateListResourceTags() {
    const { KeyId } = await on.key({ Tags: seven.map((i) => ({ TagKey: `t${i}`, TagValue: '' })) })
    return all(sdk.paginateListResourceTags(paging('eu-west-1'), { KeyId }), (page) => page.Tags)
  },
  async paginateListRetirableGrants() {
    const RetiringPrincipal = 'arn:aws:iam::111122223333:role/KeyCustodian'
    for (const _ of seven) {
      const { KeyId } = await on.key()
      await on.send(
        new sdk.CreateGrantCommand({
          KeyId,
          GranteePrincipal: GRANTEE,
          RetiringPrincipal,
          Operations: ['Decrypt'],
        }),
      )
    }
    return all(
      sdk.paginateListRetirableGrants(paging('eu-west-1'), { RetiringPrincipal }),
      (page) => page.Grants,
    )
  },
}
const paging = (region: string) => ({ client: on.clientIn(region), pageSize: 3 })

describe('every paginator of the AWS SDK for JavaScript', () => {
  it('has a row here', () => {
    expect(paginators).toHaveLength(8)
    expect(Object.keys(paginatorRows).sort()).toEqual(paginators.sort())
  })

  it.each(Object.entries(paginatorRows))('%s reads each entry once, in pages', async (name, row) => {
    const { sizes, found } = await row()
    expect(new Set(found.map((item) => JSON.stringify(item))).size).toBe(found.length)
    if (name === 'paginateListKeyPolicies') return expect(found).toEqual(['default'])
    // Stores of other rows are among these.
    if (name === 'paginateDescribeCustomKeyStores') {
      expect(found.length).toBeGreaterThanOrEqual(MADE)
      return expect(sizes.slice(0, 2)).toEqual([3, 3])
    }
    expect(found).toHaveLength(MADE)
    expect(sizes.filter((size) => size > 0)).toEqual([3, 3, 1])
  })
})
