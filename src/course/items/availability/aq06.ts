import type { Bytes } from '../../../bytes/bytes.ts'
import { hours, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq06: ChoiceItem = {
  id: 'AQ06',
  type: 'single',
  metric: 'availability-risks',
  competency: 'AVL-6',
  difficulty: 3,
  lens: 'both',
  stem: 'A kill switch by expiry fires at noon. The application `reader` keeps plaintext data keys of objects it has read in memory for {n} minutes. Which is true at 12:01?',
  options: [
    {
      id: 'nobody',
      text: 'No object of the bucket can be read by anyone.',
      misconception: 'M-31',
      because: 'A data key in memory needs no call to KMS, so its object still opens.',
    },
    {
      id: 'cached',
      text: 'Objects with a data key in memory still open.',
      correct: true,
      because: 'KMS is asked for other data keys alone. Plan the time of the cache as part of the switch.',
    },
    {
      id: 'every-object',
      text: 'Each object opens until the cache has run out.',
      misconception: 'M-31',
      because: 'An object whose data key is not in memory needs KMS, and KMS refuses now.',
    },
    {
      id: 'gone',
      text: 'The objects are no longer listed in the bucket.',
      misconception: 'M-12',
      because: 'Nothing is removed from the bucket. The ciphertext stays as it was.',
    },
  ],
  rests: [['F-340', 'unusable']],
  checked: '2026-11-23',
  slots: (draw) => ({ n: String(draw.whole(3, 15)) }),
  async scene(stage) {
    const noon = stage.now + hours(3)
    const { arn } = await importedWithRecord(stage, 'K6', noon)
    await stage.moveClock(noon - minutes(1))
    for (const object of ['in-memory', 'not-in-memory']) {
      const made = await stage.call('GenerateDataKey', { KeyId: arn, KeySpec: 'AES_256' }, 'AppRole')
      stage.putFile(`${object}.data-key.enc`, made.CiphertextBlob as Bytes)
      if (object === 'in-memory') stage.putFile(`${object}.data-key`, made.Plaintext as Bytes)
    }
    await stage.moveClock(noon + minutes(1))
  },
}
