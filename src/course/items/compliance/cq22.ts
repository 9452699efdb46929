import type { MatchItem } from '../../item-definition.ts'
import { generatedWithRecord, importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const cq22: MatchItem = {
  id: 'CQ22',
  type: 'match',
  metric: 'compliance-choice',
  competency: 'CMP-1',
  difficulty: 2,
  lens: 'both',
  stem: '{org} compares the duties for generated and for imported keys. Match each duty with who has it.',
  left: [
    {
      id: 'durable',
      text: 'To keep generated material durable.',
      right: 'aws',
      because: 'AWS keeps it with eleven nines of durability.',
    },
    {
      id: 'running',
      text: 'To keep KMS answering in a Region, with imported keys too.',
      right: 'aws',
      because: 'The service level is the same for both kinds.',
    },
    {
      id: 'copies',
      text: 'To keep copies of imported bytes.',
      right: 'you',
      because: 'AWS keeps imported material out of its promise of durability.',
    },
    {
      id: 'export',
      text: 'To keep a backup of generated material outside AWS.',
      right: 'nobody',
      because: 'Nothing takes generated material out, so there is no such backup.',
    },
  ],
  right: [
    { id: 'aws', text: 'AWS' },
    { id: 'you', text: '{org}' },
    { id: 'nobody', text: 'Nobody: it cannot be done.' },
  ],
  slips: [
    {
      left: 'copies',
      right: 'aws',
      misconception: 'M-26',
      because: 'The figure of eleven nines is for material that KMS generated.',
    },
    {
      left: 'export',
      right: 'you',
      misconception: 'M-20',
      because: 'No role, root included, can export it.',
    },
    {
      left: 'export',
      right: 'aws',
      misconception: 'M-20',
      because: 'AWS staff cannot read it either.',
    },
    {
      left: 'durable',
      right: 'you',
      misconception: 'M-00',
      because: 'You cannot even hold a copy. It is in the care of AWS.',
    },
  ],
  rests: [
    ['F-201', 'dataProtection'],
    ['F-202', 'durability'],
    ['F-203', 'sla'],
    ['F-203', 'keyStores'],
    ['F-204', 'hierarchy'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  async scene(stage) {
    await generatedWithRecord(stage, 'K1')
    await importedWithRecord(stage, 'K2')
  },
}
