import type { ChoiceItem } from '../../item-definition.ts'
import { dayAfter, morningOf } from '../iso-day.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const cq13: ChoiceItem = {
  id: 'CQ13',
  type: 'arch',
  metric: 'compliance-choice',
  competency: 'CMP-2',
  difficulty: 3,
  lens: 'both',
  stem: 'A project must stop on {date} without a waiting period and without an act on the day. {org} has nothing to run of its own. Which choice fits, and what decides?',
  options: [
    {
      id: 'imported',
      text: 'Imported with an expiry; the dated stop.',
      correct: true,
      because: 'KMS takes the material out on the date. It may lie up to 365 days after the import.',
    },
    {
      id: 'deletion',
      text: 'Generated, deletion in time; the short wait.',
      misconception: 'M-10',
      because: 'A deletion waits 7 days or more, and the key serves nobody from the first of them.',
    },
    {
      id: 'disable',
      text: 'Generated, disabled in time; no waiting.',
      misconception: 'M-09',
      because:
        'A person or a job of yours has to act on the day. A key administrator undoes it without any bytes.',
    },
    {
      id: 'external',
      text: 'External key store; the outside switch.',
      misconception: 'M-34',
      because: 'The manager can cut the key off. But the proxy and the manager would be yours to run.',
    },
  ],
  rests: [
    ['F-315', 'importStep'],
    ['F-335', 'importStep'],
    ['F-215', 'deleteKeys'],
    ['F-354', 'keyStores'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw), date: dayAfter('2026-05-01', draw.whole(0, 200)) }),
  scene: async (stage, slots) =>
    void (await importedWithRecord(stage, 'K1', morningOf(slots.date as string))),
}
