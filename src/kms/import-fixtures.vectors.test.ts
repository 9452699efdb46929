import { describe, expect, it } from 'vitest'
import { decodeBase64 } from '../bytes/base64.ts'
import { importCases, material, wrappingKey, type ImportCase } from '../crypto/vectors/load.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { score } from '../world/testing/score.ts'
import { KmsError } from './errors.ts'
import { usagesOf } from './key-spec.ts'
import { testAccount } from './testing/account.ts'
import { isWrappingKeySpec, mayWrap } from './wrapping-rules.ts'

const forever = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }

/** Sends a blob that the real OpenSSL made through GetParametersForImport and ImportKeyMaterial. */
async function importThroughTheEngine({
  wrappingKey: name,
  wrappingAlgorithm,
  keySpec,
  blob,
  category,
}: ImportCase): Promise<string> {
  const { spec, pkcs8, spki } = wrappingKey(name)
  const account = testAccount({
    crypto: { ...webCryptoProvider(), rsaGenerate: async () => ({ pkcs8, spki }) },
  })
  const { id } = await account.createKey({
    Origin: 'EXTERNAL',
    KeySpec: keySpec,
    KeyUsage: usagesOf(keySpec)[0],
  })
  if (category.startsWith('reimport'))
    await account.importMaterial(
      id,
      material('aes256-a.bin'),
      forever,
      wrappingAlgorithm as 'RSAES_OAEP_SHA_1',
    )
  try {
    const { ImportToken } = await account.call('GetParametersForImport', {
      KeyId: id,
      WrappingAlgorithm: wrappingAlgorithm,
      WrappingKeySpec: spec,
    })
    await account.call('ImportKeyMaterial', {
      KeyId: id,
      ImportToken,
      EncryptedKeyMaterial: decodeBase64(blob),
      ...forever,
    })
    return await account.state(id)
  } catch (error) {
    if (error instanceof KmsError) return error.code
    throw error
  }
}

/** What the engine answers: by the case's judgement, unless the pair of material and algorithm is refused before (F-332). */
function expected({ wrappingKey: name, wrappingAlgorithm, keySpec, unwrap, blob }: ImportCase): string {
  const { spec } = wrappingKey(name)
  if (!isWrappingKeySpec(spec) || !mayWrap(keySpec, wrappingAlgorithm, spec))
    return 'UnsupportedOperationException'
  if (blob === '') return 'ValidationException'
  return {
    ok: 'Enabled',
    'ok-but-refuse': 'IncorrectKeyMaterialException',
    fail: 'InvalidCiphertextException',
  }[unwrap]
}

describe('blobs made with OpenSSL, through the engine', () => {
  it('all 314 are answered as judged', async ({ task }) => {
    const tally: Record<string, number> = {}
    for (const one of importCases) {
      const answer = await importThroughTheEngine(one)
      expect(answer, `${one.id}: ${one.why}`).toBe(expected(one))
      tally[answer] = (tally[answer] ?? 0) + 1
    }
    expect(tally).toEqual({
      Enabled: 127,
      IncorrectKeyMaterialException: 64,
      InvalidCiphertextException: 92,
      UnsupportedOperationException: 30,
      ValidationException: 1,
    })
    const executed = Object.values(tally).reduce((sum, count) => sum + count, 0)
    score(task, 'S2', { executed, expected: 314 })
  })
})
