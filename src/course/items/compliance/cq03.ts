import type { ChoiceItem } from '../../item-definition.ts'

export const cq03: ChoiceItem = {
  id: 'CQ03',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-3',
  difficulty: 2,
  lens: 'both',
  stem: 'A policy of 2021 says: “Level 3 requires a custom key store.” How do you advise today?',
  options: [
    {
      id: 'keep',
      text: 'Keep it: KMS HSMs reach only Level 2.',
      misconception: 'M-25',
      because: 'That was so until May 2023.',
    },
    {
      id: 'update',
      text: 'Update it: standard KMS HSMs are Level 3.',
      correct: true,
      because:
        'They are validated at FIPS 140-3 Level 3. A custom key store is then chosen for an HSM of your own, or for a key outside AWS.',
    },
    {
      id: 'drop',
      text: 'Drop it: FIPS does not apply to clouds.',
      misconception: 'M-00',
      because: 'A validation belongs to a module, wherever it stands. The HSMs of KMS have one.',
    },
    {
      id: 'replace',
      text: 'Replace it: ask for imported keys only.',
      misconception: 'M-27',
      because: 'The origin of the material is no FIPS level.',
    },
  ],
  explains: 'China Regions are apart: their HSMs are certified by OSCCA, not under FIPS.',
  rests: [
    ['F-355', 'internals'],
    ['F-355', 'dataProtection'],
    ['F-357', 'fipsLevel3'],
  ],
  checked: '2026-11-23',
}
