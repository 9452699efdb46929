import { cell, type TableRow } from '../table-definition.ts'

export const multiRegion: TableRow = {
  id: 'multi-region',
  title: 'Multi-Region',
  competencies: ['AVL-8', 'CMP-5'],
  cells: {
    G: cell(
      'F-343',
      'multiRegion',
      {
        claim: 'Yes. KMS brings the material to each replica.',
        why: 'Related keys share ID and material: what one encrypts, another decrypts.',
        short: 'yes',
      },
      { experiment: 'P-11' },
    ),
    I: cell(
      'F-345',
      'multiRegion',
      {
        claim: 'Yes. You import into each Region yourself.',
        why: 'A replica starts empty, with a state and an expiry of its own.',
        short: 'yes, by you',
      },
      { experiment: 'P-11' },
    ),
    H: cell(
      'F-353',
      'cloudHsmStore',
      { claim: 'No.', why: 'A custom key store has no multi-Region keys.', short: 'no' },
      { experiment: 'P-12' },
    ),
    X: cell(
      'F-354',
      'externalStore',
      { claim: 'No.', why: 'A custom key store has no multi-Region keys.', short: 'no' },
      { experiment: 'P-12' },
    ),
  },
}
