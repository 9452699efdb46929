import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'
import { drawAlias } from '../slot-values.ts'

export const rq03: ChoiceItem = {
  id: 'RQ03',
  type: 'single',
  metric: 'rotation-methods',
  competency: 'ROT-4',
  difficulty: 2,
  lens: 'both',
  stem: 'Ben points {alias} from key K1 to a new key K2 and reports: K1 has been rotated. What has changed?',
  options: [
    {
      id: 'k1-material',
      text: 'K1 holds a second, current material.',
      misconception: 'M-04',
      because: 'An alias is a pointer. ListKeyRotations for K1 shows nothing new.',
    },
    {
      id: 'k1-objects',
      text: 'Objects of K1 are encrypted under K2.',
      misconception: 'M-05',
      because: 'No data moved. Each object stays under the key that encrypted it.',
    },
    {
      id: 'new-writes',
      text: 'New encryptions through {alias} use K2.',
      correct: true,
      because: 'This is why K1 has to stay usable: K1 and its data are as before.',
    },
    {
      id: 'k1-needless',
      text: 'K1 is not needed any more and can be deleted.',
      misconception: 'M-06',
      because: 'Every old object would close with it.',
    },
  ],
  rests: [
    ['F-347', 'rotateKeys'],
    ['F-214', 'rotateKeys'],
    ['F-352', 'aliases'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ alias: drawAlias(draw) }),
  async scene(stage, slots) {
    const k1 = await generatedWithRecord(stage, 'K1')
    const k2 = await generatedWithRecord(stage, 'K2')
    await stage.call('CreateAlias', { AliasName: slots.alias, TargetKeyId: k1.arn }, 'KeyAdmin')
    await stage.call('UpdateAlias', { AliasName: slots.alias, TargetKeyId: k2.arn }, 'KeyAdmin')
  },
}
