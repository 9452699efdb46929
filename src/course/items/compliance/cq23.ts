import type { MatchItem } from '../../item-definition.ts'

export const cq23: MatchItem = {
  id: 'CQ23',
  type: 'match',
  metric: 'compliance-choice',
  competency: 'CMP-3',
  difficulty: 3,
  lens: 'today',
  stem: 'It is November 2026. Match each HSM with what its FIPS status is.',
  left: [
    {
      id: 'kms',
      text: 'The HSMs of KMS in Ireland.',
      right: 'level-3',
      because: 'The standard HSMs of KMS have a certificate at this level.',
    },
    {
      id: 'hsm2',
      text: '`hsm2m.medium` of CloudHSM.',
      right: 'level-3',
      because: 'It has a certificate of its own, at the same level.',
    },
    {
      id: 'hsm1',
      text: '`hsm1.medium` of CloudHSM.',
      right: 'historical',
      because: 'Its certificate became historical in January 2026, after its end of service.',
    },
    {
      id: 'china',
      text: 'The HSMs of KMS in China Regions.',
      right: 'oscca',
      because: 'The FIPS program does not cover them.',
    },
  ],
  right: [
    { id: 'level-3', text: 'FIPS 140-3 Level 3' },
    { id: 'historical', text: 'FIPS 140-2 Level 3, historical' },
    { id: 'oscca', text: 'Certified by OSCCA, not under FIPS' },
    { id: 'level-2', text: 'FIPS 140-2 Level 2' },
  ],
  slips: [
    {
      left: 'kms',
      right: 'level-2',
      misconception: 'M-25',
      because: 'That was so until May 2023.',
    },
    {
      left: 'hsm1',
      right: 'level-3',
      misconception: 'M-00',
      because: 'It was validated under the older standard, 140-2.',
    },
    {
      left: 'china',
      right: 'level-3',
      misconception: 'M-00',
      because: 'China Regions have a scheme of their own.',
    },
    {
      left: 'kms',
      right: 'historical',
      misconception: 'M-25',
      because: 'The older certificates are historical. The HSMs have one under 140-3.',
    },
  ],
  rests: [
    ['F-355', 'internals'],
    ['F-355', 'dataProtection'],
    ['F-356', 'cloudHsmFips'],
    ['F-357', 'fipsSunset'],
  ],
  checked: '2026-11-23',
}
