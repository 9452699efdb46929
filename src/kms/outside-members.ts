import {
  accountId,
  clusterId,
  xksCredential,
  xksUriEndpoint,
  xksUriPath,
  xksVpcServiceName,
} from './members.ts'
import { count, flag, listOf, matching, oneOf, words, type Wanted } from './outside-check.ts'
import type { Cluster, ExternalKey, VpcEndpointService, XksProxy } from './outside.ts'
import type { Member, StringShape } from './shapes.ts'

/** The same patterns and lengths as in requests: what KMS could never name need not exist. */
function likeIn({ shape }: Pick<Member, 'shape'>): Wanted {
  const { min = 0, max = 5000, pattern = '' } = shape as StringShape
  const whole = new RegExp(`^(?:${pattern})$`)
  return [
    (value) => typeof value === 'string' && value.length >= min && value.length <= max && whole.test(value),
    `a text of ${min} to ${max} characters like ${pattern}`,
  ]
}

const { AccessKeyId, RawSecretAccessKey } = (
  xksCredential.shape as { readonly members: Readonly<Record<string, Member>> }
).members

type Described<Row, Extra extends string, Hidden extends keyof Row = never> = Record<
  Exclude<keyof Row, Hidden> | Extra | 'gone',
  Wanted
>

/** What may be said of each thing outside KMS. Unknown members are refused, so that a misspelt fault is no fault lost. */
export const CLUSTER: Described<
  Cluster,
  'backupOf' | 'password' | 'locked' | 'loggedIn' | 'hasKmsuser',
  'kmsuser' | 'certificate'
> = {
  id: likeIn(clusterId()),
  backupOf: likeIn(clusterId()),
  trustAnchor: words,
  active: flag,
  hsms: listOf(words),
  subnets: oneOf('fine', 'one zone', 'deleted', 'no free addresses'),
  securityGroup: flag,
  network: flag,
  sessions: flag,
  lost: listOf(words),
  password: matching(/^.{7,32}$/, 'a password of 7 to 32 characters'),
  locked: flag,
  loggedIn: flag,
  hasKmsuser: flag,
  awsFails: flag,
  gone: flag,
}

export const PROXY: Described<XksProxy, 'secretAccessKey', 'secret'> = {
  endpoint: likeIn(xksUriEndpoint()),
  path: likeIn(xksUriPath()),
  manager: words,
  accessKeyId: likeIn(AccessKeyId as Member),
  secretAccessKey: likeIn(RawSecretAccessKey as Member),
  reachable: flag,
  network: flag,
  tls: flag,
  answers: oneOf('well', 'late', 'garbled', 'unsupported'),
  authorizes: flag,
  managerUp: flag,
  awsFails: flag,
  gone: flag,
}

export const EXTERNAL_KEY: Described<ExternalKey, 'material', 'bytes'> = {
  id: matching(/^[a-zA-Z0-9\-_.]{1,128}$/, 'a text of 1 to 128 letters, digits and - _ .'),
  manager: words,
  spec: oneOf('AES_256', 'AES_128', 'RSA_2048'),
  usage: listOf(oneOf('ENCRYPT', 'DECRYPT', 'SIGN', 'VERIFY', 'WRAP', 'UNWRAP')),
  enabled: flag,
  material: matching(/^[A-Za-z0-9+/]{43}=$/, '32 bytes in base64'),
  gone: flag,
}

export const ENDPOINT_SERVICE: Described<VpcEndpointService, never> = {
  name: likeIn(xksVpcServiceName()),
  owner: likeIn(accountId()),
  privateDnsName: matching(/^[a-zA-Z0-9.-]{1,120}$/, 'a domain name'),
  allowsKms: flag,
  acceptanceRequired: flag,
  loadBalancer: oneOf('network', 'gateway'),
  zones: count,
  domainVerified: flag,
  gone: flag,
}
