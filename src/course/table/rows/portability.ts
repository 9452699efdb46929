import { cell, type TableRow } from '../table-definition.ts'

export const portability: TableRow = {
  id: 'portability',
  title: 'Portability of ciphertext',
  competencies: ['IMP-8', 'CMP-2'],
  cells: {
    G: cell('F-343', 'importing', {
      claim: 'None outside KMS.',
      why: 'The format is not published, and bound to the KMS key.',
      short: 'none',
    }),
    I: cell(
      'F-343',
      'importing',
      {
        claim: 'None for symmetric keys, even with your bytes.',
        why: 'The ciphertext is bound to the KMS key, not to the bytes alone.',
        short: 'none',
      },
      { experiment: 'P-15' },
    ),
    H: cell('F-342', 'deleteKeys', {
      claim: 'None, although the key may live on in your cluster.',
      why: 'A deleted KMS key takes its ciphertext with it.',
      short: 'none',
    }),
    X: cell('F-354', 'externalStore', {
      claim: 'None: it needs both keys.',
      why: 'KMS encrypts first, your external key encrypts that again.',
      short: 'both keys',
    }),
  },
}
