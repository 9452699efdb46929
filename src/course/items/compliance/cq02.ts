import type { ChoiceItem } from '../../item-definition.ts'
import { dayAfter, morningOf } from '../iso-day.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const cq02: ChoiceItem = {
  id: 'CQ02',
  type: 'arch',
  metric: 'compliance-choice',
  competency: 'CMP-2',
  difficulty: 2,
  lens: 'both',
  stem: 'A regulator wants proof that an HSM of {org} made the key. The key must stop on {date} without human action, and AWS must run the HSM that uses it. Which choice fits, and which requirement decides?',
  options: [
    {
      id: 'generated',
      text: 'Generated; AWS runs the HSM.',
      misconception: 'M-00',
      because:
        'AWS runs it, but your HSM did not make the key. Generated material does not end on a date either.',
    },
    {
      id: 'imported',
      text: 'Imported; proof of own entropy.',
      correct: true,
      because: 'Origin EXTERNAL and your own record show it. An expiry gives the date.',
    },
    {
      id: 'cluster',
      text: 'CloudHSM key store; proof of own entropy.',
      misconception: 'M-24',
      because:
        'Nothing is imported there, so a key there has no date on which it stops. You would also administer that HSM.',
    },
    {
      id: 'external',
      text: 'External key store; stop on a date.',
      misconception: 'M-34',
      because: 'You would run the key manager that uses the key.',
    },
  ],
  rests: [
    ['F-301', 'importing'],
    ['F-315', 'importStep'],
    ['F-353', 'keyStores'],
    ['F-354', 'keyStores'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw), date: dayAfter('2026-06-01', draw.whole(0, 150)) }),
  scene: async (stage, slots) =>
    void (await importedWithRecord(stage, 'K1', morningOf(slots.date as string))),
}
