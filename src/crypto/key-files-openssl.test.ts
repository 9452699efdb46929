import { spawnSync } from 'node:child_process'
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { KeyPair } from './provider.ts'
import { pureProvider } from './pure.ts'
import { forgeRsa } from './forge-rsa.ts'
import { seedLength } from './seed-length.ts'

const provider = pureProvider(forgeRsa)
/** LibreSSL, which calls itself openssl too, does not check every kind. */
const hasOpenssl = /^OpenSSL [3-9]/.test(spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '')
const seed = (length: number) => Uint8Array.from({ length }, (_, i) => 17 * i + 3)

/** Sizes that OpenSSL itself gives such files. */
const PAIRS: readonly (readonly [string, () => Promise<KeyPair>, pkcs8: number, spki: number])[] = [
  ['P-256', () => provider.ecPair('P-256', seed(seedLength('P-256'))), 138, 91],
  ['P-384', () => provider.ecPair('P-384', seed(seedLength('P-384'))), 185, 120],
  ['P-521', () => provider.ecPair('P-521', seed(seedLength('P-521'))), 241, 158],
  ['secp256k1', () => provider.ecPair('secp256k1', seed(seedLength('secp256k1'))), 135, 88],
  ['Ed25519', () => provider.ed25519Pair(seed(32)), 48, 44],
]

describe.each(PAIRS)('the key files of a pair on %s', (kind, make, pkcs8Length, spkiLength) => {
  it('are what the OpenSSL in Node writes for the same key, byte for byte', async () => {
    const { pkcs8, spki } = await make()
    expect([pkcs8.length, spki.length]).toEqual([pkcs8Length, spkiLength])
    const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    expect(privateKey.export({ format: 'der', type: 'pkcs8' })).toEqual(Buffer.from(pkcs8))
    const publicKey = createPublicKey(privateKey)
    expect(publicKey.export({ format: 'der', type: 'spki' })).toEqual(Buffer.from(spki))
    const hash = kind === 'Ed25519' ? null : 'sha256'
    const read = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    expect(verify(hash, seed(20), read, sign(hash, seed(20), privateKey))).toBe(true)
  })

  it('pass openssl pkey -check, where there is OpenSSL 3', async () => {
    if (!hasOpenssl) return console.warn(`openssl not present: its check of ${kind} was not run`)
    const { pkcs8, spki } = await make()
    const run = (input: Uint8Array, ...words: string[]) =>
      spawnSync('openssl', ['pkey', '-inform', 'DER', ...words], { input })
    expect(run(pkcs8, '-check', '-noout').stdout.toString()).toBe('Key is valid\n')
    expect(run(spki, '-pubin', '-pubcheck', '-noout').stdout.toString()).toBe('Key is valid\n')
    expect(new Uint8Array(run(pkcs8, '-pubout', '-outform', 'DER').stdout)).toEqual(spki)
  })
})
