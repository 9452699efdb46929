import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const cq21: ChoiceItem = {
  id: 'CQ21',
  type: 'predict',
  metric: 'compliance-choice',
  competency: 'CMP-1',
  difficulty: 1,
  lens: 'both',
  stem: 'K1 is a generated key in daily use. A script that was made for imported keys calls `DeleteImportedKeyMaterial` on it. What follows?',
  options: [
    {
      id: 'UnsupportedOperationException',
      text: 'The call is refused; K1 works on.',
      correct: true,
      because: 'Generated material goes with the key and in no other way. One call cannot take it out.',
    },
    {
      id: 'PendingImport',
      text: 'K1 is Pending import from now.',
      misconception: 'M-28',
      because: 'That is a state of keys with origin EXTERNAL. The origin of K1 does not change.',
    },
    {
      id: 'PendingDeletion',
      text: 'K1 is Pending deletion for 30 days.',
      misconception: 'M-08',
      because: 'The call is not about the key. `ScheduleKeyDeletion` would be.',
    },
    {
      id: 'Disabled',
      text: 'K1 is Disabled until somebody acts.',
      misconception: 'M-09',
      because: '`DisableKey` would do that. This call is refused.',
    },
  ],
  rests: [
    ['F-204', 'hierarchy'],
    ['F-409', 'keyState'],
  ],
  checked: '2026-11-23',
  scene: async (stage) => void (await generatedWithRecord(stage, 'K1')),
  async computes(stage, view) {
    const answer = await outcome(stage.call('DeleteImportedKeyMaterial', { KeyId: view.key('K1')?.arn }))
    const state = view.state('K1') as string
    return [state === 'Enabled' ? answer : state]
  },
}
