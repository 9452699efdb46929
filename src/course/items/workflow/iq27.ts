import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { dayAfter, isoDay, morningOf } from '../iso-day.ts'
import { importBytes, importedWithRecord, until } from '../scene-keys.ts'

export const iq27: ChoiceItem = {
  id: 'IQ27',
  type: 'log',
  metric: 'import-workflow',
  competency: 'IMP-6',
  difficulty: 2,
  lens: 'both',
  stem: 'The custodian of {key} had its end moved, and somebody wrote into its description. Read the log. On which day does the material end?',
  options: [
    {
      id: 'first',
      text: 'On {first}.',
      misconception: 'M-11',
      because: 'That was the date of the first import. The second import set it anew.',
    },
    {
      id: 'second',
      text: 'On {second}.',
      correct: true,
      because: 'The newest import of the bytes decides. It needed no deletion before.',
    },
    {
      id: 'described',
      text: 'On {described}.',
      misconception: 'M-11',
      because: 'A description is text for people. KMS reads no date from it.',
    },
    {
      id: 'year',
      text: 'On {year}.',
      misconception: 'M-35',
      because: '365 days after the import are the limit, not the date. The call names the date.',
    },
  ],
  rests: [
    ['F-319', 'importStep'],
    ['F-708', 'importRecord'],
    ['F-315', 'importStep'],
  ],
  checked: '2026-11-23',
  slots(draw) {
    const first = dayAfter('2026-02-20', draw.whole(0, 40))
    const second = dayAfter(first, draw.whole(40, 120))
    return {
      key: `K${draw.whole(2, 9)}`,
      first,
      second,
      described: dayAfter(second, draw.whole(30, 90)),
      year: '2027-02-02',
    }
  },
  async scene(stage, slots) {
    const key = slots.key as string
    const { arn, material } = await importedWithRecord(stage, key, morningOf(slots.first as string))
    await stage.moveClock(morningOf('2026-02-02'))
    await importBytes(stage, arn, material, until(morningOf(slots.second as string)))
    await stage.moveClock(stage.now + days(3))
    const Description = `${key}: valid to ${slots.described}`
    await stage.call('UpdateKeyDescription', { KeyId: arn, Description }, 'KeyAdmin')
  },
  async computes(_stage, view, slots) {
    const end = isoDay(view.key(slots.key as string)?.materials[0]?.validTo as number)
    return ['first', 'second', 'described', 'year'].filter((id) => slots[id] === end)
  },
}
