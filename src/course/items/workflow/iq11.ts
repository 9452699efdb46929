import { hours } from '../../../world/clock.ts'
import type { MatchItem } from '../../item-definition.ts'
import { emptyKeyWithSet, importedWithRecord } from '../scene-keys.ts'

export const iq11: MatchItem = {
  id: 'IQ11',
  type: 'match',
  metric: 'import-workflow',
  competency: 'IMP-7',
  difficulty: 2,
  lens: 'both',
  stem: 'Four imports fail, each for one reason. Match each reason with what KMS answers.',
  left: [
    {
      id: 'old',
      text: 'A token of this key, 26 hours old.',
      right: 'expired',
      because: 'A set lasts 24 hours.',
    },
    {
      id: 'other-key',
      text: 'A token of another key.',
      right: 'invalid-token',
      because: 'A token fits the key it was asked for.',
    },
    {
      id: 'sha-1',
      text: 'A blob closed with SHA-1, while the request said SHA-256.',
      right: 'ciphertext',
      because: 'The box does not open, so KMS never sees the content.',
    },
    {
      id: 'other-bytes',
      text: 'A key that had material, and 32 other bytes well wrapped.',
      right: 'material',
      because: 'The box opens. Inside are not the bytes that this key knows.',
    },
  ],
  right: [
    { id: 'expired', text: '`ExpiredImportTokenException`' },
    { id: 'invalid-token', text: '`InvalidImportTokenException`' },
    { id: 'ciphertext', text: '`InvalidCiphertextException`' },
    { id: 'material', text: '`IncorrectKeyMaterialException`' },
  ],
  slips: [
    {
      left: 'old',
      right: 'invalid-token',
      misconception: 'M-17',
      because: 'The token is the right one for this key. Its age is what is wrong.',
    },
    {
      left: 'other-key',
      right: 'material',
      misconception: 'M-16',
      because: 'The label is what does not fit. The content may be the right one.',
    },
    {
      left: 'sha-1',
      right: 'material',
      misconception: 'M-15',
      because: 'The content is the right one, but the box did not open.',
    },
    {
      left: 'other-bytes',
      right: 'ciphertext',
      misconception: 'M-07',
      because: 'The box opens well. What is inside does not belong to this key.',
    },
  ],
  rests: [
    ['F-321', 'importKeyMaterial'],
    ['F-322', 'importKeyMaterial'],
    ['F-323', 'opensslHash'],
    ['F-325', 'importKeyMaterial'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const old = await emptyKeyWithSet(stage, 'Ka')
    stage.putFile('Ka-wrapped.bin', await stage.wrap(old.publicKey, old.material))
    await stage.moveClock(stage.now + hours(26))
    for (const name of ['Kb', 'Kc']) {
      const { publicKey, material } = await emptyKeyWithSet(stage, name)
      const hash = name === 'Kc' ? 'SHA-1' : 'SHA-256'
      stage.putFile(`${name}-wrapped.bin`, await stage.wrap(publicKey, material, hash))
    }
    const { arn } = await importedWithRecord(stage, 'Kd')
    await stage.call('DeleteImportedKeyMaterial', { KeyId: arn })
    stage.putFile('Kd-other.bin', stage.random(32))
  },
}
