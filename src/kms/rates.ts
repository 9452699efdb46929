import type { Instant } from '../world/clock.ts'
import type { KeyRecord } from './key.ts'

/** One request, as its quota sees it. */
export interface RatedRequest {
  readonly operation: string
  readonly accountId: string
  readonly region: string
  /** The key it names, if it names one */
  readonly key?: KeyRecord | undefined
  readonly input: Readonly<Record<string, unknown>>
  readonly now: Instant
}

/** How many requests an account may send in a second. @returns false: too many, nothing was counted */
export type Rates = (request: RatedRequest) => boolean

/** AWS's own words for it: https://docs.aws.amazon.com/kms/latest/developerguide/throttling.html */
export const THROTTLED =
  'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.'

/**
 * Requests per second of one operation, in an account and Region (F-1008 to F-1010). GetParametersForImport has been 1
 * since the page lists GetKeyLastUsage too; older copies say 0.25.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html
 */
const OWN: Readonly<Record<string, number>> = {
  CancelKeyDeletion: 5, ConnectCustomKeyStore: 5, CreateAlias: 5, CreateCustomKeyStore: 5, CreateGrant: 50,
  CreateKey: 5, DeleteAlias: 15, DeleteCustomKeyStore: 5, DeleteImportedKeyMaterial: 15,
  DescribeCustomKeyStores: 5, DescribeKey: 2000, DisableKey: 5, DisableKeyRotation: 5,
  DisconnectCustomKeyStore: 5, EnableKey: 5, EnableKeyRotation: 15, GetKeyLastUsage: 5, GetKeyPolicy: 1000,
  GetKeyRotationStatus: 1000, GetParametersForImport: 1, GetPublicKey: 2000, ImportKeyMaterial: 15,
  ListAliases: 500, ListGrants: 100, ListKeyPolicies: 100, ListKeys: 500, ListKeyRotations: 100,
  ListResourceTags: 2000, ListRetirableGrants: 100, PutKeyPolicy: 15, ReplicateKey: 5, RetireGrant: 50,
  RevokeGrant: 50, RotateKeyOnDemand: 5, ScheduleKeyDeletion: 15, TagResource: 10, UntagResource: 5,
  UpdateAlias: 5, UpdateCustomKeyStore: 5, UpdateKeyDescription: 5, UpdatePrimaryRegion: 5,
} // biome-ignore format: one glance

const CRYPTOGRAPHIC: ReadonlySet<string> = new Set([
  'Decrypt',
  'DeriveSharedSecret',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GenerateRandom',
  'ReEncrypt',
  'Sign',
  'Verify',
  'VerifyMac',
])

/** Symmetric keys, HMAC keys among them; 10,000 where a Region is not named. */
const SYMMETRIC: Readonly<Record<string, number>> = {
  'us-east-2': 20_000,
  'ap-southeast-1': 20_000,
  'ap-southeast-2': 20_000,
  'ap-northeast-1': 20_000,
  'eu-central-1': 20_000,
  'eu-west-2': 20_000,
  'us-east-1': 100_000,
  'us-west-2': 100_000,
  'eu-west-1': 100_000,
}
const PER_KEY_STORE = 1_800
const ASYMMETRIC = 1_000

/** With and without plaintext together. */
const PAIRS: Readonly<Record<string, number>> = { RSA_2048: 20, RSA_3072: 4, RSA_4096: 1 }
const OTHER_PAIRS = 100

interface Quota {
  readonly name: string
  readonly region: string
  readonly perSecond: number
  readonly counts: number
}

/** Every quota a request counts against; none for what has no published figure. */
function quotasOf({ operation, region, key, input }: RatedRequest): Quota[] {
  const quota = (name: string, perSecond: number, where = region, counts = 1): Quota => ({
    name,
    region: where,
    perSecond,
    counts,
  })
  const own = OWN[operation]
  if (own !== undefined) {
    const other = (input.ReplicaRegion ?? input.PrimaryRegion) as string | undefined
    if (operation === 'ReplicateKey' && other)
      return [quota(operation, own), quota('CreateKey', OWN.CreateKey as number, other, 2)]
    if (operation === 'UpdatePrimaryRegion' && other && other !== region)
      return [quota(operation, own), quota(operation, own, other)]
    return [quota(operation, own)]
  }
  if (operation.startsWith('GenerateDataKeyPair')) {
    const spec = String(input.KeyPairSpec)
    return [quota(`GenerateDataKeyPair ${spec}`, PAIRS[spec] ?? OTHER_PAIRS)]
  }
  if (!CRYPTOGRAPHIC.has(operation)) return []
  const spec = key?.keySpec ?? 'SYMMETRIC_DEFAULT'
  if (spec.startsWith('RSA_')) return [quota('RSA', ASYMMETRIC)]
  if (spec.startsWith('ECC_')) return [quota('ECC', ASYMMETRIC)]
  if (spec.startsWith('ML_DSA_')) return [quota('ML-DSA', ASYMMETRIC)]
  const symmetric = quota('symmetric', SYMMETRIC[region] ?? 10_000)
  const store = key?.keyStore?.id ?? input.CustomKeyStoreId
  return store === undefined ? [symmetric] : [symmetric, quota(`key store ${String(store)}`, PER_KEY_STORE)]
}

interface Level {
  readonly tokens: number
  readonly at: Instant
}

/**
 * The quotas of the documentation, each as a bucket that holds one second's worth and fills up as time passes. They
 * lie in memory: a quota is a matter of seconds, and a clock that was put back finds them as they are.
 */
export function documentedRates(): Rates {
  const levels = new Map<string, Level>()

  return (request) => {
    const taken = quotasOf(request).map(({ name, region, perSecond, counts }) => {
      const id = `${request.accountId}/${region}/${name}`
      const { tokens, at } = levels.get(id) ?? { tokens: perSecond, at: request.now }
      const filled = tokens + (Math.max(0, request.now - at) / 1000) * perSecond
      return { id, left: Math.min(perSecond, filled) - counts }
    })
    if (taken.some(({ left }) => left < 0)) return false
    for (const { id, left } of taken) levels.set(id, { tokens: left, at: request.now })
    return true
  }
}
