import type { Bytes } from '../../../bytes/bytes.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { importBytes, importedWithRecord } from '../scene-keys.ts'

export const aq11: ChoiceItem = {
  id: 'AQ11',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-2',
  difficulty: 3,
  lens: 'today',
  stem: 'Key {key} lost its one material, and no copy is left. Amara imports 32 other bytes with `ImportType=NEW_KEY_MATERIAL`, and KMS takes them. What is the state of the key now?',
  options: [
    {
      id: 'PendingImport',
      text: 'Pending import, as before.',
      correct: true,
      because: 'The key needs each material that belongs to it for good. The lost one is still missing.',
    },
    {
      id: 'Enabled',
      text: 'Enabled, for new data.',
      misconception: 'M-07',
      because: 'New material does not stand in for the lost one, for new data either.',
    },
    {
      id: 'Disabled',
      text: 'Disabled, until EnableKey.',
      misconception: 'M-09',
      because: 'KMS refuses EnableKey while a material is missing.',
    },
    {
      id: 'all',
      text: 'Enabled; old data opens too.',
      misconception: 'M-07',
      because: 'Old data needs the bytes it was made with. No other 32 bytes open it.',
    },
  ],
  rests: [
    ['F-318', 'importKeyMaterial'],
    ['F-339', 'protectMaterial'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, slots.key as string)
    await stage.call('DeleteImportedKeyMaterial', { KeyId: arn })
    stage.putFile('other.bin', stage.random(32))
  },
  async computes(stage, view, slots) {
    const key = slots.key as string
    const how = { ImportType: 'NEW_KEY_MATERIAL' }
    await importBytes(stage, view.key(key)?.arn as string, view.file('other.bin') as Bytes, how)
    const state = view.state(key) as string
    const opens = await outcome(stage.call('Decrypt', { CiphertextBlob: view.file(`${key}.enc`) }, 'AppRole'))
    return [state === 'Enabled' && opens === 'ok' ? 'all' : state]
  },
}
