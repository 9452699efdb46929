import { cell, type TableRow } from '../table-definition.ts'

export const stopping: TableRow = {
  id: 'stopping',
  title: 'Speed of stopping',
  competencies: ['AVL-1', 'AVL-6'],
  cells: {
    G: cell(
      'F-215',
      'deleteKeys',
      {
        claim: 'Use: at once, by disabling. For good: 7 to 30 days.',
        why: 'Deletion cannot be hurried, and can be cancelled until its last day.',
        short: '7 to 30 days',
      },
      { experiment: 'P-10' },
    ),
    I: cell(
      'F-336',
      'deleteMaterial',
      {
        claim: 'Use: at once or on a date. For good: with every copy.',
        why: 'While a copy of the bytes exists it can be undone; the key itself waits 7 to 30 days.',
        short: 'at once',
      },
      { experiment: 'P-10' },
    ),
    H: cell('F-353', 'cloudHsmStore', {
      claim: 'Use: at once, by disabling. For good: 7 to 30 days.',
      why: 'Or you destroy the key in your cluster, and in its backups.',
      short: 'at once',
    }),
    X: cell(
      'F-354',
      'externalStore',
      {
        claim: 'At once, by your manager.',
        why: 'Without the external key nothing decrypts, whatever the state of the KMS key.',
        short: 'at once',
      },
      { experiment: 'P-3' },
    ),
  },
}
