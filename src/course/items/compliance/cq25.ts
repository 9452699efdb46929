import { minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { parametersOf } from '../scene-keys.ts'

export const cq25: ChoiceItem = {
  id: 'CQ25',
  type: 'log',
  metric: 'compliance-choice',
  competency: 'CMP-7',
  difficulty: 2,
  lens: 'both',
  stem: 'Three keys were created, and one of them is a key for imported material. Chiyo has to name it. Read the log. Which key is it, and what shows it?',
  options: [
    {
      id: 'external',
      text: '{external}: its `CreateKey` record.',
      correct: true,
      because: 'Origin EXTERNAL stands in the record, and an origin never changes.',
    },
    {
      id: 'described',
      text: '{described}: the description of it.',
      misconception: 'M-04',
      because: 'Its description speaks of own bytes. People write descriptions, and its origin is AWS_KMS.',
    },
    {
      id: 'refused',
      text: '{refused}: the import begun for it.',
      misconception: 'M-28',
      because: 'KMS refused the parameters: the origin of this key is AWS_KMS.',
    },
  ],
  rests: [
    ['F-706', 'cloudtrail'],
    ['F-106', 'createKey'],
    ['F-409', 'keyState'],
  ],
  checked: '2026-11-23',
  slots(draw) {
    const first = draw.whole(2, 7)
    const [external, described, refused] = draw
      .oneOf([
        [0, 1, 2],
        [1, 2, 0],
        [2, 0, 1],
      ])
      .map((at) => `K${first + at}`)
    return { external, described, refused } as Record<string, string>
  },
  async scene(stage, slots) {
    for (const key of [slots.external, slots.described, slots.refused].sort()) {
      const input = {
        Description: key === slots.described ? 'imported from our own HSM' : 'trial records',
        ...(key === slots.external ? { Origin: 'EXTERNAL' } : {}),
      }
      const { KeyMetadata } = await stage.call('CreateKey', input, 'KeyAdmin')
      stage.name(key as string, (KeyMetadata as { readonly Arn: string }).Arn)
      await stage.moveClock(stage.now + minutes(7))
      if (key === slots.refused)
        await outcome(parametersOf(stage, (KeyMetadata as { readonly Arn: string }).Arn))
    }
  },
  async computes(_stage, view, slots) {
    const made = view.scene().filter(({ eventName }) => eventName === 'CreateKey')
    const external = made.find(({ requestParameters }) => requestParameters?.origin === 'EXTERNAL')
    const arn = external?.resources?.[0]?.ARN
    return ['external', 'described', 'refused'].filter((id) => view.key(slots[id] as string)?.arn === arn)
  },
}
