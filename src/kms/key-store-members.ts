import { KmsError } from './errors.ts'
import type { XksBacking } from './key-store.ts'
import type { Place } from './outside.ts'
import { secretDigest } from './outside-secret.ts'

/** Members of CreateCustomKeyStore and UpdateCustomKeyStore that say something about one kind of store only. */
const BELONGS = {
  AWS_CLOUDHSM: ['CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword'],
  EXTERNAL_KEY_STORE: [
    'XksProxyConnectivity',
    'XksProxyUriEndpoint',
    'XksProxyUriPath',
    'XksProxyAuthenticationCredential',
    'XksProxyVpcEndpointServiceName',
    'XksProxyVpcEndpointServiceOwner',
  ],
} as const

export type KeyStoreType = keyof typeof BELONGS
type Input = Readonly<Record<string, unknown>>

/** @throws KmsError ValidationException for members of the other kind */
export function refuseOtherKind(type: KeyStoreType, input: Input): void {
  const other = type === 'AWS_CLOUDHSM' ? 'EXTERNAL_KEY_STORE' : 'AWS_CLOUDHSM'
  const stray = BELONGS[other].filter((member) => isGiven(input, member))
  if (stray.length > 0)
    throw new KmsError(
      'ValidationException',
      `${stray.join(', ')} cannot be specified for a custom key store of type ${type}.`,
    )
}

/** @throws KmsError ValidationException */
export function requireMembers(type: KeyStoreType, input: Input, ...members: readonly string[]): void {
  const missing = members.filter((member) => !isGiven(input, member))
  if (missing.length > 0)
    throw new KmsError(
      'ValidationException',
      `${missing.join(', ')} must be specified for a custom key store of type ${type}.`,
    )
}

/** The API takes null for the service name, to say that there is none any more. */
export const isGiven = (input: Input, member: string): boolean =>
  input[member] !== undefined && input[member] !== null

interface XksInput {
  readonly XksProxyConnectivity?: XksBacking['connectivity']
  readonly XksProxyUriEndpoint?: string
  readonly XksProxyUriPath?: string
  readonly XksProxyAuthenticationCredential?: {
    readonly AccessKeyId: string
    readonly RawSecretAccessKey: string
  }
  readonly XksProxyVpcEndpointServiceName?: string
  readonly XksProxyVpcEndpointServiceOwner?: string
}

/**
 * How an external key store is reached, from the request and, when it is changed, from what was there.
 * @throws KmsError ValidationException for what is missing, or given beside a public endpoint
 */
export function xksBackingOf(input: XksInput, { accountId }: Place, before?: XksBacking): XksBacking {
  const connectivity = input.XksProxyConnectivity ?? before?.connectivity
  if (!before)
    requireMembers(
      'EXTERNAL_KEY_STORE',
      { ...input },
      'XksProxyConnectivity',
      'XksProxyUriEndpoint',
      'XksProxyUriPath',
      'XksProxyAuthenticationCredential',
    )
  const name = input.XksProxyVpcEndpointServiceName ?? before?.service?.name
  const owner = input.XksProxyVpcEndpointServiceOwner ?? before?.service?.owner ?? accountId
  const byService = connectivity === 'VPC_ENDPOINT_SERVICE'
  if (byService && name === undefined)
    throw new KmsError(
      'ValidationException',
      'XksProxyVpcEndpointServiceName must be specified when XksProxyConnectivity is VPC_ENDPOINT_SERVICE.',
    )
  if (before && connectivity !== before.connectivity && input.XksProxyUriEndpoint === undefined)
    throw new KmsError(
      'ValidationException',
      'XksProxyUriEndpoint must be specified when XksProxyConnectivity changes.',
    )
  if (!byService && isGiven({ ...input }, 'XksProxyVpcEndpointServiceName'))
    throw new KmsError(
      'ValidationException',
      'XksProxyVpcEndpointServiceName cannot be specified when XksProxyConnectivity is PUBLIC_ENDPOINT.',
    )
  const credential = input.XksProxyAuthenticationCredential
  return {
    connectivity: connectivity as XksBacking['connectivity'],
    endpoint: (input.XksProxyUriEndpoint ?? before?.endpoint) as string,
    path: (input.XksProxyUriPath ?? before?.path) as string,
    accessKeyId: (credential?.AccessKeyId ?? before?.accessKeyId) as string,
    secret: credential
      ? secretDigest(credential.AccessKeyId, credential.RawSecretAccessKey)
      : (before?.secret as string),
    ...(byService ? { service: { name: name as string, owner } } : {}),
  }
}
