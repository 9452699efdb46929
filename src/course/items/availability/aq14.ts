import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq14: ChoiceItem = {
  id: 'AQ14',
  type: 'single',
  metric: 'availability-risks',
  competency: 'AVL-4',
  difficulty: 2,
  lens: 'both',
  stem: 'The key {key} works today. {org} wants to know that the copy in its safe would bring the data back one day. Which habit shows it best?',
  options: [
    {
      id: 'trust',
      text: 'Rely on KMS, which stores imported bytes durably.',
      misconception: 'M-26',
      because:
        'AWS keeps imported material out of its durability promise. The copy in the safe is the backup.',
    },
    {
      id: 'printout',
      text: 'Lock a base64 printout of the copy away and leave it sealed.',
      misconception: 'M-14',
      because: 'Text is not the material yet, and a copy nobody has tried may be wrong or torn.',
    },
    {
      id: 'blob',
      text: 'Keep the wrapped blob and its token in the safe.',
      misconception: 'M-13',
      because: 'The token ends after 24 hours. A later import needs the bytes, wrapped again.',
    },
    {
      id: 'test',
      text: 'Import the copy into its own key again, each quarter.',
      correct: true,
      because:
        'KMS takes the same bytes and refuses others, and the key works on in both cases. Give the same expiry as before: a new import sets it anew.',
    },
  ],
  rests: [
    ['F-319', 'importStep'],
    ['F-325', 'importKeyMaterial'],
    ['F-202', 'protectMaterial'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({
    key: `K${draw.whole(2, 9)}`,
    org: draw.oneOf(['Marlow Biologics', 'Okapi Health', 'Corvane Labs']),
  }),
  scene: async (stage, slots) =>
    void (await importedWithRecord(stage, slots.key as string, stage.now + days(300))),
}
