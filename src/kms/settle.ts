import { days, seconds, type Instant } from '../world/clock.ts'
import { removeGrants } from './grant.ts'
import {
  aliasesOf,
  aliasesTable,
  currentMaterial,
  isPending,
  isPrimary,
  keysTable,
  keyState,
  pendingMaterial,
  relatedKeys,
  withMaterial,
  type KeyRecord,
  type Material,
} from './key.ts'
import { putShared } from './related-keys.ts'
import { forgetUsage } from './last-usage.ts'
import { Draft, type TableReader } from './tables.ts'
import type { Happened, Happening, NewMaterial, Timed } from './timed.ts'

/** How long an on-demand rotation runs before it is done (SIM-4; AWS gives no figure). */
export const ON_DEMAND_DURATION = seconds(3)

/** How long a new replica is Creating and a moving primary Updating. AWS says "a few seconds". */
export const TRANSITION_DURATION = seconds(3)

/** Something that happens to a key by itself at a moment that is already fixed. */
export type Due =
  | { readonly kind: 'material-expires'; readonly at: Instant; readonly materialId: string }
  | { readonly kind: 'automatic-rotation'; readonly at: Instant }
  | { readonly kind: 'on-demand-rotation-ends'; readonly at: Instant }
  | { readonly kind: 'key-is-deleted'; readonly at: Instant }
  /** A replica is ready, or the primary has moved */
  | { readonly kind: 'transition-ends'; readonly at: Instant }

/** The next thing due for a key, by date; undefined when nothing is scheduled. */
export function nextDue(key: KeyRecord): Due | undefined {
  const all: Due[] = key.materials.flatMap(({ id, token, validTo }): Due[] =>
    token && validTo !== undefined ? [{ kind: 'material-expires', at: validTo, materialId: id }] : [],
  )
  if (key.deletionDate !== undefined) all.push({ kind: 'key-is-deleted', at: key.deletionDate })
  if (key.transition) all.push({ kind: 'transition-ends', at: key.transition.until })
  // Related keys show the same rotation; it happens to the primary and is carried to the others.
  if (!isPrimary(key)) return earliest(all)
  if (key.onDemand.startedAt !== undefined)
    all.push({ kind: 'on-demand-rotation-ends', at: key.onDemand.startedAt + ON_DEMAND_DURATION })
  // A key that is not Enabled is not rotated; an overdue rotation follows at once (F-208).
  if (key.rotation && keyState(key) === 'Enabled')
    all.push({ kind: 'automatic-rotation', at: Math.max(key.rotation.nextDate, key.usableSince) })
  return earliest(all)
}

const earliest = (all: readonly Due[]) =>
  all.reduce<Due | undefined>((first, due) => (first && first.at <= due.at ? first : due), undefined)

/** Keys, as things to which something happens by itself. */
export const keysInTime: Timed<KeyRecord> = {
  tables: 'keys/',
  next: (key) => nextDue(key)?.at,
  happen: (reader, key, newMaterial) => happen(reader, key, nextDue(key) as Due, newMaterial),
}

/** Carries out one due event on one key, on all that depends on it, and says what goes on record. */
export function happen(reader: TableReader, key: KeyRecord, due: Due, newMaterial: NewMaterial): Happened {
  const draft = new Draft(reader)
  const { key: after, happening } = happenTo(key, due, () => newMaterial(key.id, draft))
  putSettled(draft, key, after)
  if (!after) withoutReplica(draft, key, due.at)
  const copies = happening?.eventName === 'RotateKey' || (after && key.transition?.state === 'Creating')
  const synchronized = copies ? sourceOf(draft, key) : undefined
  return {
    change: draft.change(),
    occurrences: [
      ...(happening ? [{ key, happening }] : []),
      ...(synchronized ? [{ key: synchronized, happening: SYNCHRONIZED }] : []),
    ],
  }
}

/** The record names the primary alone (the page's own words); KMS writes it when it copies what is shared. */
const SYNCHRONIZED: Happening = { eventName: 'SynchronizeMultiRegionKey', details: {} }

/** The primary, if others get something from it. */
function sourceOf(reader: TableReader, key: KeyRecord): KeyRecord | undefined {
  const family = relatedKeys(reader, key)
  return family.length > 1 ? family.find(isPrimary) : undefined
}

/**
 * With its last replica gone, a primary that waits for that begins its own waiting period (F-216); and new imported
 * material no longer waits for the replica.
 */
