import type { Instant } from '../world/clock.ts'
import { KmsError } from './errors.ts'
import { keysTable, type KeyRecord } from './key.ts'
import type { Place } from './outside.ts'
import { putKey } from './put-key.ts'
import type { Draft, TableReader } from './tables.ts'

export type ConnectionState = 'CONNECTED' | 'CONNECTING' | 'FAILED' | 'DISCONNECTED' | 'DISCONNECTING'

export type ConnectionErrorCode =
  | 'CLUSTER_NOT_FOUND'
  | 'INSUFFICIENT_CLOUDHSM_HSMS'
  | 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'
  | 'INTERNAL_ERROR'
  | 'INVALID_CREDENTIALS'
  | 'NETWORK_ERRORS'
  | 'SUBNET_NOT_FOUND'
  | 'USER_LOCKED_OUT'
  | 'USER_LOGGED_IN'
  | 'USER_NOT_FOUND'
  | 'XKS_PROXY_ACCESS_DENIED'
  | 'XKS_PROXY_INVALID_CONFIGURATION'
  | 'XKS_PROXY_INVALID_RESPONSE'
  | 'XKS_PROXY_INVALID_TLS_CONFIGURATION'
  | 'XKS_PROXY_NOT_REACHABLE'
  | 'XKS_PROXY_TIMED_OUT'
  | 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'
  | 'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'

/** What KMS knows of a cluster: the password is a digest and never shown. */
export interface CloudHsmBacking {
  readonly clusterId: string
  readonly certificate: string
  readonly trustAnchor: string
  readonly password: string
}

export interface XksBacking {
  readonly connectivity: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE'
  readonly endpoint: string
  readonly path: string
  readonly accessKeyId: string
  /** Digest of the secret access key */
  readonly secret: string
  readonly service?: { readonly name: string; readonly owner: string }
}

/** A custom key store of either kind: exactly one of `cloudHsm` and `xks` is there. */
export interface KeyStoreRecord extends Place {
  readonly id: string
  readonly name: string
  readonly creationDate: Instant
  readonly state: ConnectionState
  readonly failure?: ConnectionErrorCode
  /** When connecting or disconnecting is over; `password` is the kmsuser password that KMS will set then, as a digest */
  readonly transition?: { readonly until: Instant; readonly password?: string }
  readonly cloudHsm?: CloudHsmBacking
  readonly xks?: XksBacking
}

const TABLES = 'key-stores/'
export const keyStoresTable = ({ accountId, region }: Place) => `${TABLES}${accountId}/${region}`

export const putKeyStore = (draft: Draft, store: KeyStoreRecord): void =>
  draft.put(keyStoresTable(store), store.id, store)

export const keyStoresOf = (reader: TableReader, place: Place): KeyStoreRecord[] =>
  Array.from(reader.rows<KeyStoreRecord>(keyStoresTable(place)), ([, store]) => store)

/** Of every account: some addresses must be unique in a Region (API, CreateCustomKeyStore). */
export const keyStoresIn = (reader: TableReader, region: string): KeyStoreRecord[] =>
  reader
    .names()
    .filter((table) => table.startsWith(TABLES) && table.endsWith(`/${region}`))
    .flatMap((table) => Array.from(reader.rows<KeyStoreRecord>(table), ([, store]) => store))

/** @throws KmsError CustomKeyStoreNotFoundException */
export function findKeyStore(reader: TableReader, place: Place, id: string): KeyStoreRecord {
  const store = reader.get<KeyStoreRecord>(keyStoresTable(place), id)
  if (!store) throw new KmsError('CustomKeyStoreNotFoundException')
  return store
}

/** The store of a key that has one. A key outlives no store (CustomKeyStoreHasCMKsException). */
export const keyStoreOf = (reader: TableReader, key: KeyRecord): KeyStoreRecord | undefined =>
  key.keyStore && findKeyStore(reader, key, key.keyStore.id)

export const keysIn = (reader: TableReader, store: KeyStoreRecord): KeyRecord[] =>
  Array.from(reader.rows<KeyRecord>(keysTable(store.accountId, store.region)), ([, key]) => key).filter(
    ({ keyStore }) => keyStore?.id === store.id,
  )

/** @throws KmsError CustomKeyStoreInvalidStateException unless the store is in one of these states */
export function requireConnection(store: KeyStoreRecord, ...states: readonly ConnectionState[]): void {
  if (!states.includes(store.state)) throw new KmsError('CustomKeyStoreInvalidStateException')
}

/** Keys follow their store: unusable as soon as it is not connected, themselves again once it is. */
export function putConnection(
  draft: Draft,
  { transition: _over, failure: _failure, ...store }: KeyStoreRecord,
  state: ConnectionState,
  more: Pick<KeyStoreRecord, 'transition' | 'failure'> = {},
): void {
  putKeyStore(draft, { ...store, ...more, state })
  for (const { unavailable, ...key } of keysIn(draft, store as KeyStoreRecord)) {
    if ((state === 'CONNECTED') === (unavailable === undefined)) continue
    putKey(draft, state === 'CONNECTED' ? key : { ...key, unavailable: true })
  }
}

/** What the record of a cryptographic operation tells of the store that holds its key (guide, ct-decrypt). */
export function usedKeyStore(keys: readonly KeyRecord[]) {
  const used = keys.find(({ keyStore }) => keyStore)?.keyStore
  return (
    used && {
      customKeyStoreId: used.id,
      ...(used.xksKeyId === undefined ? {} : { xksKeyId: used.xksKeyId }),
    }
  )
}

/** What the audit records of key store operations tell beside the request (guide, ct-connect-keystore). */
export const keyStoreNotes = ({ name, cloudHsm }: KeyStoreRecord) => ({
  customKeyStoreName: name,
  ...(cloudHsm ? { clusterId: cloudHsm.clusterId } : {}),
})
