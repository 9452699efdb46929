import { cell, type TableRow } from '../table-definition.ts'

export const recovery: TableRow = {
  id: 'recovery',
  title: 'Recovery',
  competencies: ['AVL-2', 'AVL-3'],
  cells: {
    G: cell(
      'F-215',
      'deleteKeys',
      {
        claim: 'Cancel the deletion, enable the key. Nothing else.',
        why: 'Until the last day of the wait everything is still there.',
        short: 'cancel',
      },
      { experiment: 'P-10' },
    ),
    I: cell(
      'F-339',
      'protectMaterial',
      {
        claim: 'The same bytes into the same key.',
        why: 'Every material that is missing has to come back, byte for byte.',
        short: 'same bytes',
      },
      { experiment: 'P-2' },
    ),
    H: cell('F-353', 'cloudHsmStore', {
      claim: 'Restore the cluster from a backup.',
      why: 'The key in it is what the ciphertext needs.',
      short: 'cluster backup',
    }),
    X: cell('F-354', 'externalStore', {
      claim: 'Restore the manager, the proxy or the way between.',
      why: 'With the same external key behind it the KMS key works again.',
      short: 'the manager',
    }),
  },
}
