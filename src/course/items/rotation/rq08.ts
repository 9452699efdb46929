import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { dayAfter, isoDay, morningOf } from '../iso-day.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq08: ChoiceItem = {
  id: 'RQ08',
  type: 'predict',
  metric: 'rotation-methods',
  competency: 'ROT-2',
  difficulty: 2,
  lens: 'both',
  stem: 'K1 was generated on {born}. On {t0} its automatic rotation is enabled with `RotationPeriodInDays` {period}. When is the first automatic rotation?',
  options: [
    {
      id: 'next',
      text: 'On {next}.',
      correct: true,
      because: 'The first rotation is one period after the day of enabling.',
    },
    {
      id: 'byDefault',
      text: 'On {byDefault}.',
      misconception: 'M-03',
      because: '365 days is the period when the call names none. This call names {period}.',
    },
    {
      id: 'newYear',
      text: 'On {newYear}.',
      misconception: 'M-03',
      because: 'No rule of the calendar exists: the period counts days.',
    },
    {
      id: 'fromBirth',
      text: 'On {fromBirth}.',
      misconception: 'M-00',
      because: 'The period counts from the enabling, not from the creation of the key.',
    },
  ],
  rests: [['F-206', 'rotateKeys']],
  checked: '2026-11-23',
  slots(draw) {
    const t0 = dayAfter('2026-03-01', draw.whole(0, 60))
    const period = draw.oneOf([90, 120, 150, 180, 240, 540, 730, 1000])
    const born = dayAfter(t0, -draw.oneOf([30, 36, 44]))
    return {
      born,
      t0,
      period: String(period),
      next: dayAfter(t0, period),
      byDefault: dayAfter(t0, 365),
      newYear: '2027-01-01',
      fromBirth: dayAfter(born, period),
    }
  },
  async scene(stage, slots) {
    await stage.moveClock(morningOf(slots.born as string))
    const { arn } = await generatedWithRecord(stage, 'K1')
    await stage.moveClock(morningOf(slots.t0 as string))
    await stage.call(
      'EnableKeyRotation',
      { KeyId: arn, RotationPeriodInDays: Number(slots.period) },
      'KeyAdmin',
    )
  },
  async computes(stage, view, slots) {
    // Told from the rotation that takes place, not from the date that was announced.
    const due = view.key('K1')?.rotation?.nextDate ?? 0
    await stage.moveClock(due + days(1))
    const day = isoDay(view.key('K1')?.materials.at(-1)?.rotationDate ?? 0)
    return ['next', 'byDefault', 'newYear', 'fromBirth'].filter((id) => slots[id] === day)
  },
}
