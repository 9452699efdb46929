import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq08: ChoiceItem = {
  id: 'AQ08',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-1',
  difficulty: 2,
  lens: 'both',
  stem: 'K1 is Disabled, K2 is Pending import, K3 is Pending deletion. `reader` calls Decrypt once for each, in this order. What does KMS answer? (Names without the ending Exception.)',
  options: [
    {
      id: 'Disabled-KMSInvalidState-KMSInvalidState',
      text: 'Disabled, KMSInvalidState, KMSInvalidState.',
      correct: true,
      because:
        'A disabled key has a name of its own for that. The others are in a state that refuses the call.',
    },
    {
      id: 'Disabled-KMSInvalidState-ok',
      text: 'Disabled, KMSInvalidState, the plaintext.',
      misconception: 'M-10',
      because: 'The key in Pending deletion is still there, but it serves nobody.',
    },
    {
      id: 'Disabled-NotFound-KMSInvalidState',
      text: 'Disabled, NotFound, KMSInvalidState.',
      misconception: 'M-08',
      because: 'NotFound would mean that K2 is gone. It exists and is empty.',
    },
    {
      id: 'Disabled-Disabled-KMSInvalidState',
      text: 'Disabled, Disabled, KMSInvalidState.',
      misconception: 'M-09',
      because: 'Nobody disabled K2: its material is missing, and KMS says so with another name.',
    },
  ],
  explains:
    'For a key in Pending deletion the table of states allows two names; KMSInvalidStateException is what is seen in practice.',
  rests: [
    ['F-601', 'keyState'],
    ['F-602', 'keyState'],
    ['F-603', 'keyState'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const k1 = await importedWithRecord(stage, 'K1')
    const k2 = await importedWithRecord(stage, 'K2')
    const k3 = await importedWithRecord(stage, 'K3')
    await stage.call('DisableKey', { KeyId: k1.arn }, 'KeyAdmin')
    await stage.call('DeleteImportedKeyMaterial', { KeyId: k2.arn })
    await stage.call('ScheduleKeyDeletion', { KeyId: k3.arn, PendingWindowInDays: 7 }, 'KeyAdmin')
  },
  async computes(stage, view) {
    const answers: string[] = []
    for (const name of ['K1', 'K2', 'K3'])
      answers.push(
        await outcome(stage.call('Decrypt', { CiphertextBlob: view.file(`${name}.enc`) }, 'AppRole')),
      )
    return [answers.map((answer) => answer.replace('Exception', '')).join('-')]
  },
}
