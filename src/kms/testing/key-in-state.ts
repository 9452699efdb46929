import { expect } from 'vitest'
import type { Bytes } from '../../bytes/bytes.ts'
import { minutes } from '../../world/clock.ts'
import { closeWrapped } from '../../crypto/import-wrap.ts'
import { material as fixture } from '../../crypto/vectors/load.ts'
import type { KeyState, Origin } from '../key.ts'
import type { Caller } from '../trail.ts'
import { caller, material, type TestAccount } from './account.ts'
import { connected, inCluster } from './key-store.ts'

export const AWAY = 'eu-central-1'
const WRAP = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' } as const
const GRANTEE = 'arn:aws:iam::111122223333:role/AppRole'

/** What an operation needs of its key. */
export const kinds = {
  symmetric: {},
  sign: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
  mac: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
  agree: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' },
  kem: { KeySpec: 'ML_KEM_512', KeyUsage: 'ENCAPSULATE_DECAPSULATE' },
} as const
export type Kind = keyof typeof kinds

/** A key, and what was made with it while that was possible. */
export interface KeyInState {
  readonly id: string
  readonly arn: string
  /** Who works on it, where it is */
  readonly as: Caller
  readonly ciphertext: Bytes
  readonly signature: Bytes
  readonly mac: Bytes
  readonly sealed: Bytes
  readonly grantId: string
  /** Parameters for an import, from before the key came into its state */
  readonly parameters?: { readonly ImportToken: Bytes; readonly PublicKey: Bytes }
}

const MULTI_REGION: readonly KeyState[] = ['PendingReplicaDeletion', 'Creating', 'Updating']

export interface Wanted {
  readonly state: KeyState
  readonly kind: Kind
  readonly origin: Origin
  readonly multiRegion?: boolean
}

/** Puts a key into a state, through the API alone. */
export async function keyInState(
  account: TestAccount,
  { state, kind, origin, multiRegion }: Wanted,
): Promise<KeyInState> {
  const inStore = origin === 'AWS_CLOUDHSM'
  const CustomKeyStoreId = inStore ? await connected(account, inCluster) : undefined
  const related = multiRegion === true || MULTI_REGION.includes(state)
  const { id } = await account.createKey({
    ...kinds[kind],
    Origin: origin,
    ...(CustomKeyStoreId ? { CustomKeyStoreId } : {}),
    ...(related ? { MultiRegion: true } : {}),
  })
  if (origin === 'EXTERNAL') await account.importMaterial(id, importable(kind))
  const made = await madeWith(account, id, kind)

  const moved = state === 'Creating' || state === 'Updating'
  const as = moved ? caller(AWAY) : caller()
  if (hasReplica(state, related)) await replicate(account, id, { origin, settle: state !== 'Creating' })
  await account.call('CreateAlias', { AliasName: 'alias/used', TargetKeyId: id }, as)
  const before = state === 'Creating' ? {} : await lastCalls(account, id, as, origin)
  await intoState(account, id, state, CustomKeyStoreId)
  const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id }, as)
  expect(KeyMetadata.KeyState).toBe(state)
  return { ...NOTHING, ...made, ...before, id, arn: KeyMetadata.Arn, as }
}

/** A primary that is alone is deleted without waiting, and what is empty is not worth a replica. */
const hasReplica = (state: KeyState, related: boolean) =>
  related && state !== 'PendingDeletion' && state !== 'PendingImport'

const importable = (kind: Kind): Bytes =>
  kind === 'sign' || kind === 'agree' ? fixture('ec-p256.pkcs8.der') : material(1)

const NOTHING = {
  ciphertext: new Uint8Array(1),
  signature: new Uint8Array(64),
  mac: new Uint8Array(32),
  sealed: new Uint8Array(768),
  grantId: 'none',
}

async function madeWith(account: TestAccount, KeyId: string, kind: Kind) {
  switch (kind) {
    case 'symmetric':
      return { ciphertext: (await account.call('Encrypt', { KeyId, Plaintext: material(5) })).CiphertextBlob }
    case 'sign': {
      const { Signature } = await account.call('Sign', {
        KeyId,
        Message: material(5),
        SigningAlgorithm: 'ECDSA_SHA_256',
      })
      return { signature: Signature }
    }
    case 'mac':
      return {
        mac: (
          await account.call('GenerateMac', { KeyId, Message: material(5), MacAlgorithm: 'HMAC_SHA_256' })
        ).Mac,
      }
    case 'kem':
      return {
        sealed: (await account.call('Encapsulate', { KeyId, EncapsulationAlgorithm: 'ML_KEM' }))
          .SharedSecretCiphertextBlob,
      }
    case 'agree':
      return {}
  }
}

async function replicate(
  account: TestAccount,
  KeyId: string,
  { origin, settle }: { origin: Origin; settle: boolean },
): Promise<void> {
  await account.call('ReplicateKey', { KeyId, ReplicaRegion: AWAY })
  if (!settle) return
  account.travel(minutes(1))
  if (origin === 'EXTERNAL')
    await account.importMaterial(KeyId, material(1), undefined, undefined, caller(AWAY))
}

/** Parameters and a grant, which a key in some states does not hand out any more. */
async function lastCalls(account: TestAccount, KeyId: string, as: Caller, origin: Origin) {
  const parameters =
    origin === 'EXTERNAL'
      ? { parameters: await account.call('GetParametersForImport', { KeyId, ...WRAP }, as) }
      : {}
  const { KeyMetadata } = await account.call('DescribeKey', { KeyId }, as)
  const { GrantId } = await account.call(
    'CreateGrant',
    { KeyId, GranteePrincipal: GRANTEE, Operations: grantable(KeyMetadata.KeyUsage) },
    as,
  )
  return { ...parameters, grantId: GrantId as string }
}

const grantable = (usage: string) => ['DescribeKey', ...(usage === 'ENCRYPT_DECRYPT' ? ['Encrypt'] : [])]

async function intoState(account: TestAccount, KeyId: string, state: KeyState, CustomKeyStoreId?: string) {
  if (state === 'Updating') await account.call('UpdatePrimaryRegion', { KeyId, PrimaryRegion: AWAY })
  if (state === 'Disabled') await account.call('DisableKey', { KeyId })
  if (state === 'PendingDeletion' || state === 'PendingReplicaDeletion')
    await account.call('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 })
  if (state === 'PendingImport') await account.call('DeleteImportedKeyMaterial', { KeyId })
  if (state === 'Unavailable') {
    await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
    account.travel(minutes(16))
  }
}

/** The bytes of `material(1)`, wrapped for the key's parameters. */
export const wrappedFor = (account: TestAccount, { parameters }: KeyInState): Promise<Bytes> =>
  parameters
    ? closeWrapped({
        provider: account.crypto,
        algorithm: WRAP.WrappingAlgorithm,
        publicKey: parameters.PublicKey,
        material: material(1),
        ephemeralKey: new Uint8Array(32),
      })
    : Promise.resolve(new Uint8Array(256))
