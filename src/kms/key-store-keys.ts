import { CryptoRefusal, type CryptoProvider } from '../crypto/provider.ts'
import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import type { Entropy } from '../world/entropy.ts'
import { KmsError } from './errors.ts'
import { answers, clusterOf, requireConfiguration } from './key-store-cluster.ts'
import {
  findKeyStore,
  keysIn,
  keyStoreOf,
  requireConnection,
  type KeyStoreRecord,
  type XksBacking,
} from './key-store.ts'
import type { KeyRecord, Origin } from './key.ts'
import type { KeySpec } from './key-spec.ts'
import { findExternalKey, type ExternalKey, type Place } from './outside.ts'
import type { TableReader } from './tables.ts'
import { isTrouble, whyProxyFails } from './xks-proxy.ts'

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
  const external = findExternalKey(reader, { manager: found.proxy.manager, id: xksKeyId })
  if (!external) throw new KmsError('XksKeyNotFoundException')
  const fit = ['ENCRYPT', 'DECRYPT'].every((usage) => external.usage.includes(usage))
  if (external.spec !== 'AES_256' || !external.enabled || !fit)
    throw new KmsError('XksKeyInvalidConfigurationException')
  if (keysIn(reader, store).some(({ keyStore }) => keyStore?.xksKeyId === xksKeyId))
    throw new KmsError('XksKeyAlreadyInUseException')
}

const stateError = (message: string) => new KmsError('KMSInvalidStateException', message)

/**
 * The second layer around what KMS made, by the manager outside AWS (F-354: double encryption). For every other key
 * there is none, but a CloudHSM cluster must answer.
 * @throws KmsError KeyUnavailableException, KMSInvalidStateException: the store is CONNECTED, and yet it fails
 */
export async function closeOutside(
  { reader, crypto, entropy }: { reader: TableReader; crypto: CryptoProvider; entropy: Entropy },
  key: KeyRecord,
  sealed: Bytes,
  aad: Bytes,
): Promise<Bytes> {
  const external = requireOutside(reader, key)
  if (!external) return sealed
  const iv = entropy.bytes(12)
  return concatBytes(iv, await (await crypto.aesGcm(external.bytes)).seal(iv, aad, sealed))
}

export async function openOutside(
  { reader, crypto }: { reader: TableReader; crypto: CryptoProvider },
  key: KeyRecord,
  sealed: Bytes,
  aad: Bytes,
): Promise<Bytes> {
  const external = requireOutside(reader, key)
  if (!external) return sealed
  if (sealed.length < 12) throw new CryptoRefusal('cut')
  return (await crypto.aesGcm(external.bytes)).open(sealed.slice(0, 12), aad, sealed.slice(12))
}

function requireOutside(reader: TableReader, key: KeyRecord): ExternalKey | undefined {
  const store = keyStoreOf(reader, key)
  if (!store) return undefined
  if (!store.xks) {
    if (!answers(clusterOf(reader, store))) throw new KmsError('KeyUnavailableException')
    return undefined
  }
  const found = whyProxyFails(reader, store.region, store.xks)
  if (isTrouble(found)) throw stateError(found.says)
  const external = findExternalKey(reader, {
    manager: found.proxy.manager,
    id: key.keyStore?.xksKeyId as string,
  })
  if (!external) throw stateError(`The external key of ${key.arn} does not exist.`)
  if (!external.enabled) throw stateError(`The external key of ${key.arn} is not enabled.`)
  return external
}
