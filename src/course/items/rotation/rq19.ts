import type { Bytes } from '../../../bytes/bytes.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq19: ChoiceItem = {
  id: 'RQ19',
  type: 'arch',
  metric: 'rotation-methods',
  competency: 'ROT-7',
  also: ['AVL-6'],
  difficulty: 3,
  lens: 'both',
  stem: 'A plaintext data key of one archive may have leaked. Which measure helps, and which fact decides?',
  options: [
    {
      id: 'new-data-key',
      text: 'A new data key; the old one works without KMS.',
      correct: true,
      because: 'Encrypt the archive again under a new data key, and cut the access to the old copies.',
    },
    {
      id: 'rotate',
      text: 'A rotation on demand; old material stops working.',
      misconception: 'M-06',
      because: 'Old material goes on decrypting, and the leaked data key does not need it.',
    },
    {
      id: 'period',
      text: 'A shorter period; data keys rotate with the key.',
      misconception: 'M-05',
      because: 'Rotation does not change data keys.',
    },
    {
      id: 'same-bytes',
      text: 'The same bytes again; an import renews the key.',
      misconception: 'M-07',
      because: 'The same bytes are the same material, and the leaked data key works without it.',
    },
  ],
  rests: [
    ['F-214', 'rotateKeys'],
    ['F-901', 'generateDataKey'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    const { CiphertextBlob } = await stage.call(
      'GenerateDataKey',
      { KeyId: arn, KeySpec: 'AES_256' },
      'AppRole',
    )
    stage.putFile('archive-data-key.enc', CiphertextBlob as Bytes)
  },
}
