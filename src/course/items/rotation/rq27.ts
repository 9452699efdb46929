import type { Bytes } from '../../../bytes/bytes.ts'
import type { OrderItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq27: OrderItem = {
  id: 'RQ27',
  type: 'order',
  metric: 'rotation-methods',
  competency: 'ROT-7',
  difficulty: 3,
  lens: 'both',
  stem: 'A plaintext data key of an archive has leaked. The encrypted archive itself may still be copied. Put the answer in order.',
  steps: [
    {
      id: 'cut',
      text: 'Cut the access to the encrypted archive.',
      because: 'The leaked key is worth nothing without the data it opens.',
    },
    {
      id: 'generate',
      text: 'Get a new data key with `GenerateDataKey`.',
      because: 'The same KMS key may stay: it did not leak.',
    },
    {
      id: 'encrypt',
      text: 'Encrypt the archive again under the new data key.',
      because: 'The leaked key does not open the new copy.',
    },
    {
      id: 'read',
      text: 'Read the new copy back.',
      because: 'Before anything is deleted, the new copy has to be good.',
    },
    {
      id: 'delete',
      text: 'Delete the old copies.',
      because: 'A copy under the leaked key stays readable for whoever has both.',
    },
  ],
  slips: [
    {
      first: 'delete',
      later: 'read',
      misconception: 'M-06',
      because: 'If the new copy is bad, the old one is the last.',
    },
    {
      first: 'generate',
      later: 'cut',
      misconception: 'M-31',
      because: 'While you work, the archive could still be copied.',
    },
    {
      first: 'encrypt',
      later: 'generate',
      misconception: 'M-05',
      because: 'KMS encrypts no archive for you. First you need a data key.',
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
