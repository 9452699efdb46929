import { minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq02: ChoiceItem = {
  id: 'RQ02',
  type: 'predict',
  metric: 'rotation-methods',
  competency: 'ROT-3',
  difficulty: 2,
  lens: 'today',
  stem: '`trial-{n}` was encrypted before the first rotation of its key. KMS generated this key and has rotated it twice since. With the API of today, you run Decrypt on the ciphertext without naming a key. What comes back?',
  options: [
    {
      id: 'InvalidCiphertextException',
      text: 'InvalidCiphertextException: its material is gone.',
      misconception: 'M-06',
      because: 'Old material is kept for decryption until the key itself is deleted.',
    },
    {
      id: 'IncorrectKeyException',
      text: 'IncorrectKeyException: the call names no key.',
      misconception: 'M-00',
      because: 'The ciphertext names its key. That exception is for naming another one.',
    },
    {
      id: 'first',
      text: 'The plaintext and the id of the first material.',
      correct: true,
      because:
        'KMS picks the material that made the ciphertext. Compare `KeyMaterialId` with the list of rotations.',
    },
    {
      id: 'current',
      text: 'The plaintext and the id of the current material.',
      misconception: 'M-05',
      because: 'That would mean that the data had been encrypted again. Rotation does not touch data.',
    },
  ],
  rests: [
    ['F-214', 'rotateKeys'],
    ['F-510', 'decrypt'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ n: String(draw.whole(10, 99)) }),
  async scene(stage) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    for (const _turn of [1, 2]) {
      await stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin')
      await stage.moveClock(stage.now + minutes(10))
    }
  },
  async computes(stage, view) {
    const call = stage.call('Decrypt', { CiphertextBlob: view.file('K1.enc') }, 'AppRole')
    const refusal = await outcome(call)
    if (refusal !== 'ok') return [refusal]
    const { KeyMaterialId } = await call
    const made = view.key('K1')?.materials.find(({ id }) => id === KeyMaterialId)
    return [
      made?.state === 'CURRENT' ? 'current' : made === view.key('K1')?.materials[0] ? 'first' : 'second',
    ]
  },
}
