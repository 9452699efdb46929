import { cell, type TableRow } from '../table-definition.ts'

export const cost: TableRow = {
  id: 'cost',
  title: 'Cost, by list price',
  competencies: ['CMP-6'],
  cells: {
    G: cell('F-1013', 'pricing', {
      claim: '1 USD a month, plus 1 for each of two rotations.',
      why: 'Later rotations are free. Read in a copy of the page from before 2024: look again before you plan.',
      short: '1 USD',
    }),
    I: cell('F-1012', 'pricing', {
      claim: '1 USD a month, plus your own HSM and people.',
      why: 'The key costs the same; keeping and testing the bytes is what you add.',
      short: 'and your HSM',
    }),
    H: cell('F-1012', 'pricing', {
      claim: '1 USD a month, plus two or more HSMs.',
      why: 'Creating a key there takes two active HSMs in different zones, paid by the hour.',
      short: 'and 2 HSMs',
    }),
    X: cell('F-1012', 'pricing', {
      claim: '1 USD a month, plus manager, proxy and network.',
      why: 'What stands outside AWS is paid outside AWS.',
      short: 'and a proxy',
    }),
  },
}
