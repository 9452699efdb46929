import { minutes } from '../../../world/clock.ts'
import type { HotspotItem } from '../../item-definition.ts'
import { externalKey } from '../../stage-import.ts'

export const iq30: HotspotItem = {
  id: 'IQ30',
  type: 'hotspot',
  picture: 'states',
  metric: 'import-workflow',
  competency: 'IMP-1',
  difficulty: 1,
  lens: 'both',
  stem: '{key} was created a minute ago with origin EXTERNAL. Nothing else has happened. Mark the state it is in.',
  options: [
    {
      id: 'Enabled',
      text: 'The state Enabled, ready for use.',
      misconception: 'M-28',
      because: 'A key that KMS fills itself starts there. This one has nothing to work with yet.',
    },
    {
      id: 'Disabled',
      text: 'The state Disabled, or switched off.',
      misconception: 'M-09',
      because: 'Nobody switched it off. `EnableKey` would be refused.',
    },
    {
      id: 'PendingImport',
      text: 'The state Pending import, or empty.',
      correct: true,
      because: 'The key has an ID, a policy and no material. It waits for your bytes.',
    },
    {
      id: 'PendingDeletion',
      text: 'The state Pending deletion.',
      misconception: 'M-08',
      because: 'Nobody has scheduled its deletion, and nothing else leads there.',
    },
    {
      id: 'Deleted',
      text: 'The end: the key is deleted.',
      misconception: 'M-00',
      because: 'The key exists: `DescribeKey` shows it.',
    },
  ],
  rests: [
    ['F-301', 'importing'],
    ['F-405', 'keyState'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    const key = slots.key as string
    await externalKey(stage, key, `${key}: trial records`)
    await stage.moveClock(stage.now + minutes(1))
  },
}
