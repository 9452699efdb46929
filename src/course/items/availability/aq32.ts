import { days, hours } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq32: ChoiceItem = {
  id: 'AQ32',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-7',
  difficulty: 2,
  lens: 'both',
  stem: '{key} is Pending import. Its material had an end date {d} days away, yet it is gone already. After the last good read came four calls. Which of them names who removed the material?',
  options: [
    {
      id: 'DeleteImportedKeyMaterial',
      text: 'The call of DeleteImportedKeyMaterial.',
      correct: true,
      because: 'It removes material at once, whatever its date, and its record names the caller.',
    },
    {
      id: 'DescribeKey',
      text: 'The newest call of DescribeKey for it.',
      misconception: 'M-32',
      because: 'It shows that the key is empty. Who looks at a key has not changed it.',
    },
    {
      id: 'Decrypt',
      text: 'The first Decrypt that was refused.',
      misconception: 'M-00',
      because: 'It shows since when reads fail, and it names a reader.',
    },
    {
      id: 'GetParametersForImport',
      text: 'The call of GetParametersForImport.',
      misconception: 'M-09',
      because: 'It hands out a public key and a token. It takes nothing away.',
    },
  ],
  rests: [
    ['F-336', 'deleteMaterial'],
    ['F-709', 'cloudtrail'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(40, 300)) }),
  async scene(stage, slots) {
    const end = stage.now + days(Number(slots.d))
    const { arn, object } = await importedWithRecord(stage, slots.key as string, end)
    await stage.moveClock(stage.now + hours(30))
    await stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole')
    await stage.call('DeleteImportedKeyMaterial', { KeyId: arn })
    await stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole').catch(() => undefined)
    await stage.call('GetParametersForImport', {
      KeyId: arn,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    })
    await stage.call('DescribeKey', { KeyId: arn }, 'Auditor')
  },
  async computes(_stage, view) {
    const read = view.scene().findLastIndex((each) => each.eventName === 'Decrypt' && !each.errorCode)
    const since = view.scene().slice(read + 1)
    return since.filter(({ eventName }) => eventName.startsWith('Delete')).map(({ eventName }) => eventName)
  },
}
