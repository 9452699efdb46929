import { cell, type TableRow } from '../table-definition.ts'

export const fips: TableRow = {
  id: 'fips',
  title: 'FIPS boundary',
  competencies: ['CMP-3'],
  note: {
    says: 'Level 3 alone no longer decides. Every FIPS 140-2 certificate is Historical since 21 September 2026.',
    lens: ['E-3'],
  },
  cells: {
    G: cell('F-355', 'internals', {
      claim: 'The HSMs of KMS: FIPS 140-3 Level 3.',
      why: 'Level 3 since May 2023, at first under FIPS 140-2.',
      short: '140-3 Level 3',
    }),
    I: cell('F-355', 'internals', {
      claim: 'The same in AWS. Your generator is apart.',
      why: 'The place where the bytes were born has a certificate of its own, or none.',
      short: 'and yours',
    }),
    H: cell(
      'F-356',
      'cloudHsmFips',
      {
        claim: 'The certificate of your type of HSM.',
        why: '`hsm2m.medium` is FIPS 140-3 Level 3; the older `hsm1.medium` had FIPS 140-2.',
        short: 'your type',
      },
      { exam: 'Level 3 through a custom key store.' },
    ),
    X: cell('F-354', 'externalStore', {
      claim: 'Whatever your manager has.',
      why: 'It stands outside AWS, and so does its certificate.',
      short: 'your manager',
    }),
  },
}
