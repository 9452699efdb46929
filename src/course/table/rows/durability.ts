import { cell, type TableRow } from '../table-definition.ts'

export const durability: TableRow = {
  id: 'durability',
  title: 'Durability duty',
  competencies: ['AVL-4', 'CMP-1'],
  note: { says: 'Eleven nines: generated. Imported: your safe.', lens: ['E-10'] },
  cells: {
    G: cell('F-201', 'dataProtection', {
      claim: 'AWS keeps it, with eleven nines.',
      why: '99.999999999 % is the figure for material that KMS generates.',
      short: 'AWS',
    }),
    I: cell(
      'F-202',
      'durability',
      {
        claim: 'You. Keep the bytes and test the restore.',
        why: 'The durability of AWS covers the key and its metadata, not your material.',
        short: 'you',
      },
      { experiment: 'P-2' },
    ),
    H: cell('F-353', 'cloudHsmStore', {
      claim: 'You: your cluster and its backups.',
      why: 'The key exists in your cluster and nowhere else.',
      short: 'you',
    }),
    X: cell('F-354', 'externalStore', {
      claim: 'You: your manager and the key in it.',
      why: 'Availability, latency and durability of the external key are yours.',
      short: 'you',
    }),
  },
}
