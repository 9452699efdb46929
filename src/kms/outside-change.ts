import { decodeBase64 } from '../bytes/base64.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { checked, needed, OutsideRefusal, type Given, type Stage } from './outside-check.ts'
import { describedCluster } from './outside-cluster.ts'
import { ENDPOINT_SERVICE, EXTERNAL_KEY, PROXY } from './outside-members.ts'
import { secretDigest } from './outside-secret.ts'
import {
  endpointServicesTable,
  EXTERNAL_KEYS,
  externalKeyName,
  findEndpointService,
  findExternalKey,
  findProxy,
  PROXIES,
  proxyName,
  putEndpointService,
  putExternalKey,
  putProxy,
  type ExternalKey,
  type VpcEndpointService,
  type XksProxy,
} from './outside.ts'
import type { Change, Put } from './tables.ts'

/**
 * What a control door or a lesson says about the world outside KMS, as a change of the tables: an object with one or
 * more of `cluster`, `proxy`, `externalKey` and `endpointService`. What is new gets working defaults, what is there
 * keeps what is not named, `gone: true` takes it away. Passwords and secrets come in as text and stay as digests.
 * @throws OutsideRefusal with a sentence for people; nothing is changed then
 */
export function outsideChange(stage: Stage, description: unknown): Change {
  const given = checked('The outside world', description, EVERYTHING)
  const puts = (Object.keys(makers) as (keyof typeof makers)[]).flatMap((kind) =>
    given[kind] === undefined ? [] : [makers[kind](stage, given[kind])],
  )
  if (puts.length === 0) throw new OutsideRefusal(`Say what changes: ${Object.keys(makers).join(', ')}.`)
  return puts
}

const anything = [() => true, 'anything'] as const
const EVERYTHING = { cluster: anything, proxy: anything, externalKey: anything, endpointService: anything }
const makers = { cluster: describedCluster, proxy, externalKey, endpointService } as const

function proxy({ reader }: Stage, value: unknown): Put {
  const { gone, secretAccessKey, ...plain } = checked('proxy', value, PROXY) as Given<
    Omit<XksProxy, 'secret'>
  > & { readonly secretAccessKey?: string }
  const at = {
    endpoint: needed('proxy', 'endpoint', plain.endpoint),
    path: needed('proxy', 'path', plain.path),
  }
  if (gone === true) return [PROXIES, proxyName(at), null]

  const before = findProxy(reader, at)
  const accessKeyId = needed('proxy', 'accessKeyId', plain.accessKeyId ?? before?.accessKeyId)
  const renamed = before !== undefined && accessKeyId !== before.accessKeyId
  if (renamed && secretAccessKey === undefined)
    throw new OutsideRefusal('proxy.accessKeyId comes with a secretAccessKey of its own.')
  const secret =
    secretAccessKey === undefined
      ? needed('proxy', 'secretAccessKey', before?.secret)
      : secretDigest(accessKeyId, secretAccessKey)
  return putProxy({
    manager: 'key manager',
    reachable: true,
    network: true,
    tls: true,
    answers: 'well',
    authorizes: true,
    managerUp: true,
    ...before,
    ...plain,
    ...at,
    accessKeyId,
    secret,
  })
}

function externalKey({ reader, entropy }: Stage, value: unknown): Put {
  const { gone, material, ...plain } = checked('externalKey', value, EXTERNAL_KEY) as Given<
    Omit<ExternalKey, 'bytes'>
  > & { readonly material?: string }
  const name = { manager: plain.manager ?? 'key manager', id: needed('externalKey', 'id', plain.id) }
  if (gone === true) return [EXTERNAL_KEYS, externalKeyName(name), null]

  const before = findExternalKey(reader, name)
  const bytes = material === undefined ? (before?.bytes ?? entropy.bytes(32)) : readMaterial(material)
  return putExternalKey({
    spec: 'AES_256',
    usage: ['ENCRYPT', 'DECRYPT'],
    enabled: true,
    ...before,
    ...plain,
    ...name,
    bytes,
  })
}

function readMaterial(base64: string): Bytes {
  const bytes = decodeBase64(base64)
  if (bytes.length !== 32) throw new OutsideRefusal('externalKey.material must be 32 bytes.')
  return bytes
}

function endpointService({ reader, place }: Stage, value: unknown): Put {
  const { gone, ...plain } = checked('endpointService', value, ENDPOINT_SERVICE) as Given<VpcEndpointService>
  const name = needed('endpointService', 'name', plain.name)
  if (gone === true) return [endpointServicesTable(place.region), name, null]
  const before = findEndpointService(reader, place.region, name)
  return putEndpointService(place.region, {
    owner: place.accountId,
    allowsKms: true,
    acceptanceRequired: false,
    loadBalancer: 'network',
    zones: 2,
    domainVerified: true,
    ...before,
    ...plain,
    privateDnsName: needed(
      'endpointService',
      'privateDnsName',
      plain.privateDnsName ?? before?.privateDnsName,
    ),
    name,
  })
}
