import { equalBytes, type Bytes } from '../bytes/bytes.ts'

interface Loaded {
  /** What the array held: one that was written over since is another key */
  readonly content: Bytes
  readonly keys: Map<string, Promise<CryptoKey>>
}

/**
 * The platform's form of keys that were loaded before, because loading a private key takes longer than signing with
 * it. A key is found by the very array that its owner keeps, and goes when that array goes.
 */
export class LoadedKeys {
  readonly #most: number
  #count = 0
  #known = new WeakMap<Bytes, Loaded>()

  /** @param most when so many are loaded all are dropped, so that many keys do not fill the platform's memory */
  constructor(most = 1_000) {
    this.#most = most
  }

  /** @param as algorithm and use: all that `load` fixes beside the bytes */
  get(bytes: Bytes, as: string, load: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const known = this.#of(bytes)?.keys.get(as)
    if (known) return known
    if (this.#count++ >= this.#most) {
      this.#known = new WeakMap()
      this.#count = 1
    }
    const { keys } = this.#of(bytes) ?? this.#begin(bytes)
    const fresh = load()
    keys.set(as, fresh)
    fresh.catch(() => keys.delete(as))
    return fresh
  }

  #of(bytes: Bytes): Loaded | undefined {
    const loaded = this.#known.get(bytes)
    return loaded && equalBytes(loaded.content, bytes) ? loaded : undefined
  }

  #begin(bytes: Bytes): Loaded {
    const loaded: Loaded = { content: bytes.slice(), keys: new Map() }
    this.#known.set(bytes, loaded)
    return loaded
  }
}
