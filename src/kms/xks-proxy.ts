import { KmsError, type KmsErrorCode } from './errors.ts'
import type { ConnectionErrorCode, XksBacking } from './key-store.ts'
import { findEndpointService, findProxy, PROXIES, type VpcEndpointService, type XksProxy } from './outside.ts'
import type { TableReader } from './tables.ts'

/**
 * One trouble between KMS and an external key store proxy, as the three kinds of callers see it: a connection fails
 * with `code`, CreateCustomKeyStore and UpdateCustomKeyStore throw `error`, and the text goes also with what
 * CreateKey and cryptographic operations throw.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/xks-troubleshooting.html
 */
export interface ProxyTrouble {
  readonly code: ConnectionErrorCode
  readonly error: KmsErrorCode
  readonly says: string
}

const trouble = (code: ConnectionErrorCode, error: KmsErrorCode, says = ''): ProxyTrouble => ({
  code,
  error,
  says,
})

const serviceNotFound = trouble(
  'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND',
  'XksProxyVpcEndpointServiceNotFoundException',
)
const serviceInvalid = trouble(
  'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION',
  'XksProxyVpcEndpointServiceInvalidConfigurationException',
)
const awsFails = trouble('INTERNAL_ERROR', 'KMSInternalException')
const unreachable =
  'AWS KMS cannot communicate with the external key store proxy. This might be a transient network issue. If you see this error repeatedly, verify that your external key store proxy is active and is connected to the network, and that its endpoint URI is correct in your external key store.'
const network = trouble('NETWORK_ERRORS', 'XksProxyUriUnreachableException', unreachable)
const notReachable = trouble('XKS_PROXY_NOT_REACHABLE', 'XksProxyUriUnreachableException', unreachable)
const tls = trouble(
  'XKS_PROXY_INVALID_TLS_CONFIGURATION',
  'XksProxyInvalidConfigurationException',
  'AWS KMS cannot establish a TLS connection to the external key store proxy. Verify the TLS configuration, including its certificate.',
)
const wrongPath = trouble(
  'XKS_PROXY_INVALID_CONFIGURATION',
  'XksProxyInvalidConfigurationException',
  'The external key store proxy rejected the request because of an invalid URI path. Verify the URI path for your external key store and update if necessary.',
)
const late = trouble(
  'XKS_PROXY_TIMED_OUT',
  'XksProxyUriUnreachableException',
  'AWS KMS rejected the request because the external key store proxy did not respond in time. Retry the request. If you see this error repeatedly, report it to your external key store proxy administrator.',
)
const garbled = trouble(
  'XKS_PROXY_INVALID_RESPONSE',
  'XksProxyInvalidResponseException',
  'AWS KMS cannot interpret the response from the external key store proxy. If you see this error repeatedly, consult your external key store proxy administrator.',
)
const credential = trouble(
  'INVALID_CREDENTIALS',
  'XksProxyIncorrectAuthenticationCredentialException',
  'The external key store proxy rejected the request because it could not authenticate AWS KMS. Verify the credentials for your external key store and update if necessary.',
)
const denied = trouble(
  'XKS_PROXY_ACCESS_DENIED',
  'XksProxyInvalidConfigurationException',
  'The external key store proxy denied access to the operation. Verify that the user and the external key are both authorized for this operation, and try the request again.',
)
const unhealthy = trouble(
  'XKS_PROXY_NOT_REACHABLE',
  'XksProxyUriUnreachableException',
  'The external key store proxy is in an unhealthy state. If you see this message repeatedly, notify your external key store proxy administrator.',
)

/** What a proxy that is well may still say about one request. */
export const says = {
  notFound: 'The external key store proxy rejected the request because it could not find the external key.',
  notEnabled:
    'The external key store proxy rejected the request because the external key is not enabled in the external key manager.',
  wrongUse:
    'The external key store proxy rejected the request because the external key does not support the requested operation.',
  unsupported:
    'The external key store proxy rejected the request because it does not support the requested cryptographic operation.',
  /** The outer layer does not open */
  refused:
    'The external key store proxy rejected the request because the specified ciphertext or additional authenticated data is corrupted, missing, or otherwise invalid.',
  /** The outer layer opened, and what was inside does not */
  corrupted:
    'The ciphertext that the external key store proxy submitted for decryption, or the encryption context, is corrupted, missing, or otherwise invalid.',
} as const

/** GetHealthStatus, as KMS asks it before it trusts a proxy, and every request after it. */
export function whyProxyFails(
  reader: TableReader,
  region: string,
  xks: XksBacking,
): ProxyTrouble | { readonly proxy: XksProxy } {
  const service = whyServiceFails(reader, region, xks)
  if (service) return service
  const proxy = findProxy(reader, xks)
  if (!proxy) return elsewhereOn(reader, xks.endpoint) ? wrongPath : notReachable
  if (proxy.awsFails) return awsFails
  if (!proxy.network) return network
  if (!proxy.reachable) return notReachable
  if (!proxy.tls) return tls
  if (proxy.answers === 'late') return late
  if (proxy.answers === 'garbled') return garbled
  if (proxy.accessKeyId !== xks.accessKeyId || proxy.secret !== xks.secret) return credential
  if (!proxy.authorizes) return denied
  if (!proxy.managerUp) return unhealthy
  return { proxy }
}

export const isTrouble = (found: ProxyTrouble | { readonly proxy: XksProxy }): found is ProxyTrouble =>
  'code' in found

/** A store with public endpoint connectivity has none. */
export function whyServiceFails(
  reader: TableReader,
  region: string,
  { connectivity, endpoint, service }: XksBacking,
): ProxyTrouble | undefined {
  if (connectivity === 'PUBLIC_ENDPOINT' || !service) return undefined
  const found = findEndpointService(reader, region, service.name)
  if (!found || found.owner !== service.owner || !found.allowsKms) return serviceNotFound
  return meetsRequirements(found) && endpoint === `https://${found.privateDnsName}`
    ? undefined
    : serviceInvalid
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/vpc-connectivity.html */
const meetsRequirements = (service: VpcEndpointService) =>
  service.loadBalancer === 'network' &&
  service.zones >= 2 &&
  !service.acceptanceRequired &&
  service.domainVerified

function elsewhereOn(reader: TableReader, endpoint: string): boolean {
  for (const [, proxy] of reader.rows<XksProxy>(PROXIES))
    if (proxy.endpoint === endpoint) return proxy.reachable
  return false
}

export const throwTrouble = ({ error, says }: ProxyTrouble): never => {
  throw new KmsError(error, says)
}
