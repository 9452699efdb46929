import type { ChoiceItem } from '../../item-definition.ts'
import { drawOrg } from '../slot-values.ts'

export const cq01: ChoiceItem = {
  id: 'CQ01',
  type: 'arch',
  metric: 'compliance-choice',
  competency: 'CMP-1',
  difficulty: 1,
  lens: 'both',
  stem: '{org} needs encryption at rest in 40 services, FIPS 140 Level 3 HSMs and yearly rotation, with a team of two. Which choice fits best, and which requirement decides?',
  options: [
    {
      id: 'generated',
      text: 'Generated keys; the small team decides.',
      correct: true,
      because: 'The level is there from the start. Yearly rotation is one call for each key.',
    },
    {
      id: 'imported',
      text: 'Imported keys; the HSM level decides.',
      misconception: 'M-27',
      because: 'Import adds work and no level: the same HSMs use both kinds of material.',
    },
    {
      id: 'cluster',
      text: 'CloudHSM key store; the HSM level decides.',
      misconception: 'M-25',
      because: 'The standard HSMs of KMS are validated at Level 3. A cluster would have to be run as well.',
    },
    {
      id: 'external',
      text: 'External key store; yearly rotation decides.',
      misconception: 'M-34',
      because: 'KMS offers no automatic rotation there, and you would run a proxy and a key manager.',
    },
  ],
  rests: [
    ['F-355', 'internals'],
    ['F-205', 'rotateKeys'],
    ['F-353', 'keyStores'],
    ['F-354', 'keyStores'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
}
