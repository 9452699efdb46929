import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const cq20: ChoiceItem = {
  id: 'CQ20',
  type: 'multi',
  choose: 2,
  metric: 'compliance-choice',
  competency: 'CMP-6',
  also: ['AVL-4'],
  difficulty: 3,
  lens: 'both',
  stem: '{org} decides to import its own material. Which two duties come with it?',
  options: [
    {
      id: 'copies',
      text: 'Keep copies of the bytes and test them.',
      correct: true,
      because: 'KMS cannot give the bytes back. A copy that nobody has tried may be wrong.',
    },
    {
      id: 'expiry',
      text: 'Watch the expiry date of the material.',
      correct: true,
      because: 'If it has a date, the key stops then. An alarm and an import in time keep it going.',
    },
    {
      id: 'patching',
      text: 'Patch the HSMs that KMS runs for you.',
      misconception: 'M-24',
      because: 'The HSMs of KMS are the care of AWS, also with imported material.',
    },
    {
      id: 'backup',
      text: 'Export a backup of the key out of KMS.',
      misconception: 'M-26',
      because: 'No operation exports material. The backup is your own copy of the bytes.',
    },
    {
      id: 'yearly',
      text: 'Rotate once a year, as KMS demands it.',
      misconception: 'M-00',
      because: 'KMS demands no rotation. Your own rules may.',
    },
  ],
  rests: [
    ['F-202', 'protectMaterial'],
    ['F-335', 'importStep'],
    ['F-204', 'hierarchy'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  scene: async (stage) => void (await importedWithRecord(stage, 'K1', stage.now + days(120))),
}
