import type { ChoiceItem } from '../../item-definition.ts'

export const cq18: ChoiceItem = {
  id: 'CQ18',
  type: 'arch',
  metric: 'compliance-choice',
  competency: 'CMP-4',
  difficulty: 3,
  lens: 'both',
  stem: 'A law says that the key must never be inside the provider. The application needs answers in {ms} ms and 99.99 % uptime. Which answer is honest, and what decides?',
  options: [
    {
      id: 'external',
      text: 'External key store, if you prove its uptime; the place decides.',
      correct: true,
      because:
        'Nothing else keeps the key outside. Speed and uptime are yours to prove. If you cannot, the demands do not go together.',
    },
    {
      id: 'imported',
      text: 'Imported with a short expiry and a copy kept; the answer time decides.',
      misconception: 'M-19',
      because: 'While it works, a copy of the material is inside the provider.',
    },
    {
      id: 'cluster',
      text: 'CloudHSM key store with a cluster; the answer time decides.',
      misconception: 'M-24',
      because: 'The cluster stands in AWS.',
    },
    {
      id: 'generated',
      text: 'Generated with a strict key policy; the uptime decides.',
      misconception: 'M-00',
      because: 'The key is made and used inside the provider. A policy does not change the place.',
    },
  ],
  rests: [
    ['F-354', 'keyStores'],
    ['F-353', 'keyStores'],
    ['F-203', 'keyStores'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ ms: draw.oneOf(['40', '50', '60']) }),
}
