import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawAlias } from '../slot-values.ts'

export const rq01: ChoiceItem = {
  id: 'RQ01',
  type: 'single',
  metric: 'rotation-methods',
  competency: 'ROT-1',
  difficulty: 1,
  lens: 'both',
  stem: 'An imported symmetric key named {alias} must get new material every year. Which statement about automatic rotation (`EnableKeyRotation`) is correct for this key?',
  options: [
    {
      id: 'runs',
      text: 'It runs every 365 days once it is enabled.',
      misconception: 'M-01',
      because: 'KMS cannot make your bytes. The call returns UnsupportedOperationException.',
    },
    {
      id: 'no-date',
      text: 'It runs as long as the material has no expiration date.',
      misconception: 'M-01',
      because: 'Expiry plays no part here. The origin of the key decides.',
    },
    {
      id: 'refused',
      text: 'It is refused; new material has to be brought by you.',
      correct: true,
      because: 'You import new material and rotate on demand, or you use a new key behind the same alias.',
    },
    {
      id: 'default',
      text: 'It is on by default and cannot be switched off.',
      misconception: 'M-03',
      because: 'That describes keys that AWS manages for a service, not yours.',
    },
  ],
  rests: [
    ['F-205', 'rotateKeys'],
    ['F-348', 'rotateKeys'],
    ['F-207', 'rotateKeys'],
    ['F-614', 'keyState'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ alias: drawAlias(draw) }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, 'K1')
    await stage.call('CreateAlias', { AliasName: slots.alias, TargetKeyId: arn }, 'KeyAdmin')
  },
}
