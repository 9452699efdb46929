import type { Bytes } from '../../bytes/bytes.ts'

export type WrapHash = 'SHA-1' | 'SHA-256'

/**
 * The client's side of an import, in this page: what `openssl pkeyutl -encrypt` does on a learner's computer.
 *
 * @throws Error when the public key does not read or the material does not fit into one RSA block
 */
export async function wrapHere(publicKey: Bytes, material: Bytes, hash: WrapHash): Promise<Bytes> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (subtle) {
    const { webCryptoProvider } = await import('../../crypto/web-crypto.ts')
    return webCryptoProvider(subtle).rsaOaepEncrypt(publicKey, hash, material)
  }
  const { forgeRsa } = await import('../../crypto/forge-rsa.ts')
  return forgeRsa.oaepEncrypt(publicKey, hash, material)
}
