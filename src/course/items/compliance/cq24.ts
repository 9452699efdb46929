import type { OrderItem } from '../../item-definition.ts'

export const cq24: OrderItem = {
  id: 'CQ24',
  type: 'order',
  metric: 'compliance-choice',
  competency: 'CMP-3',
  difficulty: 2,
  lens: 'both',
  stem: 'Put these events about the HSMs of KMS in the order in which they happened.',
  steps: [
    {
      id: 'level-2',
      text: 'Validated at FIPS 140-2 Level 2 overall.',
      because: 'In 2018. From this time stems the rule to take a custom key store for Level 3.',
    },
    {
      id: 'level-3',
      text: 'Validated at FIPS 140-2 Level 3.',
      because: 'In May 2023. Since then the rule is out of date.',
    },
    {
      id: 'new-standard',
      text: 'Validated at FIPS 140-3 Level 3.',
      because: 'The newer standard, at the same level.',
    },
    {
      id: 'sunset',
      text: 'All certificates under FIPS 140-2 become historical.',
      because: 'On 21 September 2026, whatever their level.',
    },
  ],
  slips: [
    {
      first: 'level-3',
      later: 'level-2',
      misconception: 'M-25',
      because: 'Level 2 came first, and with it the old advice.',
    },
    {
      first: 'sunset',
      later: 'new-standard',
      misconception: 'M-00',
      because: 'The certificate under 140-3 was there before the older ones ran out.',
    },
    {
      first: 'new-standard',
      later: 'level-3',
      misconception: 'M-00',
      because: 'Level 3 was reached under 140-2 first.',
    },
  ],
  rests: [
    ['F-355', 'internals'],
    ['F-357', 'fipsLevel3'],
    ['F-357', 'fipsSunset'],
  ],
  checked: '2026-11-23',
}
