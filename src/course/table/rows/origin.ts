import { cell, type TableRow } from '../table-definition.ts'

export const origin: TableRow = {
  id: 'origin',
  title: 'Origin',
  competencies: ['CMP-5', 'IMP-1'],
  note: { says: 'The same today.', lens: [] },
  cells: {
    G: cell(
      'F-106',
      'createKey',
      {
        claim: 'Made inside the KMS HSMs. Origin `AWS_KMS`.',
        why: 'KMS draws the bytes itself when you create the key.',
        short: 'AWS_KMS',
      },
      { exam: 'AWS KMS internally.', experiment: 'P-1' },
    ),
    I: cell(
      'F-106',
      'createKey',
      {
        claim: 'You bring it. Origin `EXTERNAL`.',
        why: 'The key starts empty, in Pending import, and waits for your bytes.',
        short: 'EXTERNAL',
      },
      { exam: 'The customer: an external HSM or another source.', experiment: 'P-1' },
    ),
    H: cell(
      'F-353',
      'cloudHsmStore',
      {
        claim: 'KMS asks your cluster to make it. Origin `AWS_CLOUDHSM`.',
        why: 'It is a 256-bit AES key in your own CloudHSM cluster, and cannot be exported.',
        short: 'your cluster',
      },
      { experiment: 'P-1' },
    ),
    X: cell(
      'F-354',
      'externalStore',
      {
        claim: 'A key in your own manager. Origin `EXTERNAL_KEY_STORE`.',
        why: 'KMS refers to a 256-bit AES key that is already there, behind your proxy.',
        short: 'your manager',
      },
      { experiment: 'P-1' },
    ),
  },
}
