import { describe, expect, it } from 'vitest'
import { decodeBase64 } from '../bytes/base64.ts'
import { encodeHex } from '../bytes/hex.ts'
import { score } from '../world/testing/score.ts'
import { closeWrapped, openWrapped } from './import-wrap.ts'
import { checkMaterial } from './material-format.ts'
import { sha256 } from './sha256.ts'
import {
  importCases,
  material,
  tooLarge,
  wrappingKey,
  wrappingKeys,
  type ImportCase,
} from './vectors/load.ts'
import { outcome } from './vectors/judge.ts'
import { providers } from './vectors/providers.ts'

describe.each(providers)('with $name, what openssl wrapped for an import', (provider) => {
  it('opens to the same bytes, opens but does not fit, or does not open: 314 cases', async ({ task }) => {
    const misses: string[] = []
    const seen = { ok: 0, 'ok-but-refuse': 0, fail: 0 }
    for (const one of importCases) {
      const opened = await outcome(() =>
        openWrapped({
          provider,
          algorithm: one.wrappingAlgorithm,
          wrappingKey: wrappingKey(one.wrappingKey).pkcs8,
          blob: decodeBase64(one.blob),
        }),
      )
      seen[one.unwrap]++
      const verdict = opened === 'refused' ? 'fail' : judge(one, opened)
      if (verdict !== one.unwrap) misses.push(`${one.id}: ${verdict}, expected ${one.unwrap} (${one.why})`)
    }
    expect(misses).toEqual([])
    expect(seen).toEqual({ ok: 157, 'ok-but-refuse': 64, fail: 93 })
    score(task, 'S2', { executed: seen.ok + seen['ok-but-refuse'] + seen.fail, expected: 314 })
  })

  it('has no room for material that RSAES-OAEP cannot carry: 8 combinations', async ({ task }) => {
    const refused = []
    for (const { wrappingKeySpec, wrappingAlgorithm, material: name } of tooLarge) {
      const { spki } = [...wrappingKeys.values()].find(({ spec }) => spec === wrappingKeySpec)!
      const request = {
        provider,
        algorithm: wrappingAlgorithm,
        publicKey: spki,
        material: material(name),
        ephemeralKey,
      }
      refused.push(await outcome(() => closeWrapped(request)))
    }
    expect(refused).toEqual(Array(8).fill('refused'))
    score(task, 'S2', { executed: refused.length, expected: 8 })
  })

  it.each([
    'RSAES_OAEP_SHA_1',
    'RSAES_OAEP_SHA_256',
    'RSA_AES_KEY_WRAP_SHA_1',
    'RSA_AES_KEY_WRAP_SHA_256',
  ] as const)('opens what closeWrapped wrapped under %s', async (algorithm) => {
    const { spki, pkcs8 } = wrappingKey('TESTONLY-wrap-rsa2048-a')
    const plain = material('aes256-a.bin')
    const blob = await closeWrapped({ provider, algorithm, publicKey: spki, material: plain, ephemeralKey })
    expect(blob).toHaveLength(algorithm.startsWith('RSAES') ? 256 : 296)
    expect(await openWrapped({ provider, algorithm, wrappingKey: pkcs8, blob })).toEqual(plain)
  })
})

const ephemeralKey = sha256(new Uint8Array(1))

/** The bytes must be those that went in; a re-import must also be the bytes the key already holds. */
function judge(one: ImportCase, opened: Uint8Array): 'ok' | 'ok-but-refuse' | 'other bytes' {
  if (one.material === null || digest(opened) !== digest(material(one.material))) return 'other bytes'
  const held = one.category.startsWith('reimport') ? digest(material('aes256-a.bin')) : digest(opened)
  return checkMaterial(one.keySpec, Uint8Array.from(opened)).ok && digest(opened) === held
    ? 'ok'
    : 'ok-but-refuse'
}

const digest = (bytes: Uint8Array) => encodeHex(sha256(bytes))
