import { cell, type TableRow } from '../table-definition.ts'

export const blastRadius: TableRow = {
  id: 'blast-radius',
  title: 'Blast radius of one mistake',
  competencies: ['AVL-1', 'AVL-3', 'CMP-4'],
  cells: {
    G: cell('F-215', 'deleteKeys', {
      claim: 'Deletion needs a wait: time to notice.',
      why: 'For at least 7 days every use is refused, and nothing is lost.',
      short: 'time to notice',
    }),
    I: cell(
      'F-339',
      'protectMaterial',
      {
        claim: 'One call or one date stops every object.',
        why: 'If one permanent material is missing, the whole key stands still.',
        short: 'every object',
      },
      { experiment: 'P-14' },
    ),
    H: cell(
      'F-353',
      'cloudHsmStore',
      {
        claim: 'A lost cluster stops all its keys.',
        why: 'All keys of the store live in the one cluster.',
        short: 'all its keys',
      },
      { experiment: 'P-3' },
    ),
    X: cell(
      'F-354',
      'externalStore',
      {
        claim: 'One broken link stops all its keys.',
        why: 'Proxy, network and manager stand in the way of each request.',
        short: 'all its keys',
      },
      { experiment: 'P-3' },
    ),
  },
}
