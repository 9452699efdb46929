import { cell, type TableRow } from '../table-definition.ts'

export const visibility: TableRow = {
  id: 'visibility',
  title: 'Visibility',
  competencies: ['IMP-2', 'IMP-8', 'CMP-7'],
  note: { says: 'The same today. Your own copy stays visible to you.', lens: ['E-8'] },
  cells: {
    G: cell(
      'F-204',
      'hierarchy',
      {
        claim: 'Plaintext never leaves the HSM.',
        why: 'No operation returns it, to anyone.',
        short: 'never',
      },
      { exam: 'Never visible to anyone.', experiment: 'P-9' },
    ),
    I: cell(
      'F-310',
      'publicKeyAndToken',
      {
        claim: 'You see it before import. Never again from KMS.',
        why: 'Your own copy is the only one that you can read.',
        short: 'before import',
      },
      { exam: 'Visible to the customer before import.', experiment: 'P-9' },
    ),
    H: cell('F-353', 'cloudHsmStore', {
      claim: 'It stays in your cluster and cannot be exported.',
      why: 'KMS makes it there as a key that no user of the cluster can take out.',
      short: 'in your cluster',
    }),
    X: cell('F-354', 'externalStore', {
      claim: 'It stays in your manager. KMS never has it.',
      why: 'KMS sends data to be encrypted out to you, not the key in.',
      short: 'in your manager',
    }),
  },
}