function withoutReplica(draft: Draft, gone: KeyRecord, at: Instant): void {
  const [, ...left] = relatedKeys(draft, gone)
  const primary = left.find(isPrimary)
  if (!primary) return
  const { replicaDeletion, ...kept } = primary
  const begins = replicaDeletion && left.length === 1
  putShared(draft, begins ? { ...kept, deletionDate: at + days(replicaDeletion.windowInDays) } : primary)
}

interface Settled {
  /** null: the key is gone */
  readonly key: KeyRecord | null
  /** Absent when nothing came of it, for instance a rotation whose material is gone */
  readonly happening?: Happening
}

/** Pure but for `newMaterial`. */
function happenTo(key: KeyRecord, due: Due, newMaterial: () => Pick<Material, 'id' | 'token'>): Settled {
  switch (due.kind) {
    case 'material-expires':
      return expire(key, due.materialId)
    case 'key-is-deleted':
      return { key: null, happening: { eventName: 'DeleteKey', details: { keyId: key.id } } }
    case 'transition-ends': {
      const { transition: _over, ...settled } = key
      return { key: { ...settled, usableSince: due.at } }
    }
    case 'automatic-rotation': {
      const period = days(key.rotation?.periodInDays ?? 0)
      const rotated = rotate(key, newMaterial(), due.at, 'AUTOMATIC')
      return {
        ...rotated,
        key: rotated.key && {
          ...rotated.key,
          rotation: { ...requireRotation(key), nextDate: due.at + period },
        },
      }
    }
    case 'on-demand-rotation-ends': {
      const settled: KeyRecord = { ...key, onDemand: { count: key.onDemand.count } }
      if (key.origin === 'AWS_KMS') return rotate(settled, newMaterial(), due.at, 'ON_DEMAND')
      const pending = pendingMaterial(settled)
      return pending?.state === 'PENDING_ROTATION'
        ? rotate(settled, pending, due.at, 'ON_DEMAND')
        : { key: settled }
    }
  }
}

function requireRotation(key: KeyRecord) {
  if (!key.rotation) throw new TypeError(`${key.arn} has no rotation schedule`)
  return key.rotation
}

/**
 * At ValidTo the bytes go; a pending material goes with its entry, a permanent one leaves its place (F-335). A replica
 * keeps the entry too: the primary says which materials there are (F-346).
 */
function expire(key: KeyRecord, materialId: string): Settled {
  return {
    key: withoutBytes(key, materialId),
    happening: {
      eventName: 'DeleteExpiredKeyMaterial',
      details: { keyId: key.id, keyMaterialId: materialId },
    },
  }
}

export function withoutBytes(key: KeyRecord, materialId: string): KeyRecord {
  const material = key.materials.find(({ id }) => id === materialId)
  if (!material) return key
  if (isPending(material) && isPrimary(key))
    return { ...key, materials: key.materials.filter(({ id }) => id !== materialId) }
  const without = withMaterial(
    key,
    materialId,
    ({ expirationModel: _model, validTo: _validTo, ...kept }) => ({
      ...kept,
      token: null,
    }),
  )
  if (isPending(material)) return without
  return { ...without, disabled: key.deletionDate !== undefined && key.disabled }
}

function rotate(
  key: KeyRecord,
  next: Pick<Material, 'id' | 'token'> | Material,
  at: Instant,
  rotationType: 'AUTOMATIC' | 'ON_DEMAND',
): Settled {
  const previous = currentMaterial(key)
  const older = key.materials
    .filter(({ id }) => id !== next.id)
    .map(
      (material): Material =>
        material.state === 'CURRENT' ? { ...material, state: 'NON_CURRENT' } : material,
    )
  return {
    key: { ...key, materials: [...older, { ...next, state: 'CURRENT', rotationDate: at, rotationType }] },
    happening: {
      eventName: 'RotateKey',
      details: {
        rotationType,
        keyOrigin: key.origin,
        previousKeyMaterialId: previous?.id,
        currentKeyMaterialId: next.id,
        keyId: key.id,
      },
    },
  }
}

/** Writes what became of a key; with the key go its aliases, its grants and the record of its use (F-215). */
export function putSettled(draft: Draft, before: KeyRecord, after: KeyRecord | null): void {
  const table = keysTable(before.accountId, before.region)
  if (after) return putShared(draft, after)
  for (const alias of aliasesOf(draft, before))
    draft.remove(aliasesTable(before.accountId, before.region), alias.name)
  removeGrants(draft, before)
  forgetUsage(draft, before)
  draft.remove(table, before.id)
}
