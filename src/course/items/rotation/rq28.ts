import { hours, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { importBytes, importedWithRecord } from '../scene-keys.ts'

export const rq28: ChoiceItem = {
  id: 'RQ28',
  type: 'log',
  metric: 'rotation-methods',
  competency: 'ROT-5',
  difficulty: 3,
  lens: 'today',
  stem: 'K1 is an imported symmetric key. With the API of today it was rotated on demand, at the second try. Read the log. Why was the first RotateKeyOnDemand refused?',
  options: [
    {
      id: 'nothing-waited',
      text: 'No new material waited in the key at that time.',
      correct: true,
      because: 'ImportKeyMaterial with NEW_KEY_MATERIAL stands after the refused call.',
    },
    {
      id: 'DisabledException',
      text: 'The key was disabled at the time of the call.',
      misconception: 'M-09',
      because: 'The answer would be DisabledException, and an EnableKey would stand in the log.',
    },
    {
      id: 'AccessDeniedException',
      text: 'Dario was not allowed to call it at that time.',
      misconception: 'M-00',
      because: 'The answer would be AccessDeniedException.',
    },
    {
      id: 'UnsupportedOperationException',
      text: 'Imported material cannot be rotated in place.',
      misconception: 'M-02',
      because: 'That answer would be UnsupportedOperationException. The second try worked.',
    },
  ],
  rests: [
    ['F-350', 'rotateOnDemand'],
    ['F-617', 'rotateOnDemand'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ h: String(draw.whole(1, 5)) }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, 'K1')
    await stage.moveClock(stage.now + hours(Number(slots.h)))
    await outcome(stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin'))
    await stage.moveClock(stage.now + minutes(25))
    await importBytes(stage, arn, stage.random(32), { ImportType: 'NEW_KEY_MATERIAL' })
    await stage.moveClock(stage.now + minutes(4))
    await stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + minutes(10))
  },
  async computes(_stage, view) {
    const refused = view.scene().find((event) => event.eventName === 'RotateKeyOnDemand' && event.errorCode)
    const waiting = refused?.errorMessage?.startsWith('No available key material pending rotation')
    return [waiting ? 'nothing-waited' : (refused?.errorCode ?? 'ok')]
  },
}
