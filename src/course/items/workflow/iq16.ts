import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const iq16: ChoiceItem = {
  id: 'IQ16',
  type: 'single',
  metric: 'import-workflow',
  competency: 'IMP-6',
  difficulty: 2,
  lens: 'both',
  stem: '{key} is Enabled, and its material ends in {d} days. It has to live 60 days longer. What does its custodian do?',
  options: [
    {
      id: 'describe',
      text: 'Set the new date with `UpdateKeyDescription`.',
      misconception: 'M-11',
      because: 'That changes a text which people read. KMS does not read dates from it.',
    },
    {
      id: 'again',
      text: 'Import the same bytes again with the new date.',
      correct: true,
      because: 'It takes a new set and a new blob. Nothing has to be deleted first.',
    },
    {
      id: 'new-key',
      text: 'Delete the key and start over with a new one.',
      misconception: 'M-08',
      because: 'Old data would be lost with the key, and the date can be moved without that.',
    },
    {
      id: 'enable',
      text: 'Call `EnableKey` again before the old date.',
      misconception: 'M-11',
      because: 'The key is Enabled already. The switch has nothing to do with the date.',
    },
  ],
  rests: [
    ['F-319', 'importStep'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(5, 40)) }),
  scene: async (stage, slots) =>
    void (await importedWithRecord(stage, slots.key as string, stage.now + days(Number(slots.d)))),
}
