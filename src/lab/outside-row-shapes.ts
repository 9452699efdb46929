import {
  EXTERNAL_KEYS,
  PROXIES,
  type Cluster,
  type ExternalKey,
  type VpcEndpointService,
  type XksProxy,
} from '../kms/outside.ts'
import type { CloudHsmBacking, KeyStoreRecord, XksBacking } from '../kms/key-store.ts'
import {
  bytesOf,
  count,
  flag,
  instant,
  listOf,
  maybe,
  oneOf,
  record,
  startingWith,
  text,
  type Check,
  type Shapes,
} from './value-checks.ts'

const cloudHsm = record({
  clusterId: text,
  certificate: text,
  trustAnchor: text,
  password: text,
} satisfies Record<keyof CloudHsmBacking, Check>)

const xks = record({
  connectivity: oneOf('PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'),
  endpoint: text,
  path: text,
  accessKeyId: text,
  secret: text,
  service: maybe(record({ name: text, owner: text })),
} satisfies Record<keyof XksBacking, Check>)

/** A connection has an end, or time would never leave it. */
const keyStore = record({
  accountId: text,
  region: text,
  id: text,
  name: text,
  creationDate: instant,
  state: oneOf('CONNECTED', 'CONNECTING', 'FAILED', 'DISCONNECTED', 'DISCONNECTING'),
  failure: maybe(text),
  transition: maybe(record({ until: instant, password: maybe(text) })),
  cloudHsm: maybe(cloudHsm),
  xks: maybe(xks),
} satisfies Record<keyof KeyStoreRecord, Check>)

const cluster = record({
  id: text,
  certificate: text,
  trustAnchor: text,
  active: flag,
  hsms: listOf(text),
  subnets: oneOf('fine', 'one zone', 'deleted', 'no free addresses'),
  securityGroup: flag,
  network: flag,
  sessions: flag,
  kmsuser: maybe(record({ password: text, failedLogins: count, loggedIn: flag })),
  lost: listOf(text),
  awsFails: maybe(flag),
} satisfies Record<keyof Cluster, Check>)

const proxy = record({
  endpoint: text,
  path: text,
  manager: text,
  accessKeyId: text,
  secret: text,
  reachable: flag,
  network: flag,
  tls: flag,
  answers: oneOf('well', 'late', 'garbled', 'unsupported'),
  authorizes: flag,
  managerUp: flag,
  awsFails: maybe(flag),
} satisfies Record<keyof XksProxy, Check>)

const externalKey = record({
  id: text,
  manager: text,
  spec: oneOf('AES_256', 'AES_128', 'RSA_2048'),
  usage: listOf(text),
  enabled: flag,
  bytes: bytesOf(32),
} satisfies Record<keyof ExternalKey, Check>)

const endpointService = record({
  name: text,
  owner: text,
  privateDnsName: text,
  allowsKms: flag,
  acceptanceRequired: flag,
  loadBalancer: oneOf('network', 'gateway'),
  zones: count,
  domainVerified: flag,
} satisfies Record<keyof VpcEndpointService, Check>)

/** Custom key stores, and what stands outside AWS behind them. */
export const outsideShapes: Shapes = [
  [startingWith('key-stores/'), keyStore],
  [startingWith('cloudhsm/'), cluster],
  [PROXIES, proxy],
  [startingWith('vpc-endpoint-services/'), endpointService],
  [EXTERNAL_KEYS, externalKey],
]
