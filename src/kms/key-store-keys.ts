import { KmsError } from './errors.ts'
import { clusterOf, requireConfiguration } from './key-store-cluster.ts'
import { findKeyStore, keysIn, requireConnection, type KeyStoreRecord, type XksBacking } from './key-store.ts'
import type { KeyRecord, Origin } from './key.ts'
import type { KeySpec } from './key-spec.ts'
import { findExternalKey, type ExternalKey, type Place } from './outside.ts'
import type { TableReader } from './tables.ts'
import { isTrouble, says, whyProxyFails } from './xks-proxy.ts'

interface Asked {
  readonly CustomKeyStoreId?: string
  readonly XksKeyId?: string
  readonly MultiRegion?: boolean
}

/**
 * Where a new key's material will live, if that is a custom key store (F-353, F-354).
 * @throws KmsError what CreateKey answers when the store, the cluster or the external key is not fit
 */
export function keyStoreFor(
  reader: TableReader,
  place: Place,
  origin: Origin,
  keySpec: KeySpec,
  { CustomKeyStoreId: id, XksKeyId: xksKeyId, MultiRegion: multiRegion }: Asked,
): NonNullable<KeyRecord['keyStore']> | undefined {
  const inStore = origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE'
  if (inStore !== (id !== undefined))
    throw invalid(
      inStore
        ? `CustomKeyStoreId must be specified when Origin is ${origin}.`
        : `CustomKeyStoreId cannot be specified when Origin is ${origin}.`,
    )
  if ((origin === 'EXTERNAL_KEY_STORE') !== (xksKeyId !== undefined))
    throw invalid(
      origin === 'EXTERNAL_KEY_STORE'
        ? 'XksKeyId must be specified when Origin is EXTERNAL_KEY_STORE.'
        : `XksKeyId cannot be specified when Origin is ${origin}.`,
    )
  if (id === undefined) return undefined
  if (keySpec !== 'SYMMETRIC_DEFAULT' || multiRegion === true)
    throw new KmsError('UnsupportedOperationException')

  const store = findKeyStore(reader, place, id)
  if ((origin === 'EXTERNAL_KEY_STORE') !== (store.xks !== undefined))
    throw invalid(`Origin ${origin} does not fit the type of the custom key store.`)
  requireConnection(store, 'CONNECTED')
  if (store.cloudHsm) {
    const cluster = clusterOf(reader, store)
    if (!cluster) throw new KmsError('CloudHsmClusterInvalidConfigurationException')
    requireConfiguration(cluster, 2)
    return { id, clusterId: cluster.id }
  }
  requireFitExternalKey(reader, store, xksKeyId as string)
  return { id, xksKeyId: xksKeyId as string }
}

const invalid = (message: string) => new KmsError('ValidationException', message)

function requireFitExternalKey(reader: TableReader, store: KeyStoreRecord, xksKeyId: string): void {
  const found = whyProxyFails(reader, store.region, store.xks as XksBacking)
  if (isTrouble(found)) throw new KmsError('CustomKeyStoreInvalidStateException', found.says)
  if (found.proxy.answers === 'unsupported')
    throw new KmsError('UnsupportedOperationException', says.unsupported)
  const external = findExternalKey(reader, { manager: found.proxy.manager, id: xksKeyId })
  if (!external) throw new KmsError('XksKeyNotFoundException', says.notFound)
  const unfit = whyUnfit(external)
  if (unfit) throw new KmsError('XksKeyInvalidConfigurationException', unfit)
  if (keysIn(reader, store).some(({ keyStore }) => keyStore?.xksKeyId === xksKeyId))
    throw new KmsError('XksKeyAlreadyInUseException')
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/xks-troubleshooting.html#fix-external-key-create */
function whyUnfit({ spec, enabled, usage }: ExternalKey): string | undefined {
  if (spec !== 'AES_256')
    return `The key spec of the external key must be AES_256. The key spec of specified external key is ${spec}.`
  if (!enabled)
    return 'The status of the external key must be ENABLED. The status of specified external key is DISABLED.'
  if (!['ENCRYPT', 'DECRYPT'].every((each) => usage.includes(each)))
    return `The key usage of the external key must include ENCRYPT and DECRYPT. The key use of specified external key is ${usage.join(', ')}.`
  return undefined
}
