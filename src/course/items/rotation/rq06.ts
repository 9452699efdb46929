import type { Bytes } from '../../../bytes/bytes.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq06: ChoiceItem = {
  id: 'RQ06',
  type: 'single',
  metric: 'rotation-methods',
  competency: 'ROT-7',
  difficulty: 3,
  lens: 'both',
  stem: 'A copied plaintext data key of one archive has appeared on a public site. Ben proposes an on-demand rotation of the KMS key. What does this rotation do for the archive?',
  options: [
    {
      id: 'useless',
      text: 'It makes the leaked data key useless.',
      misconception: 'M-05',
      because: 'The leaked data key opens the archive without KMS.',
    },
    {
      id: 'rewrites',
      text: 'It encrypts the archive again at next read.',
      misconception: 'M-05',
      because: 'KMS stores no data and writes none again.',
    },
    {
      id: 'nothing',
      text: 'Nothing; the archive needs a new data key.',
      correct: true,
      because: 'Encrypt the archive again under a new data key. Then look at who could read it.',
    },
    {
      id: 'imported',
      text: 'It helps if the material was imported.',
      misconception: 'M-27',
      because: 'The origin of the material makes no difference here.',
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
