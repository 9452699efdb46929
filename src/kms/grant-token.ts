import { decodeBase64, encodeBase64 } from '../bytes/base64.ts'
import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { sha256 } from '../crypto/sha256.ts'
import type { Entropy } from '../world/entropy.ts'
import { KmsError } from './errors.ts'
import type { GrantRecord } from './grant.ts'
import { keysTable, type KeyRecord } from './key.ts'
import type { TableReader } from './tables.ts'
import { grantWithId } from './grant.ts'

const LABEL = encodeUtf8('SIMULATED-KMS-GRANT-TOKEN 1\n')
const NONCE_BYTES = 12
const MARK_BYTES = 16

/** What the token names: enough to find the grant without a list of tokens. */
interface Place {
  readonly accountId: string
  readonly region: string
  readonly keyId: string
  readonly grantId: string
}

/**
 * Names a grant, unforgeably: marked with the HSM's domain key. Each call gives another token of the same grant, and
 * all of them are worth the same (API CreateGrant, `Name`). AWS's own form is not published; this one is ours.
 */
export function grantToken(domainKey: Bytes, entropy: Entropy, key: KeyRecord, grantId: string): string {
  const { accountId, region, id: keyId } = key
  const place: Place = { accountId, region, keyId, grantId }
  const body = concatBytes(LABEL, entropy.bytes(NONCE_BYTES), encodeUtf8(JSON.stringify(place)))
  return encodeBase64(concatBytes(mark(domainKey, body), body))
}

const mark = (domainKey: Bytes, body: Bytes): Bytes =>
  sha256(concatBytes(domainKey, sha256(concatBytes(domainKey, body)))).slice(0, MARK_BYTES)

/**
 * The grant that a token names, and its key.
 * @throws KmsError InvalidGrantTokenException for anything but the token of a grant that is there
 */
export function grantOfToken(
  reader: TableReader,
  token: string,
): { readonly grant: GrantRecord; readonly key: KeyRecord } {
  const place = placeIn(reader.get<Bytes>('hsm', 'domain-key'), token)
  const key = place && reader.get<KeyRecord>(keysTable(place.accountId, place.region), place.keyId)
  const grant = key && grantWithId(reader, key, place.grantId)
  if (!grant) throw new KmsError('InvalidGrantTokenException')
  return { grant, key }
}

function placeIn(domainKey: Bytes | undefined, token: string): Place | undefined {
  let bytes: Bytes
  try {
    bytes = decodeBase64(token)
  } catch {
    return undefined
  }
  const body = bytes.slice(MARK_BYTES)
  const genuine = domainKey && mark(domainKey, body).every((byte, i) => byte === bytes[i])
  if (!genuine) return undefined
  return JSON.parse(decodeUtf8(body.slice(LABEL.length + NONCE_BYTES))) as Place
}
