import { KmsError } from './errors.ts'
import type { ConnectionErrorCode, KeyStoreRecord } from './key-store.ts'
import { findCluster, isLocked, type Cluster, type Place } from './outside.ts'
import type { TableReader } from './tables.ts'

/**
 * A cluster must have HSMs in two Availability Zones to be associated with a key store and to make keys; one HSM is
 * enough to connect and to use keys.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html#API_CreateCustomKeyStore_Errors
 */
export function requireConfiguration(cluster: Cluster, zones: 1 | 2): void {
  const enough = new Set(cluster.hsms).size >= zones
  if (!enough || cluster.subnets === 'one zone' || !cluster.securityGroup)
    throw new KmsError('CloudHsmClusterInvalidConfigurationException')
}

export function requireActive(cluster: Cluster): void {
  if (!cluster.active) throw new KmsError('CloudHsmClusterNotActiveException')
}

/** @throws KmsError CloudHsmClusterNotFoundException, ...NotActiveException, ...InvalidConfigurationException */
export function requireUsableCluster(reader: TableReader, place: Place, id: string): Cluster {
  const cluster = findCluster(reader, place, id)
  if (!cluster) throw new KmsError('CloudHsmClusterNotFoundException')
  requireActive(cluster)
  requireConfiguration(cluster, 2)
  return cluster
}

export const clusterOf = (reader: TableReader, store: KeyStoreRecord): Cluster | undefined =>
  store.cloudHsm && findCluster(reader, store, store.cloudHsm.clusterId)

/**
 * What is in the way of a login as kmsuser, in the order in which KMS meets it: the cluster, the network, the account.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/fix-keystore.html
 */
export function whyClusterFails(
  cluster: Cluster | undefined,
  password: string | undefined,
): ConnectionErrorCode | undefined {
  if (!cluster) return 'CLUSTER_NOT_FOUND'
  if (cluster.awsFails) return 'INTERNAL_ERROR'
  if (cluster.hsms.length === 0) return 'INSUFFICIENT_CLOUDHSM_HSMS'
  if (cluster.subnets === 'deleted') return 'SUBNET_NOT_FOUND'
  if (cluster.subnets === 'no free addresses') return 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'
  if (!cluster.network) return 'NETWORK_ERRORS'
  if (!cluster.kmsuser) return 'USER_NOT_FOUND'
  if (isLocked(cluster)) return 'USER_LOCKED_OUT'
  if (cluster.kmsuser.loggedIn) return 'USER_LOGGED_IN'
  if (cluster.kmsuser.password !== password) return 'INVALID_CREDENTIALS'
  return undefined
}

/** The cluster answers a request now; that a store is CONNECTED does not say so (API, DescribeCustomKeyStores). */
export const answers = (cluster: Cluster | undefined): cluster is Cluster =>
  cluster !== undefined && cluster.active && cluster.network && cluster.hsms.length > 0
