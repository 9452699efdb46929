import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { rotatedImport } from '../scene-keys.ts'

export const rq30: ChoiceItem = {
  id: 'RQ30',
  type: 'predict',
  metric: 'rotation-methods',
  competency: 'ROT-5',
  difficulty: 3,
  lens: 'today',
  stem: 'An imported symmetric key was rotated on demand: A is `NON_CURRENT`, B is `CURRENT`. With the API of today, Amara deletes material A. What is true then?',
  options: [
    {
      id: 'PendingImport',
      text: 'The key is Pending import; nobody can decrypt or encrypt.',
      correct: true,
      because: 'Each material that was ever current has to be there. Importing A again brings the key back.',
    },
    {
      id: 'old-data',
      text: 'The key is Enabled; decrypting old data fails.',
      misconception: 'M-30',
      because: 'Not old data alone: without A the whole key stops, Encrypt with B included.',
    },
    {
      id: 'Enabled',
      text: 'The key is Enabled; KMS still has what it needs.',
      misconception: 'M-06',
      because: 'KMS needs A for old data, and stops the whole key without it.',
    },
    {
      id: 'PendingDeletion',
      text: 'The key is Pending deletion; it can be cancelled.',
      misconception: 'M-08',
      because: 'Deleting material does not delete the key.',
    },
  ],
  rests: [
    ['F-339', 'unusable'],
    ['F-336', 'deleteMaterial'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await rotatedImport(stage, 'K1')
  },
  async computes(stage, view) {
    const key = view.key('K1')
    const old = key?.materials.find(({ state }) => state === 'NON_CURRENT')
    await stage.call('DeleteImportedKeyMaterial', { KeyId: key?.arn, KeyMaterialId: old?.id })
    const state = view.state('K1') ?? 'gone'
    const reads = await outcome(stage.call('Decrypt', { CiphertextBlob: view.file('K1.enc') }, 'AppRole'))
    return [state === 'Enabled' && reads !== 'ok' ? 'old-data' : state]
  },
}
