import type { Lab } from '../../lab/lab.ts'
import { FILES, type FileRow } from '../../lab/rows.ts'
import { days } from '../../world/clock.ts'
import { freeName } from '../bench/kept-files.ts'
import { wrapHere } from '../bench/wrap-here.ts'
import type { Session } from '../session.tsx'

export type PresetId = 'generated' | 'empty' | 'imported'

/** Worlds to start from, made with the same calls a learner would make, so that the Trail shows how. */
export const presets: Readonly<
  Record<PresetId, (lab: Lab, wrap: Session['wrap'] | undefined) => Promise<boolean>>
> = {
  async generated(lab) {
    const key = await createKey(lab, { Description: 'Trial records' })
    if (key === undefined) return false
    // The name is taken when the preset runs twice; the key is there all the same.
    await lab.call({
      operation: 'CreateAlias',
      input: { AliasName: 'alias/trial-records', TargetKeyId: key },
    })
    return true
  },
  async empty(lab) {
    return (await createKey(lab, { Origin: 'EXTERNAL', Description: 'Waits for your bytes' })) !== undefined
  },
  async imported(lab, wrap) {
    const key = await createKey(lab, { Origin: 'EXTERNAL', Description: 'Sponsor B' })
    if (key === undefined) return false
    const taken = new Set(Array.from(lab.tables.rows<FileRow>(FILES), ([name]) => name))
    const [publicKey, token, material, wrapped] = [
      'WrappingPublicKey.bin',
      'ImportToken.bin',
      'material.bin',
      'wrapped.bin',
    ].map((name) => freeName(name, taken)) as [string, string, string, string]
    const parameters = await lab.call({
      operation: 'GetParametersForImport',
      input: { KeyId: key, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_3072' },
      keep: { PublicKey: publicKey, ImportToken: token },
    })
    const box = lab.tables.get<FileRow>(FILES, publicKey)
    if (!parameters.ok || !box) return false
    const bytes = crypto.getRandomValues(new Uint8Array(32))
    await lab.putFile(material, bytes)
    await lab.putFile(wrapped, await wrapHere(box.bytes, bytes, 'SHA-256', wrap))
    const ends = (lab.store.getState().now + days(30)) / 1000
    const done = await lab.call({
      operation: 'ImportKeyMaterial',
      input: {
        KeyId: key,
        ImportToken: { file: token },
        EncryptedKeyMaterial: { file: wrapped },
        ExpirationModel: 'KEY_MATERIAL_EXPIRES',
        ValidTo: Math.floor(ends),
      },
    })
    return done.ok
  },
}

async function createKey(lab: Lab, input: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { ok, output } = await lab.call({ operation: 'CreateKey', input })
  return ok ? (output?.KeyMetadata as { readonly KeyId?: string } | undefined)?.KeyId : undefined
}
