import type { Bytes } from '../bytes/bytes.ts'
import { CryptoRefusal } from './provider.ts'

/** Every engine takes 96 bits and differs on the rest (Chromium, Node and noble each refuse others). @throws CryptoRefusal */
export function requireGcmIv(iv: Bytes): void {
  if (iv.length !== 12) throw new CryptoRefusal(`an IV of 12 bytes expected, got ${iv.length}`)
}

/** AES-192 is left out because Chromium has no AES-GCM for it. @throws CryptoRefusal */
export function requireAesKey(key: Bytes): void {
  if (key.length !== 16 && key.length !== 32)
    throw new CryptoRefusal(`an AES key of 16 or 32 bytes expected, got ${key.length}`)
}
