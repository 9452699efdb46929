import { cell, type TableRow } from '../table-definition.ts'

export const changeOfMind: TableRow = {
  id: 'change-of-mind',
  title: 'Change of mind',
  competencies: ['CMP-6', 'IMP-8'],
  cells: {
    G: cell(
      'F-106',
      'createKey',
      {
        claim: 'Origin is fixed. A new key, then `ReEncrypt`.',
        why: 'No import into a key that KMS filled.',
        short: 'fixed',
      },
      { experiment: 'P-16' },
    ),
    I: cell(
      'F-320',
      'importStep',
      {
        claim: 'Origin is fixed. It never becomes a generated key.',
        why: 'Policy, tags and alias can change; origin, type and usage cannot.',
        short: 'fixed',
      },
      { experiment: 'P-16' },
    ),
    H: cell('F-106', 'createKey', {
      claim: 'Origin is fixed. Move the data by `ReEncrypt`.',
      why: 'The cluster decrypts each ciphertext one last time, so it has to answer.',
      short: 'ReEncrypt',
    }),
    X: cell('F-106', 'createKey', {
      claim: 'Origin is fixed. Move by `ReEncrypt`, while connected.',
      why: 'The external key is needed one last time for each ciphertext.',
      short: 'ReEncrypt',
    }),
  },
}
