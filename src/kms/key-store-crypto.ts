import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { CryptoRefusal, type CryptoProvider } from '../crypto/provider.ts'
import type { Entropy } from '../world/entropy.ts'
import { KmsError } from './errors.ts'
import { answers, clusterOf } from './key-store-cluster.ts'
import { keyStoreOf, type KeyStoreRecord, type XksBacking } from './key-store.ts'
import type { KeyRecord } from './key.ts'
import { findExternalKey, type ExternalKey } from './outside.ts'
import type { TableReader } from './tables.ts'
import { isTrouble, says, whyProxyFails } from './xks-proxy.ts'

interface Ports {
  readonly reader: TableReader
  readonly crypto: CryptoProvider
}

/**
 * The second layer around what KMS made, by the manager outside AWS (F-354: double encryption). A key in a CloudHSM
 * key store has none, but its cluster must answer.
 * @throws KmsError KMSInvalidStateException: that a store is CONNECTED does not say that it works, and cryptographic
 *   operations know one exception for all that can be wrong behind it (guide, xks-troubleshooting and fix-keystore)
 */
export async function closeOutside(
  { reader, crypto, entropy }: Ports & { readonly entropy: Entropy },
  key: KeyRecord,
  sealed: Bytes,
  aad: Bytes,
): Promise<Bytes> {
  const external = requireOutside(reader, key, 'ENCRYPT')
  if (!external) return sealed
  const iv = entropy.bytes(IV_BYTES)
  return concatBytes(iv, await (await crypto.aesGcm(external.bytes)).seal(iv, aad, sealed))
}

/** @throws KmsError as above; with a text of the proxy's for a wrong encryption context or changed bytes */
export async function openOutside(
  { reader, crypto }: Ports,
  key: KeyRecord,
  sealed: Bytes,
  aad: Bytes,
): Promise<Bytes> {
  const external = requireOutside(reader, key, 'DECRYPT')
  if (!external) return sealed
  try {
    const cipher = await crypto.aesGcm(external.bytes)
    return await cipher.open(sealed.slice(0, IV_BYTES), aad, sealed.slice(IV_BYTES))
  } catch (error) {
    if (error instanceof CryptoRefusal) throw unusable(says.refused)
    throw error
  }
}

const IV_BYTES = 12

/** For what is inside the outer layer and does not open (double encryption), where other keys give no text. */
export const innerRefusal = (key: KeyRecord): KmsError =>
  key.keyStore?.xksKeyId === undefined ? new KmsError('InvalidCiphertextException') : unusable(says.corrupted)

const unusable = (message: string) => new KmsError('KMSInvalidStateException', message)

function requireOutside(
  reader: TableReader,
  key: KeyRecord,
  usage: 'ENCRYPT' | 'DECRYPT',
): ExternalKey | undefined {
  const store = keyStoreOf(reader, key)
  if (!store) return undefined
  if (store.xks) return requireExternalKey(reader, store.region, store.xks, key, usage)
  requireBackingKey(reader, store, key)
  return undefined
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/fix-keystore.html#fix-cmk-failed */
function requireBackingKey(reader: TableReader, store: KeyStoreRecord, key: KeyRecord): void {
  const cluster = clusterOf(reader, store)
  if (!answers(cluster)) throw unusable('KMS cannot communicate with your CloudHSM cluster')
  if (!cluster.sessions) throw new KmsError('KMSInternalException')
  if (cluster.lost.includes(key.id)) throw unusable('')
}

function requireExternalKey(
  reader: TableReader,
  region: string,
  xks: XksBacking,
  key: KeyRecord,
  usage: 'ENCRYPT' | 'DECRYPT',
): ExternalKey {
  const found = whyProxyFails(reader, region, xks)
  if (isTrouble(found)) throw unusable(found.says)
  const { manager, answers: how } = found.proxy
  if (how === 'unsupported') throw unusable(says.unsupported)
  const external = findExternalKey(reader, { manager, id: key.keyStore?.xksKeyId as string })
  if (!external) throw unusable(says.notFound)
  if (!external.enabled) throw unusable(says.notEnabled)
  if (!external.usage.includes(usage)) throw unusable(says.wrongUse)
  return external
}
