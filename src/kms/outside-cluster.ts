import { checked, needed, OutsideRefusal, type Given, type Stage } from './outside-check.ts'
import { CLUSTER } from './outside-members.ts'
import { secretDigest } from './outside-secret.ts'
import { clustersTable, findCluster, LOCKED_AFTER, putCluster, type Cluster, type Place } from './outside.ts'
import type { Put, TableReader } from './tables.ts'

/** @throws OutsideRefusal */
export function describedCluster({ reader, place }: Stage, value: unknown): Put {
  const given = checked('cluster', value, CLUSTER) as Given<Cluster> & {
    readonly backupOf?: string
    readonly password?: string
    readonly locked?: boolean
    readonly loggedIn?: boolean
    readonly hasKmsuser?: boolean
  }
  const { gone, backupOf, password, locked, loggedIn, hasKmsuser, ...plain } = given
  const id = needed('cluster', 'id', plain.id)
  if (gone === true) return [clustersTable(place), id, null]

  const before = findCluster(reader, place, id) ?? relativeOf(reader, place, backupOf, id)
  const certificate = before?.certificate ?? `certificate of ${id}`
  const { kmsuser: _user, ...kept } = before ?? {
    certificate,
    trustAnchor: needed('cluster', 'trustAnchor', plain.trustAnchor),
    active: true,
    hsms: [`${place.region}a`, `${place.region}b`],
    subnets: 'fine' as const,
    securityGroup: true,
    network: true,
    sessions: true,
    lost: [],
  }
  const user = hasKmsuser === false ? undefined : before?.kmsuser
  const kmsuser =
    password === undefined
      ? user
      : { failedLogins: 0, loggedIn: false, ...user, password: secretDigest(certificate, password) }
  if (!kmsuser && (locked !== undefined || loggedIn !== undefined))
    throw new OutsideRefusal('cluster has no kmsuser: give a password first.')
  return putCluster(place, {
    ...kept,
    ...plain,
    id,
    ...(kmsuser
      ? {
          kmsuser: {
            ...kmsuser,
            // A new password ends a lock (guide, fix-keystore).
            ...(password === undefined ? {} : { failedLogins: 0 }),
            ...(locked === undefined ? {} : { failedLogins: locked ? LOCKED_AFTER : 0 }),
            ...(loggedIn === undefined ? {} : { loggedIn }),
          },
        }
      : {}),
  })
}

/** A cluster made from a backup has the users and keys of that day, and none of the damage done since. */
function relativeOf(reader: TableReader, place: Place, of: string | undefined, id: string) {
  if (of === undefined) return undefined
  const original = findCluster(reader, place, of)
  if (!original) throw new OutsideRefusal(`There is no cluster ${of} here to make ${id} from.`)
  return { ...original, lost: [], subnets: 'fine' as const, network: true, active: true }
}
