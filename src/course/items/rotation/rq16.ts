import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { importBytes, importedWithRecord } from '../scene-keys.ts'

export const rq16: ChoiceItem = {
  id: 'RQ16',
  type: 'predict',
  metric: 'rotation-methods',
  competency: 'ROT-5',
  difficulty: 3,
  lens: 'today',
  stem: 'An imported symmetric key has its material. With the API of today, Amara imports other 32 bytes and leaves `ImportType` out. What happens?',
  options: [
    {
      id: 'IncorrectKeyMaterialException',
      text: 'IncorrectKeyMaterialException: not the known bytes.',
      correct: true,
      because: 'On a key that has had material, a missing ImportType means EXISTING_KEY_MATERIAL.',
    },
    {
      id: 'pending',
      text: 'Success: the bytes wait as `PENDING_ROTATION`.',
      misconception: 'M-00',
      because: 'That takes ImportType NEW_KEY_MATERIAL in the request.',
    },
    {
      id: 'overwritten',
      text: 'Success: the new bytes replace the old ones.',
      misconception: 'M-07',
      because: 'No import replaces material. Each one keeps its place in the key.',
    },
    {
      id: 'UnsupportedOperationException',
      text: 'UnsupportedOperationException: one import per key.',
      misconception: 'M-02',
      because: 'A symmetric key can take more material: for a rotation, and the same bytes again.',
    },
  ],
  rests: [
    ['F-316', 'importKeyMaterial'],
    ['F-325', 'importKeyMaterial'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await importedWithRecord(stage, 'K1')
  },
  async computes(stage, view) {
    const key = view.key('K1')
    const answer = await outcome(importBytes(stage, key?.arn as string, stage.random(32)))
    if (answer !== 'ok') return [answer]
    return [view.key('K1')?.materials.length === 1 ? 'overwritten' : 'pending']
  },
}
