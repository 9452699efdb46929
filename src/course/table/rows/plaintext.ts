import { cell, type TableRow } from '../table-definition.ts'

export const plaintext: TableRow = {
  id: 'plaintext',
  title: 'Who can see the plaintext key',
  competencies: ['IMP-2', 'CMP-4'],
  cells: {
    G: cell('F-204', 'hierarchy', {
      claim: 'Nobody, the staff of AWS included.',
      why: 'It is in the clear only inside the HSM, in volatile memory, during an operation.',
      short: 'nobody',
    }),
    I: cell('F-204', 'importing', {
      claim: 'Your custodians, before the import.',
      why: 'What they saw they may still hold; the copy in KMS is for nobody.',
      short: 'custodians',
    }),
    H: cell('F-353', 'cloudHsmStore', {
      claim: 'Nobody: it cannot be extracted. You run the users.',
      why: 'The users of the cluster are yours, so is what they may do.',
      short: 'nobody',
    }),
    X: cell('F-354', 'externalStore', {
      claim: 'Whoever the rules of your manager let see it.',
      why: 'KMS has no part in it.',
      short: 'your rules',
    }),
  },
}
