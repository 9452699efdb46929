import type { Bytes } from '../bytes/bytes.ts'
import type { Put, TableReader } from './tables.ts'

/**
 * What stands around a custom key store and belongs to the customer: CloudHSM clusters, external key store
 * proxies, the external keys behind them, VPC endpoint services. KMS only looks at it; a learner, a test or a
 * control door changes it. Passwords are kept as digests.
 */
export interface Cluster {
  readonly id: string
  /** The cluster's certificate: clusters made from one backup share it, others never do (F-571, API) */
  readonly certificate: string
  /** customerCA.crt */
  readonly trustAnchor: string
  readonly active: boolean
  /** The Availability Zone of each active HSM */
  readonly hsms: readonly string[]
  readonly subnets: 'fine' | 'one zone' | 'deleted' | 'no free addresses'
  /** The security group still has the rules for ports 2223 to 2225 */
  readonly securityGroup: boolean
  readonly network: boolean
  /** A PKCS #11 session is free */
  readonly sessions: boolean
  /** The crypto user as which KMS logs in */
  readonly kmsuser?: {
    readonly password: string
    readonly failedLogins: number
    /** Somebody else is logged in as kmsuser */
    readonly loggedIn: boolean
  }
  /** Ids of KMS keys whose material somebody deleted from it; a cluster from an older backup still has it */
  readonly lost: readonly string[]
  /** A failure of AWS's own while a key store connects */
  readonly awsFails?: boolean
}

export interface XksProxy {
  readonly endpoint: string
  readonly path: string
  /** The external key manager it speaks for; proxies of one manager reach the same external keys */
  readonly manager: string
  readonly accessKeyId: string
  /** Digest of the secret access key */
  readonly secret: string
  readonly reachable: boolean
  readonly network: boolean
  readonly tls: boolean
  readonly answers: 'well' | 'late' | 'garbled' | 'unsupported'
  /** Its own rules let KMS in */
  readonly authorizes: boolean
  /** At least one instance of the manager is up */
  readonly managerUp: boolean
  readonly awsFails?: boolean
}

export interface ExternalKey {
  readonly id: string
  readonly manager: string
  readonly spec: 'AES_256' | 'AES_128' | 'RSA_2048'
  readonly usage: readonly string[]
  readonly enabled: boolean
  readonly bytes: Bytes
}

export interface VpcEndpointService {
  readonly name: string
  readonly owner: string
  readonly privateDnsName: string
  /** cks.kms.<region>.amazonaws.com is among its allowed principals */
  readonly allowsKms: boolean
  readonly acceptanceRequired: boolean
  readonly loadBalancer: 'network' | 'gateway'
  readonly zones: number
  readonly domainVerified: boolean
}

export interface Place {
  readonly accountId: string
  readonly region: string
}

export const clustersTable = ({ accountId, region }: Place) => `cloudhsm/${accountId}/${region}`
/** Proxies and managers stand outside AWS: no account, no Region. */
export const PROXIES = 'xks-proxies'
export const EXTERNAL_KEYS = 'external-keys'
export const endpointServicesTable = (region: string) => `vpc-endpoint-services/${region}`

export const proxyName = ({ endpoint, path }: Pick<XksProxy, 'endpoint' | 'path'>) => endpoint + path
export const externalKeyName = ({ manager, id }: Pick<ExternalKey, 'manager' | 'id'>) => `${manager}/${id}`

export const findCluster = (reader: TableReader, place: Place, id: string) =>
  reader.get<Cluster>(clustersTable(place), id)
export const findProxy = (reader: TableReader, at: Pick<XksProxy, 'endpoint' | 'path'>) =>
  reader.get<XksProxy>(PROXIES, proxyName(at))
export const findExternalKey = (reader: TableReader, name: Pick<ExternalKey, 'manager' | 'id'>) =>
  reader.get<ExternalKey>(EXTERNAL_KEYS, externalKeyName(name))
export const findEndpointService = (reader: TableReader, region: string, name: string) =>
  reader.get<VpcEndpointService>(endpointServicesTable(region), name)

export const putCluster = (place: Place, cluster: Cluster): Put => [clustersTable(place), cluster.id, cluster]
export const putProxy = (proxy: XksProxy): Put => [PROXIES, proxyName(proxy), proxy]
export const putExternalKey = (key: ExternalKey): Put => [EXTERNAL_KEYS, externalKeyName(key), key]
export const putEndpointService = (region: string, service: VpcEndpointService): Put => [
  endpointServicesTable(region),
  service.name,
  service,
]

/** Five failed logins lock a crypto user (guide, fix-keystore). */
export const LOCKED_AFTER = 5
export const isLocked = ({ kmsuser }: Cluster) => (kmsuser?.failedLogins ?? 0) >= LOCKED_AFTER
