import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { encodeHex } from '../bytes/hex.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { aesKwpUnwrap, aesKwpWrap } from '../crypto/aes-kw.ts'
import type { AesGcm, CryptoProvider } from '../crypto/provider.ts'
import { sha256 } from '../crypto/sha256.ts'
import type { Entropy } from '../world/entropy.ts'
import { closeOutside, openOutside } from './key-store-crypto.ts'
import type { KeyRecord, Material } from './key.ts'
import type { Change, Draft, TableReader } from './tables.ts'

const HSM = 'hsm'
const DOMAIN_KEY = 'domain-key'

/**
 * The inside of the simulated HSM: the only place where key material exists as plain bytes.
 * In the tables it lies as an exported key token, wrapped under the domain key (F-102, F-103).
 * Whoever holds a whole save holds the domain key too: this keeps secrets out of sight, it does not protect a save.
 */
export class Materials {
  readonly #crypto: CryptoProvider
  readonly #reader: TableReader
  readonly #prepared = new Map<string, Promise<AesGcm>>()
  readonly #opened = new Map<string, Bytes>()

  constructor(crypto: CryptoProvider, reader: TableReader) {
    this.#crypto = crypto
    this.#reader = reader
  }

  /** Wraps material for the tables. Makes the domain key on first use. */
  seal(bytes: Bytes, draft: Draft, entropy: Entropy): Bytes {
    return aesKwpWrap(this.domainKey(draft, entropy), bytes)
  }

  open(material: Material): Bytes {
    const domainKey = this.#reader.get<Bytes>(HSM, DOMAIN_KEY)
    if (!material.token || !domainKey) throw new TypeError(`material ${material.id} is not in the HSM`)
    return aesKwpUnwrap(domainKey, material.token)
  }

  domainKey(draft: Draft, entropy: Entropy): Bytes {
    const known = draft.get<Bytes>(HSM, DOMAIN_KEY)
    if (known) return known
    const fresh = entropy.bytes(32)
    draft.put(HSM, DOMAIN_KEY, fresh)
    return fresh
  }

  /** The material as a ready AES-GCM key, kept until the key changes. */
  cipher(key: KeyRecord, material: Material): Promise<AesGcm> {
    const name = nameOf(key, material)
    const known = this.#prepared.get(name)
    if (known) return known
    const fresh = this.#crypto.aesGcm(this.open(material))
    this.#prepared.set(name, fresh)
    return fresh
  }

  /**
   * The material as its own bytes, kept until the key changes. The same bytes each time: a provider may keep what it
   * made of them.
   */
  bytes(key: KeyRecord, material: Material): Bytes {
    const name = nameOf(key, material)
    const known = this.#opened.get(name)
    if (known) return known
    const fresh = this.open(material)
    this.#opened.set(name, fresh)
    return fresh
  }

  /** What a custom key store adds around a ciphertext, or takes off; nothing for other keys. */
  async closeOutside(key: KeyRecord, entropy: Entropy, sealed: Bytes, aad: Bytes): Promise<Bytes> {
    if (!key.keyStore) return sealed
    return closeOutside({ reader: this.#reader, crypto: this.#crypto, entropy }, key, sealed, aad)
  }

  async openOutside(key: KeyRecord, sealed: Bytes, aad: Bytes): Promise<Bytes> {
    if (!key.keyStore) return sealed
    return openOutside({ reader: this.#reader, crypto: this.#crypto }, key, sealed, aad)
  }

  /** Drops prepared keys of every KMS key a change touches. Called before the change can be seen. */
  forget(change: Change): void {
    if (change.length === 0 || this.#prepared.size + this.#opened.size === 0) return
    const touched = new Set(change.filter(([table]) => table.startsWith('keys/')).map(([, id]) => id))
    if (touched.size === 0) return
    for (const kept of [this.#prepared, this.#opened])
      for (const name of kept.keys())
        if (touched.has(name.slice(name.lastIndexOf('/') + 1, name.indexOf('#')))) kept.delete(name)
  }
}

const nameOf = (key: KeyRecord, material: Material) => `${key.arn}#${material.id}`

/**
 * KeyMaterialId: the same bytes give the same id in one key and another id in every other key (F-104).
 * AWS's own function is not published; this one is ours.
 */
export const materialId = (keyId: string, bytes: Bytes): string =>
  encodeHex(sha256(concatBytes(encodeUtf8(`kms-key-material-lab/material-id/${keyId}/`), bytes)))
