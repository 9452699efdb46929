import { minutes } from '../world/clock.ts'
import { clusterOf, whyClusterFails } from './key-store-cluster.ts'
import { putConnection, type ConnectionErrorCode, type KeyStoreRecord } from './key-store.ts'
import { putCluster, type Cluster } from './outside.ts'
import { Draft, type TableReader } from './tables.ts'
import type { Timed } from './timed.ts'
import { isTrouble, whyProxyFails } from './xks-proxy.ts'

/** Up to 20 minutes for a cluster, about five for a proxy (guide, disconnect-keystore and xks-connect-disconnect). */
export const CONNECTING = { cloudHsm: minutes(15), xks: minutes(5) } as const
/** AWS gives no figure; keys are unusable right away, whatever it takes. */
export const DISCONNECTING = minutes(1)

/** Custom key stores on their way to a connection or out of one. The outside world decides at the end of the way. */
export const keyStoresInTime: Timed<KeyStoreRecord> = {
  tables: 'key-stores/',
  next: ({ transition }) => transition?.until,
  happen(reader, store) {
    const draft = new Draft(reader)
    if (store.state === 'CONNECTING') connect(draft, store)
    else putConnection(draft, store, 'DISCONNECTED')
    return { change: draft.change(), occurrences: [] }
  },
}

function connect(draft: Draft, store: KeyStoreRecord): void {
  const failure = whyConnectionFails(draft, store)
  if (failure) {
    if (failure === 'INVALID_CREDENTIALS' && store.cloudHsm) countFailedLogin(draft, store)
    return putConnection(draft, store, 'FAILED', { failure })
  }
  putConnection(draft, logIn(draft, store), 'CONNECTED')
}

const whyConnectionFails = (reader: TableReader, store: KeyStoreRecord): ConnectionErrorCode | undefined => {
  if (!store.xks) return whyClusterFails(clusterOf(reader, store), store.cloudHsm?.password)
  const found = whyProxyFails(reader, store.region, store.xks)
  return isTrouble(found) ? found.code : undefined
}

/** KMS logs in and rotates the password of kmsuser to one that only it knows. */
function logIn(draft: Draft, store: KeyStoreRecord): KeyStoreRecord {
  const cluster = clusterOf(draft, store)
  const password = store.transition?.password
  if (!cluster?.kmsuser || !store.cloudHsm || password === undefined) return store
  draft.apply([
    putCluster(store, {
      ...cluster,
      kmsuser: { ...cluster.kmsuser, password, failedLogins: 0 },
    }),
  ])
  return { ...store, cloudHsm: { ...store.cloudHsm, password } }
}

function countFailedLogin(draft: Draft, store: KeyStoreRecord): void {
  const cluster = clusterOf(draft, store) as Cluster
  const { kmsuser } = cluster
  if (!kmsuser) return
  const failedLogins = kmsuser.failedLogins + 1
  draft.apply([putCluster(store, { ...cluster, kmsuser: { ...kmsuser, failedLogins } })])
}
