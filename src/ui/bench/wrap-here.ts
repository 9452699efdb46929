import type { Bytes } from '../../bytes/bytes.ts'
import type { Session } from '../session.tsx'

export type WrapHash = 'SHA-1' | 'SHA-256'

/**
 * The client's side of an import, in this page: what `openssl pkeyutl -encrypt` does on a learner's computer.
 *
 * @param wrap the session's own way, which knows SHA-256 and works on plain http too. SHA-1 is here for one mistake
 *   only, the hash that openssl takes when none is named, and needs the platform's WebCrypto.
 * @throws Error when the public key does not read or the material does not fit into one RSA block
 */
export async function wrapHere(
  publicKey: Bytes,
  material: Bytes,
  hash: WrapHash,
  wrap: Session['wrap'] | undefined,
): Promise<Bytes> {
  if (hash === 'SHA-256' && wrap) return wrap(publicKey, material)
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey('spki', publicKey, { name: 'RSA-OAEP', hash }, false, ['encrypt'])
  return new Uint8Array(await subtle.encrypt('RSA-OAEP', key, material))
}
