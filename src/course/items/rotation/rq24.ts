import { minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { dayAfter, isoDay, morningOf } from '../iso-day.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq24: ChoiceItem = {
  id: 'RQ24',
  type: 'predict',
  metric: 'rotation-methods',
  competency: 'ROT-2',
  difficulty: 3,
  lens: 'both',
  stem: 'Automatic rotation of K1 was enabled on {t0} with a period of {period} days. On {between} Dario rotates K1 on demand. When is the next automatic rotation?',
  options: [
    {
      id: 'plan',
      text: '{plan}: the plan has not moved.',
      correct: true,
      because: 'A rotation on demand leaves the automatic plan as it is.',
    },
    {
      id: 'moved',
      text: '{moved}: the period starts anew.',
      misconception: 'M-00',
      because: 'Disabling the plan and enabling it again would start it anew. A rotation on demand does not.',
    },
    {
      id: 'skipped',
      text: '{skipped}: one turn is left out.',
      misconception: 'M-00',
      because: 'Both rotations take place. The one on demand counts for itself.',
    },
    {
      id: 'newYear',
      text: '{newYear}: at the turn of the year.',
      misconception: 'M-03',
      because: 'The period counts days from the enabling. There is no rule of the calendar.',
    },
  ],
  rests: [
    ['F-210', 'rotateOnDemand'],
    ['F-206', 'rotateKeys'],
  ],
  checked: '2026-11-23',
  slots(draw) {
    const t0 = dayAfter('2026-02-01', draw.whole(0, 50))
    const period = draw.oneOf([120, 150, 180, 200])
    const between = dayAfter(t0, draw.whole(20, 70))
    return {
      t0,
      period: String(period),
      between,
      plan: dayAfter(t0, period),
      moved: dayAfter(between, period),
      skipped: dayAfter(t0, 2 * period),
      newYear: '2028-01-01',
    }
  },
  async scene(stage, slots) {
    await stage.moveClock(morningOf(slots.t0 as string))
    const { arn } = await generatedWithRecord(stage, 'K1')
    const period = Number(slots.period)
    await stage.call('EnableKeyRotation', { KeyId: arn, RotationPeriodInDays: period }, 'KeyAdmin')
    await stage.moveClock(morningOf(slots.between as string))
    await stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + minutes(10))
  },
  async computes(stage, view, slots) {
    const { NextRotationDate } = await stage.call('GetKeyRotationStatus', { KeyId: view.key('K1')?.arn })
    const day = isoDay(NextRotationDate as number)
    return ['plan', 'moved', 'skipped', 'newYear'].filter((id) => slots[id] === day)
  },
}
