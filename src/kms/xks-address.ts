import { KmsError } from './errors.ts'
import { keyStoresIn, type KeyStoreRecord, type XksBacking } from './key-store.ts'
import type { Place } from './outside.ts'
import type { TableReader } from './tables.ts'
import { isTrouble, throwTrouble, whyProxyFails, whyServiceFails } from './xks-proxy.ts'

/**
 * Which addresses external key stores may share: a proxy may serve several stores on different paths of a public
 * endpoint; a private DNS name and a VPC endpoint service belong to one store.
 * @param self the store that is being changed, which is not in its own way
 * @throws KmsError XksProxyUriInUseException, ...UriEndpointInUseException, ...VpcEndpointServiceInUseException
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html
 */
export function requireFreeAddress(reader: TableReader, place: Place, xks: XksBacking, self?: string): void {
  const others = keyStoresIn(reader, place.region).flatMap((store) =>
    store.xks && store.id !== self ? [{ own: store.accountId === place.accountId, ...store.xks }] : [],
  )
  const here = others.filter(({ endpoint }) => endpoint === xks.endpoint)
  if (here.some(({ own, path }) => own && path === xks.path)) throw new KmsError('XksProxyUriInUseException')
  const clash = here.some(
    ({ own, connectivity }) =>
      connectivity !== xks.connectivity || (own && connectivity === 'VPC_ENDPOINT_SERVICE'),
  )
  if (clash) throw new KmsError('XksProxyUriEndpointInUseException')
  if (xks.service && others.some(({ service }) => service?.name === xks.service?.name))
    throw new KmsError('XksProxyVpcEndpointServiceInUseException')
}

/**
 * The properties of a store are tested before they are kept: for a public endpoint with a request to the proxy, for a
 * VPC endpoint service only once there is a connection through it.
 * @throws KmsError what the trouble is called in management operations
 */
export function requireWorkingProxy(
  reader: TableReader,
  { region, state }: Pick<KeyStoreRecord, 'region' | 'state'>,
  xks: XksBacking,
): void {
  const service = whyServiceFails(reader, region, xks)
  if (service) throwTrouble(service)
  if (xks.connectivity === 'VPC_ENDPOINT_SERVICE' && state !== 'CONNECTED') return
  const found = whyProxyFails(reader, region, xks)
  if (isTrouble(found)) throwTrouble(found)
}
