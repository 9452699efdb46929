import type { CryptoProvider } from '../../crypto/provider.ts'
import { wrappingKey } from '../../crypto/vectors/load.ts'
import { hours, minutes } from '../../world/clock.ts'
import { Tables } from '../tables.ts'
import { testAccount, type TestAccount } from './account.ts'
import { keyInState, type Wanted } from './key-in-state.ts'
import { behindProxy, connected, inCluster } from './key-store.ts'
import { KIND, requests } from './requests.ts'
import { stateHash } from './state-hash.ts'

/** Every pair that a journey asks for, so that no two journeys differ by chance. */
const RECORDED = ['TESTONLY-wrap-rsa2048-a'].map(wrappingKey)

/** The provider with what a platform draws by itself taken from a record. */
export function recorded(provider: CryptoProvider): CryptoProvider {
  let next = 0
  return {
    ...provider,
    rsaGenerate: async () => {
      const { spki, pkcs8 } = RECORDED[next++ % RECORDED.length] as (typeof RECORDED)[number]
      return { spki, pkcs8 }
    },
  }
}

export interface Journey {
  readonly calls: number
  readonly operations: number
  /** The state after each call, all in one */
  readonly hash: string
}

/** A way through all 56 operations, with time passing between them. */
export async function journey(provider: CryptoProvider): Promise<Journey> {
  const tables = new Tables()
  const account = testAccount({ crypto: recorded(provider), tables, seed: 17 })
  const called: string[] = []
  const traced: TestAccount = {
    ...account,
    call: (operation, input, as) => {
      called.push(operation)
      return account.call(operation, input, as)
    },
  }
  for (const operation of Object.keys(requests)) await visit(traced, operation)
  await stores(traced)
  for (const [operation, input] of LAST) await traced.call(operation, input)
  return { calls: called.length, operations: new Set(called).size, hash: stateHash(tables) }
}

const FOR_IMPORTED = ['DeleteImportedKeyMaterial', 'GetParametersForImport', 'ImportKeyMaterial']
const RELATED = ['ReplicateKey', 'UpdatePrimaryRegion']

async function visit(account: TestAccount, operation: string): Promise<void> {
  const wanted: Wanted = {
    state: operation === 'CancelKeyDeletion' ? 'PendingDeletion' : 'Enabled',
    kind: KIND[operation] ?? 'symmetric',
    origin: FOR_IMPORTED.includes(operation) ? 'EXTERNAL' : 'AWS_KMS',
    multiRegion: RELATED.includes(operation),
  }
  const key = await keyInState(account, wanted)
  const input = await requests[operation as keyof typeof requests](key, account)
  await account.call(operation, input, key.as)
  account.travel(hours(1))
  // The next key is to have these names.
  const { Aliases } = await account.call('ListAliases')
  for (const { AliasName } of Aliases as { AliasName: string }[])
    await account.call('DeleteAlias', { AliasName })
}

async function stores(account: TestAccount): Promise<void> {
  for (const [made, origin] of [
    [inCluster, { Origin: 'AWS_CLOUDHSM' }],
    [behindProxy, { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'external-1' }],
  ] as const) {
    const CustomKeyStoreId = await connected(account, made)
    const { id } = await account.createKey({ ...origin, CustomKeyStoreId })
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: new Uint8Array(9) })
    await account.call('Decrypt', { CiphertextBlob })
    await account.call('DescribeCustomKeyStores', { CustomKeyStoreId })
    await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
    account.travel(minutes(16))
    await account.call('UpdateCustomKeyStore', {
      CustomKeyStoreId,
      NewCustomKeyStoreName: `${made.CustomKeyStoreName} b`,
    })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    account.travel(hours(24 * 8))
    await account.call('DeleteCustomKeyStore', { CustomKeyStoreId })
  }
}

const LAST: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['CreateKey', {}],
  ['ListKeys', {}],
  ['GenerateRandom', { NumberOfBytes: 32 }],
  ['ListRetirableGrants', { RetiringPrincipal: 'arn:aws:iam::111122223333:role/AppRole' }],
]
