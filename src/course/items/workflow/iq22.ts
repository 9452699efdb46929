import type { ChoiceItem } from '../../item-definition.ts'
import { externalKey } from '../../stage-import.ts'
import { outcome } from '../outcome.ts'
import { importBytes, importedWithRecord } from '../scene-keys.ts'

export const iq22: ChoiceItem = {
  id: 'IQ22',
  type: 'predict',
  metric: 'import-workflow',
  competency: 'IMP-8',
  difficulty: 2,
  lens: 'both',
  stem: 'Amara imported the same 32 bytes into the keys Ka and Kb. A record was encrypted under Ka. Ben calls Decrypt for it and names Kb. What does KMS answer?',
  options: [
    {
      id: 'ok',
      text: 'The plaintext: both keys hold the same bytes.',
      misconception: 'M-21',
      because: 'The bytes are the same, the keys are not. The ciphertext belongs to Ka.',
    },
    {
      id: 'IncorrectKeyException',
      text: '`IncorrectKeyException`: Ka made this ciphertext.',
      correct: true,
      because: 'The same bytes have another identity in another key.',
    },
    {
      id: 'NotFoundException',
      text: '`NotFoundException`: there is no such key here.',
      misconception: 'M-00',
      because: 'Kb exists and works. It did not make this ciphertext.',
    },
    {
      id: 'KMSInvalidStateException',
      text: '`KMSInvalidStateException`: Kb is not ready.',
      misconception: 'M-09',
      because: 'Kb is Enabled: its import succeeded.',
    },
  ],
  rests: [
    ['F-343', 'importing'],
    ['F-104', 'importKeyMaterial'],
    ['F-621', 'decrypt'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { material } = await importedWithRecord(stage, 'Ka')
    await importBytes(stage, await externalKey(stage, 'Kb', 'Kb: trial records'), material)
  },
  async computes(stage, view) {
    const input = { CiphertextBlob: view.file('Ka.enc'), KeyId: view.key('Kb')?.arn }
    return [await outcome(stage.call('Decrypt', input, 'AppRole'))]
  },
}
