import type { Hash } from '../../../crypto/provider.ts'

interface DigestName {
  readonly hash: Hash
  /** What it is called beside a digest when it was asked for by name */
  readonly shown: string
}

const DIGESTS: Readonly<Record<string, DigestName>> = {
  sha1: { hash: 'SHA-1', shown: 'SHA1' },
  sha224: { hash: 'SHA-224', shown: 'SHA2-224' },
  sha256: { hash: 'SHA-256', shown: 'SHA2-256' },
  sha384: { hash: 'SHA-384', shown: 'SHA2-384' },
  sha512: { hash: 'SHA-512', shown: 'SHA2-512' },
}

/** `sha256`, `SHA256`, `SHA2-256`, `sha-256` */
export function digestNamed(name: string): DigestName | undefined {
  const plain = name.toLowerCase().replace(/^sha2?-/, 'sha')
  return Object.hasOwn(DIGESTS, plain) ? DIGESTS[plain] : undefined
}

export const digestNames = Object.keys(DIGESTS)

/** Digests of the real one that nothing here needs. */
export const NOT_HERE =
  /^(md[245]|rmd160|ripemd(160)?|sm3|sha3-\d+|shake(128|256)|blake2[bs]\d+|sha512-(224|256)|whirlpool|mdc2)$/i
