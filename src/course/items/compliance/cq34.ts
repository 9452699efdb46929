import type { ChoiceItem } from '../../item-definition.ts'
import { externalKey } from '../../stage-import.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const cq34: ChoiceItem = {
  id: 'CQ34',
  type: 'predict',
  metric: 'compliance-choice',
  competency: 'CMP-5',
  difficulty: 1,
  lens: 'today',
  stem: 'With the API of today, Chiyo compares DescribeKey of {full}, a generated key, with that of {empty}, a key with origin EXTERNAL before its first import. Which field does the first one alone show?',
  options: [
    {
      id: 'CurrentKeyMaterialId',
      text: '`CurrentKeyMaterialId`.',
      correct: true,
      because: 'It names the material in use. Before its first import the other key has none to name.',
    },
    {
      id: 'Origin',
      text: '`Origin` of the material.',
      misconception: 'M-00',
      because: 'Both have it: AWS_KMS and EXTERNAL. It is fixed when a key is made.',
    },
    {
      id: 'Arn',
      text: '`Arn`, its full name.',
      misconception: 'M-08',
      because: 'An empty key is a key: it has an ARN, a policy and a state.',
    },
    {
      id: 'Enabled',
      text: '`Enabled`, true or false.',
      misconception: 'M-09',
      because: 'Both have it. It is false for the empty key, which nobody disabled.',
    },
  ],
  rests: [
    ['F-105', 'describeKey'],
    ['F-301', 'describeKey'],
  ],
  checked: '2026-11-23',
  slots(draw) {
    const full = draw.whole(1, 8)
    return { full: `K${full}`, empty: `K${full + 1}` }
  },
  async scene(stage, slots) {
    await generatedWithRecord(stage, slots.full as string)
    await externalKey(stage, slots.empty as string, `${slots.empty}: trial records`)
  },
  async computes(stage, view, slots) {
    const fields = async (name: string) => {
      const { KeyMetadata } = await stage.call('DescribeKey', { KeyId: view.key(name)?.arn }, 'Auditor')
      return Object.keys(KeyMetadata as object)
    }
    const empty = await fields(slots.empty as string)
    return (await fields(slots.full as string)).filter((field) => !empty.includes(field))
  },
}
