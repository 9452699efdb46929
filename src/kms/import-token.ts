import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import type { WrappingAlgorithm } from '../crypto/import-wrap.ts'
import { CryptoRefusal, type CryptoProvider } from '../crypto/provider.ts'
import type { Instant } from '../world/clock.ts'

/** What an import token holds: the wrapping private key and what it was issued for (F-304). */
export interface ImportGrant {
  readonly keyArn: string
  readonly algorithm: WrappingAlgorithm
  readonly validTo: Instant
  readonly wrappingKey: Bytes
}

const LABEL = encodeUtf8('SIMULATED-KMS-IMPORT-TOKEN 1\n')
const IV_BYTES = 12

/**
 * Seals a grant under the HSM's domain key, so that KMS needs no list of tokens and nobody else can read or
 * change one. The real token is opaque; this form is ours and labelled.
 */
export async function sealToken(
  crypto: CryptoProvider,
  domainKey: Bytes,
  iv: Bytes,
  grant: ImportGrant,
): Promise<Bytes> {
  const { wrappingKey, ...facts } = grant
  const head = encodeUtf8(JSON.stringify(facts))
  const plain = concatBytes(Uint8Array.of(head.length >> 8, head.length & 0xff), head, wrappingKey)
  const key = await crypto.aesGcm(domainKey)
  return concatBytes(LABEL, iv, await key.seal(iv, LABEL, plain))
}

/** @returns undefined for a token that was not sealed here, or was changed */
export async function openToken(
  crypto: CryptoProvider,
  domainKey: Bytes,
  token: Bytes,
): Promise<ImportGrant | undefined> {
  if (LABEL.some((byte, i) => token[i] !== byte)) return undefined
  const iv = token.slice(LABEL.length, LABEL.length + IV_BYTES)
  if (iv.length < IV_BYTES) return undefined
  try {
    const key = await crypto.aesGcm(domainKey)
    const plain = await key.open(iv, LABEL, token.slice(LABEL.length + IV_BYTES))
    const length = ((plain[0] ?? 0) << 8) | (plain[1] ?? 0)
    const facts = JSON.parse(decodeUtf8(plain.slice(2, 2 + length))) as Omit<ImportGrant, 'wrappingKey'>
    return { ...facts, wrappingKey: plain.slice(2 + length) }
  } catch (error) {
    if (error instanceof CryptoRefusal) return undefined
    throw error
  }
}
