import { isPending, isPrimary, relatedKeys, type KeyRecord, type Material } from './key.ts'
import { putKey } from './put-key.ts'
import type { Draft } from './tables.ts'

/**
 * Writes a key after a change of what related multi-Region keys share (its materials, its rotation) and carries that
 * to the others. The primary is the source; only the bytes and the expiry of imported material are each key's own (F-345).
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
 */
export function putShared(draft: Draft, key: KeyRecord): void {
  putKey(draft, key)
  const family = relatedKeys(draft, key)
  const primary = family.find(isPrimary)
  if (!key.multiRegion || !primary) return
  const replicas = family.filter((each) => each !== primary).map((replica) => like(primary, replica))
  for (const each of [primary, ...replicas]) putKey(draft, withPendingState(each, replicas))
}

function like(primary: KeyRecord, replica: KeyRecord): KeyRecord {
  const { rotation: _own, ...kept } = replica
  const { materials, rotation, onDemand, origin } = primary
  return {
    ...kept,
    materials: origin === 'EXTERNAL' ? materials.map((shared) => withBytesOf(replica, shared)) : materials,
    onDemand,
    ...(rotation ? { rotation } : {}),
  }
}

function withBytesOf(replica: KeyRecord, shared: Material): Material {
  const own = replica.materials.find(({ id }) => id === shared.id)
  const { expirationModel: _model, validTo: _validTo, ...same } = shared
  return {
    ...same,
    token: own?.token ?? null,
    ...(own?.expirationModel === undefined ? {} : { expirationModel: own.expirationModel }),
    ...(own?.validTo === undefined ? {} : { validTo: own.validTo }),
  }
}

/** New imported material waits until every replica has it, and only then for its rotation (F-346). */
function withPendingState(key: KeyRecord, replicas: readonly KeyRecord[]): KeyRecord {
  if (!key.materials.some(isPending)) return key
  return {
    ...key,
    materials: key.materials.map((material) => {
      if (!isPending(material)) return material
      const everywhere = replicas.every(({ materials }) =>
        materials.some(({ id, token }) => id === material.id && token !== null),
      )
      return {
        ...material,
        state: everywhere ? 'PENDING_ROTATION' : 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION',
      }
    }),
  }
}
