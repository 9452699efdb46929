import type { Bytes } from '../../../bytes/bytes.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const aq17: ChoiceItem = {
  id: 'AQ17',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-6',
  difficulty: 2,
  lens: 'both',
  stem: 'The data key of record {n} was made with the encryption context `record={n}`. Its KMS key is Enabled. A new reader calls Decrypt for the stored data key and gives no context. What does KMS answer?',
  options: [
    {
      id: 'InvalidCiphertextException',
      text: '`InvalidCiphertextException`.',
      correct: true,
      because: 'The context is bound into the ciphertext. Decrypt needs exactly the same one.',
    },
    {
      id: 'ok',
      text: 'The plaintext: a context is a label.',
      misconception: 'M-22',
      because: 'It is more than a label: KMS checks it, and nothing opens without it.',
    },
    {
      id: 'KMSInvalidStateException',
      text: '`KMSInvalidStateException`.',
      misconception: 'M-09',
      because: 'The key is Enabled, and other readers succeed with it.',
    },
    {
      id: 'AccessDeniedException',
      text: '`AccessDeniedException`: it is a secret.',
      misconception: 'M-22',
      because: 'A context is no secret. It stands in the audit records as it is.',
    },
  ],
  rests: [
    ['F-902', 'encryptionContext'],
    ['F-620', 'decrypt'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ n: String(draw.whole(100, 999)) }),
  async scene(stage, slots) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    const EncryptionContext = { record: slots.n }
    const input = { KeyId: arn, KeySpec: 'AES_256', EncryptionContext }
    const { CiphertextBlob } = await stage.call('GenerateDataKey', input, 'AppRole')
    stage.putFile('data-key.enc', CiphertextBlob as Bytes)
  },
  async computes(stage, view) {
    return [await outcome(stage.call('Decrypt', { CiphertextBlob: view.file('data-key.enc') }, 'AppRole'))]
  },
}
