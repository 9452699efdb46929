import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const cq27: ChoiceItem = {
  id: 'CQ27',
  type: 'predict',
  metric: 'compliance-choice',
  competency: 'CMP-7',
  difficulty: 2,
  lens: 'both',
  stem: 'The imported material of {key} was deleted {d} days ago and not imported again. Chiyo calls DescribeKey. Which origin does she see?',
  options: [
    {
      id: 'EXTERNAL',
      text: 'EXTERNAL: the origin stays.',
      correct: true,
      because: 'The origin is fixed at creation. It does not depend on whether material is there.',
    },
    {
      id: 'AWS_KMS',
      text: 'AWS_KMS: KMS has taken over.',
      misconception: 'M-28',
      because: 'KMS does not fill the key. It waits for the same bytes.',
    },
    {
      id: 'none',
      text: 'None: the key is going away.',
      misconception: 'M-08',
      because: 'The deletion of material leaves the key and its metadata.',
    },
    {
      id: 'UNKNOWN',
      text: 'UNKNOWN, until an import.',
      misconception: 'M-00',
      because: 'There is no such origin.',
    },
  ],
  rests: [
    ['F-106', 'createKey'],
    ['F-336', 'deleteMaterial'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(3, 60)) }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, slots.key as string)
    await stage.call('DeleteImportedKeyMaterial', { KeyId: arn })
    await stage.moveClock(stage.now + days(Number(slots.d)))
  },
  async computes(stage, view, slots) {
    const KeyId = view.key(slots.key as string)?.arn
    const { KeyMetadata } = await stage.call('DescribeKey', { KeyId }, 'Auditor')
    return [(KeyMetadata as { readonly Origin?: string }).Origin ?? 'none']
  },
}
