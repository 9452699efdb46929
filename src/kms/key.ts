import type { Bytes } from '../bytes/bytes.ts'
import type { Instant } from '../world/clock.ts'
import type { KeySpec, KeyUsage } from './key-spec.ts'
import { commercialRegions } from './regions.ts'
import type { TableReader } from './tables.ts'

/** F-110. */
export type KeyState =
  | 'Creating'
  | 'Enabled'
  | 'Disabled'
  | 'PendingDeletion'
  | 'PendingImport'
  | 'PendingReplicaDeletion'
  | 'Unavailable'
  | 'Updating'

export type Origin = 'AWS_KMS' | 'EXTERNAL' | 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE'
export type ExpirationModel = 'KEY_MATERIAL_EXPIRES' | 'KEY_MATERIAL_DOES_NOT_EXPIRE'

/** F-111. `CURRENT` encrypts and decrypts, `NON_CURRENT` only decrypts, the pending ones wait for their turn. */
export type MaterialState =
  | 'CURRENT'
  | 'NON_CURRENT'
  | 'PENDING_ROTATION'
  | 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION'

/** One version of key material inside a KMS key (an HSM backing key, F-102). */
export interface Material {
  /** KeyMaterialId: 64 lower-case hex digits */
  readonly id: string
  readonly state: MaterialState
  /** The bytes as an exported key token under the domain key; null once deleted or expired */
  readonly token: Bytes | null
  /** The public half of a pair, SubjectPublicKeyInfo: no secret, so it stays when the bytes go */
  readonly publicKey?: Bytes
  readonly expirationModel?: ExpirationModel
  readonly validTo?: Instant
  readonly description?: string
  /** When it became CURRENT by a rotation; the first material has neither */
  readonly rotationDate?: Instant
  readonly rotationType?: 'AUTOMATIC' | 'ON_DEMAND'
}

/** A KMS key: a logical resource that refers to its materials (F-101). Plain data, never changed in place. */
export interface KeyRecord {
  readonly id: string
  readonly arn: string
  readonly accountId: string
  readonly region: string
  readonly creationDate: Instant
  readonly description: string
  readonly keySpec: KeySpec
  readonly keyUsage: KeyUsage
  readonly origin: Origin
  readonly multiRegion: boolean
  /** Where the primary of a multi-Region key is; absent means here. Related keys share id, spec, usage and material ids */
  readonly primaryRegion?: string
  /** A replica that is being made, or a primary that is moving: over at `until` */
  readonly transition?: { readonly state: 'Creating' | 'Updating'; readonly until: Instant }
  /** A primary that waits for its last replica to go; its own window starts then (F-216) */
  readonly replicaDeletion?: { readonly windowInDays: number }
  /** The custom key store that holds its material */
  readonly keyStore?: { readonly id: string; readonly clusterId?: string; readonly xksKeyId?: string }
  /** Its custom key store is not connected */
  readonly unavailable?: true
  readonly policy: string
  readonly tags: Readonly<Record<string, string>>
  readonly disabled: boolean
  readonly deletionDate?: Instant
  /** Oldest first */
  readonly materials: readonly Material[]
  readonly rotation?: { readonly periodInDays: number; readonly nextDate: Instant }
  readonly onDemand: { readonly count: number; readonly startedAt?: Instant }
  /** Since when automatic rotation may run: an overdue one happens at this instant, not before it (F-208) */
  readonly usableSince: Instant
}

export interface AliasRecord {
  readonly name: string
  readonly arn: string
  readonly targetKeyId: string
  readonly creationDate: Instant
  readonly lastUpdatedDate: Instant
}

export const isPending = ({ state }: Material) =>
  state === 'PENDING_ROTATION' || state === 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION'

/** Pending material is not yet associated for good: its loss leaves the key as it is (F-336). */
export const permanentMaterials = (key: KeyRecord) => key.materials.filter((material) => !isPending(material))

export const currentMaterial = (key: KeyRecord) => key.materials.find(({ state }) => state === 'CURRENT')

export const pendingMaterial = (key: KeyRecord) => key.materials.find(isPending)

/** Derived, so that no two fields can disagree. One missing permanent material stops the whole key (F-339). */
export function keyState(key: KeyRecord): KeyState {
  if (key.transition?.state === 'Creating') return 'Creating'
  if (key.deletionDate !== undefined) return 'PendingDeletion'
  if (key.replicaDeletion) return 'PendingReplicaDeletion'
  if (key.unavailable) return 'Unavailable'
  if (key.origin !== 'EXTERNAL_KEY_STORE') {
    const permanent = permanentMaterials(key)
    if (permanent.length === 0 || permanent.some(({ token }) => token === null)) return 'PendingImport'
  }
  if (key.transition) return key.transition.state
  return key.disabled ? 'Disabled' : 'Enabled'
}

/** KeyMetadata.ValidTo: the earliest expiry among permanent materials that are present (F-337, F-338). */
export function earliestValidTo(key: KeyRecord): Instant | undefined {
  const dates = permanentMaterials(key).flatMap(({ token, validTo }) =>
    token && validTo !== undefined ? [validTo] : [],
  )
  return dates.length > 0 ? Math.min(...dates) : undefined
}

export const isPrimary = (key: KeyRecord) => (key.primaryRegion ?? key.region) === key.region

/**
 * The given key as it is, and every related one that is there, by name of the Region; alone for a single-Region key.
 * One look into each Region: the number of keys does not matter.
 */
export function relatedKeys(reader: TableReader, key: KeyRecord): KeyRecord[] {
  if (!key.multiRegion) return [key]
  const others = commercialRegions.flatMap((region) =>
    region === key.region ? [] : (reader.get<KeyRecord>(keysTable(key.accountId, region), key.id) ?? []),
  )
  return [key, ...others]
}

export const withMaterial = (
  key: KeyRecord,
  id: string,
  change: (material: Material) => Material,
): KeyRecord => ({
  ...key,
  materials: key.materials.map((material) => (material.id === id ? change(material) : material)),
})

export const keysTable = (accountId: string, region: string) => `keys/${accountId}/${region}`
export const aliasesTable = (accountId: string, region: string) => `aliases/${accountId}/${region}`
export const keyArn = (accountId: string, region: string, id: string) =>
  `arn:aws:kms:${region}:${accountId}:key/${id}`
export const aliasArn = (accountId: string, region: string, name: string) =>
  `arn:aws:kms:${region}:${accountId}:${name}`

/** Oldest first, those of one moment by name. */
export const aliasesOf = (reader: TableReader, key: KeyRecord): AliasRecord[] =>
  reader
    .where<AliasRecord>(aliasesTable(key.accountId, key.region), 'targetKeyId', key.id)
    .sort((a, b) => a.creationDate - b.creationDate || (a.name < b.name ? -1 : 1))
