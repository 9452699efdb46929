import { cell, type TableRow } from '../table-definition.ts'

export const thenAndNow: TableRow = {
  id: 'then-and-now',
  title: 'Rotation, today and in the exam',
  competencies: ['ROT-1', 'ROT-5'],
  note: { says: 'Imported: never automatic, then and now. On demand since 2025.', lens: ['E-1'] },
  cells: {
    G: cell(
      'F-205',
      'rotateKeys',
      {
        claim: 'Automatic: yes, once enabled. On demand: yes.',
        why: '365 days is the default of a period that you may set from 90 to 2,560.',
        short: 'yes',
      },
      { exam: 'Automatic rotation, a cycle of 365 days.', experiment: 'P-4' },
    ),
    I: cell(
      'F-349',
      'rotateKeyOnDemand',
      {
        claim: 'Automatic: no. On demand: yes, with material you bring.',
        why: 'Multi-Region keys too: first the bytes in every Region, then the call on the primary.',
        short: 'on demand',
      },
      { exam: 'Cannot use automatic rotation (365-day cycle).', experiment: 'P-5' },
    ),
    H: cell(
      'F-353',
      'rotateKeys',
      {
        claim: 'Automatic: no. On demand: no.',
        why: 'A new key behind the same alias is the rotation that there is.',
        short: 'no',
      },
      { experiment: 'P-6' },
    ),
    X: cell(
      'F-354',
      'rotateKeys',
      {
        claim: 'Automatic: no. On demand: no.',
        why: 'A new key behind the same alias is the rotation that there is.',
        short: 'no',
      },
      { experiment: 'P-6' },
    ),
  },
}
