import type { ChoiceItem } from '../../item-definition.ts'

export const cq04: ChoiceItem = {
  id: 'CQ04',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-4',
  difficulty: 2,
  lens: 'both',
  stem: 'A contract says: “Key material shall never be inside the provider’s systems.” Which option meets the sentence?',
  options: [
    {
      id: 'imported',
      text: 'Imported, with a short expiry date.',
      misconception: 'M-19',
      because: 'KMS holds and uses a copy until the date. While it does, the material is inside.',
    },
    {
      id: 'cluster',
      text: 'CloudHSM key store, own cluster.',
      misconception: 'M-24',
      because: 'The cluster is yours alone, and it stands in AWS.',
    },
    {
      id: 'generated',
      text: 'Generated, with a strict policy.',
      misconception: 'M-00',
      because: 'A policy says who may use the key. It does not say where the key is.',
    },
    {
      id: 'external',
      text: 'External key store, own manager.',
      correct: true,
      because: 'KMS adds a layer of its own. Your key stays outside, and its uptime becomes yours.',
    },
  ],
  rests: [
    ['F-353', 'keyStores'],
    ['F-354', 'keyStores'],
    ['F-1111', 'importing'],
  ],
  checked: '2026-11-23',
}
