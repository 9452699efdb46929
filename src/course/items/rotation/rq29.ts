import type { MatchItem } from '../../item-definition.ts'
import { generatedWithRecord, importedWithRecord } from '../scene-keys.ts'

export const rq29: MatchItem = {
  id: 'RQ29',
  type: 'match',
  metric: 'rotation-methods',
  competency: 'ROT-1',
  difficulty: 3,
  lens: 'today',
  stem: 'With the API of today, which way to new material does each of these keys of yours have?',
  left: [
    {
      id: 'generated',
      text: 'Symmetric, generated.',
      right: 'kms',
      because: 'KMS makes the new bytes, by plan or when asked.',
    },
    {
      id: 'imported',
      text: 'Symmetric, imported.',
      right: 'yours',
      because: 'You import new material, then rotate on demand.',
    },
    {
      id: 'rsa',
      text: 'RSA, imported.',
      right: 'new-key',
      because: 'A pair has one material for its whole life.',
    },
    {
      id: 'hmac',
      text: 'HMAC, generated.',
      right: 'new-key',
      because: 'Rotation in place exists for symmetric encryption keys.',
    },
  ],
  right: [
    { id: 'kms', text: 'In place; KMS makes the bytes.' },
    { id: 'yours', text: 'In place; you bring the bytes.' },
    { id: 'new-key', text: 'A new key and a moved alias.' },
  ],
  slips: [
    {
      left: 'imported',
      right: 'new-key',
      misconception: 'M-02',
      because: 'That was the way until 2025. Today the key can stay.',
    },
    {
      left: 'imported',
      right: 'kms',
      misconception: 'M-01',
      because: 'KMS does not make material for a key with origin EXTERNAL.',
    },
    {
      left: 'generated',
      right: 'new-key',
      misconception: 'M-03',
      because: 'It is possible, but a rotation in place does it without a new key.',
    },
    {
      left: 'rsa',
      right: 'yours',
      misconception: 'M-07',
      because: 'New material is refused: the bytes of a pair cannot be exchanged.',
    },
    {
      left: 'hmac',
      right: 'kms',
      misconception: 'M-03',
      because: 'HMAC keys have neither automatic nor on-demand rotation.',
    },
  ],
  rests: [
    ['F-349', 'rotateOnDemand'],
    ['F-352', 'rotateKeys'],
    ['F-205', 'rotateKeys'],
    ['F-320', 'importStep'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await generatedWithRecord(stage, 'K1')
    await importedWithRecord(stage, 'K2')
    await stage.call(
      'CreateKey',
      { Origin: 'EXTERNAL', KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', Description: 'K3: signing' },
      'KeyAdmin',
    )
    await stage.call('CreateKey', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, 'KeyAdmin')
  },
}
