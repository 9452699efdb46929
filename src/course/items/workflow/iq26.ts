import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq26: ChoiceItem = {
  id: 'IQ26',
  type: 'predict',
  metric: 'import-workflow',
  competency: 'IMP-6',
  difficulty: 2,
  lens: 'both',
  stem: 'A custodian sends token and blob with `ImportKeyMaterial` and gives neither `ExpirationModel` nor `ValidTo`. What does KMS answer?',
  options: [
    {
      id: 'for-good',
      text: 'Success; the material has no end.',
      misconception: 'M-35',
      because: 'That takes KEY_MATERIAL_DOES_NOT_EXPIRE in the call. Silence means that it expires.',
    },
    {
      id: 'a-year',
      text: 'Success; it ends in 365 days.',
      misconception: 'M-35',
      because: '365 days are the most you may ask for. KMS sets no date of its own.',
    },
    {
      id: 'ValidationException',
      text: '`ValidationException`: no date.',
      correct: true,
      because: 'Without a word KMS assumes that material expires, and then wants a date.',
    },
    {
      id: 'later',
      text: 'Success; a date may be set later.',
      misconception: 'M-11',
      because: 'Nothing sets a date afterwards but an import of the same bytes.',
    },
  ],
  rests: [
    ['F-314', 'importKeyMaterial'],
    ['F-619', 'importKeyMaterial'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { publicKey, material } = await emptyKeyWithSet(stage, 'K2')
    stage.putFile('K2-wrapped.bin', await stage.wrap(publicKey, material))
  },
  async computes(stage, view) {
    const answer = await outcome(
      stage.call('ImportKeyMaterial', {
        KeyId: view.key('K2')?.arn,
        ImportToken: view.file('K2-ImportToken.bin'),
        EncryptedKeyMaterial: view.file('K2-wrapped.bin'),
      }),
    )
    if (answer !== 'ok') return [answer]
    return [view.key('K2')?.materials[0]?.validTo === undefined ? 'for-good' : 'a-year']
  },
}
