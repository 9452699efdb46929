import type { Bytes } from '../bytes/bytes.ts'
import { CryptoRefusal } from '../crypto/provider.ts'
import type { Entropy } from '../world/entropy.ts'
import { outOfSight } from './access-denied.ts'
import { requireAlgorithm } from './algorithms.ts'
import { additionalData, packCiphertext, packHeader, readCiphertext, type Ciphertext } from './ciphertext.ts'
import { KmsError } from './errors.ts'
import { currentMaterial, isPending, keysTable, type KeyRecord, type Material } from './key.ts'
import type { KeyUsage } from './key-spec.ts'
import { innerRefusal } from './key-store-crypto.ts'
import type { Materials } from './materials.ts'
import type { TableReader } from './tables.ts'
import type { Caller } from './trail.ts'

type EncryptionContext = Readonly<Record<string, string>> | undefined

/** F-622. */
export function requireUsage(key: KeyRecord, usage: KeyUsage, operation: string): void {
  if (key.keyUsage !== usage)
    throw new KmsError(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.keyUsage} which is not valid for ${operation}.`,
    )
}

/** For operations that work with symmetric encryption keys alone: data keys and data key pairs. */
export function requireSymmetricUse(key: KeyRecord, operation: string): void {
  requireUsage(key, 'ENCRYPT_DECRYPT', operation)
  requireAlgorithm(key, 'SYMMETRIC_DEFAULT')
}

const headers = new WeakMap<Material, Bytes>()

function headerOf(key: KeyRecord, material: Material): Bytes {
  const known = headers.get(material)
  if (known) return known
  const header = packHeader({
    accountId: key.accountId,
    regions: key.multiRegion ? [] : [key.region],
    keyId: key.id,
    materialId: material.id,
  })
  headers.set(material, header)
  return header
}

/** Encrypts under the current material. @returns the blob and the material that made it */
export async function encryptWith(
  materials: Materials,
  entropy: Entropy,
  key: KeyRecord,
  plaintext: Bytes,
  context: EncryptionContext,
): Promise<{ readonly blob: Bytes; readonly materialId: string }> {
  const material = currentMaterial(key) as Material
  const header = headerOf(key, material)
  const iv = entropy.bytes(12)
  const cipher = await materials.cipher(key, material)
  const aad = additionalData(header, context)
  const sealed = await cipher.seal(iv, aad, plaintext)
  const closed = key.keyStore ? await materials.closeOutside(key, entropy, sealed, aad) : sealed
  return { blob: packCiphertext(header, iv, closed), materialId: material.id }
}

/**
 * The key a ciphertext names, also one of another account: whether the caller may is asked afterwards.
 * @throws KmsError InvalidCiphertextException for bytes that are no ciphertext; AccessDeniedException, text F-636, for
 *   a key that is gone or in another Region
 */
export function keyOfCiphertext(
  reader: TableReader,
  caller: Caller,
  blob: Bytes,
  action = 'Decrypt',
): { ciphertext: Ciphertext; key: KeyRecord } {
  const ciphertext = readCiphertext(blob)
  if (!ciphertext) throw new KmsError('InvalidCiphertextException')
  const { accountId, regions, keyId } = ciphertext.header
  const visible = regions.length === 0 || regions.includes(caller.region)
  const key = visible ? reader.get<KeyRecord>(keysTable(accountId, caller.region), keyId) : undefined
  if (key) return { ciphertext, key }
  throw outOfSight(caller, action, true)
}

/** F-621: the caller named a key, and it is another one than the ciphertext's. */
export const incorrectKey = () =>
  new KmsError(
    'IncorrectKeyException',
    'The key ID in the request does not identify a CMK that can perform this operation.',
  )

/**
 * @throws KmsError InvalidCiphertextException without text: wrong context or changed bytes (F-620);
 *   KMSInvalidStateException for keys in external key stores
 */
export async function decryptWith(
  materials: Materials,
  key: KeyRecord,
  { header, headerBytes, iv, sealed }: Ciphertext,
  context: EncryptionContext,
): Promise<{ readonly plaintext: Bytes; readonly materialId: string }> {
  const material = key.materials.find((each) => each.id === header.materialId && !isPending(each))
  if (!material) throw new KmsError('InvalidCiphertextException')
  try {
    const cipher = await materials.cipher(key, material)
    const aad = additionalData(headerBytes, context)
    const inner = key.keyStore ? await materials.openOutside(key, sealed, aad) : sealed
    return { plaintext: await cipher.open(iv, aad, inner), materialId: material.id }
  } catch (error) {
    if (error instanceof CryptoRefusal) throw innerRefusal(key)
    throw error
  }
}
