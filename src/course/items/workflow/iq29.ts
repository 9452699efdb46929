import { hours } from '../../../world/clock.ts'
import type { MatchItem } from '../../item-definition.ts'
import { externalKey } from '../../stage-import.ts'
import { emptyKeyWithSet, importedWithRecord } from '../scene-keys.ts'

export const iq29: MatchItem = {
  id: 'IQ29',
  type: 'match',
  metric: 'import-workflow',
  competency: 'IMP-7',
  difficulty: 3,
  lens: 'both',
  stem: 'Five imports into keys of yours have failed. Match each answer of KMS with what you do next.',
  left: [
    {
      id: 'expired',
      text: '`ExpiredImportTokenException`',
      right: 'new-set',
      because: 'A new set has a new public key, so the bytes are wrapped again.',
    },
    {
      id: 'token',
      text: '`InvalidImportTokenException`; the set of this key is an hour old',
      right: 'own-token',
      because: 'Each key has sets of its own.',
    },
    {
      id: 'ciphertext',
      text: '`InvalidCiphertextException`; the set is an hour old',
      right: 'wrap-again',
      because: 'The box did not open. Public key, hash or the file itself was wrong.',
    },
    {
      id: 'material',
      text: '`IncorrectKeyMaterialException`',
      right: 'fingerprint',
      because: 'The box opened. Its content is what you have to look at.',
    },
    {
      id: 'state',
      text: '`KMSInvalidStateException`: pending deletion',
      right: 'cancel',
      because: 'In this state KMS takes no import.',
    },
  ],
  right: [
    { id: 'new-set', text: 'Ask for a new set and wrap again.' },
    { id: 'own-token', text: 'Send the token that was made for this key.' },
    { id: 'wrap-again', text: 'Wrap again: right public key, right hash.' },
    { id: 'fingerprint', text: 'Look for the right 32 bytes by their fingerprint.' },
    { id: 'cancel', text: 'Cancel the deletion of the key first.' },
    { id: 'new-token', text: 'Ask for a new token and send the old blob.' },
  ],
  slips: [
    {
      left: 'expired',
      right: 'new-token',
      misconception: 'M-13',
      because: 'The old blob was closed for the old public key.',
    },
    {
      left: 'token',
      right: 'new-set',
      misconception: 'M-16',
      because: 'The set of this key is there and young enough. The token that was sent is of another key.',
    },
    {
      left: 'ciphertext',
      right: 'fingerprint',
      misconception: 'M-15',
      because: 'KMS has not seen the content: the box did not open.',
    },
    {
      left: 'material',
      right: 'wrap-again',
      misconception: 'M-07',
      because: 'The box was closed well. The bytes in it are not the ones.',
    },
    {
      left: 'state',
      right: 'fingerprint',
      misconception: 'M-10',
      because: 'The bytes may be right. The key is on its way out.',
    },
  ],
  rests: [
    ['F-321', 'importKeyMaterial'],
    ['F-322', 'importKeyMaterial'],
    ['F-323', 'importKeyMaterial'],
    ['F-325', 'importKeyMaterial'],
    ['F-328', 'keyState'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await emptyKeyWithSet(stage, 'Ka')
    await stage.moveClock(stage.now + hours(30))
    await emptyKeyWithSet(stage, 'Kb')
    const { arn } = await importedWithRecord(stage, 'Kc')
    await stage.call('DeleteImportedKeyMaterial', { KeyId: arn })
    const KeyId = await externalKey(stage, 'Kd', 'Kd: trial records')
    await stage.call('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, 'KeyAdmin')
  },
}
