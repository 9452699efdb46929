import { cell, type TableRow } from '../table-definition.ts'

export const availability: TableRow = {
  id: 'availability',
  title: 'Availability',
  competencies: ['AVL-1', 'CMP-1', 'CMP-4'],
  note: { says: 'Service and SLA are equal. Keeping the bytes is your duty.', lens: ['E-7'] },
  cells: {
    G: cell(
      'F-203',
      'sla',
      {
        claim: 'AWS, over several zones. SLA 99.999 % a month.',
        why: 'There is nothing for you to keep online: a Region has at least three Availability Zones.',
        short: 'AWS',
      },
      { exam: 'Managed by AWS, multi-AZ.' },
    ),
    I: cell(
      'F-202',
      'durability',
      {
        claim: 'Same service and SLA. The material itself can vanish.',
        why: 'By its date, by deletion, or in a rare failure of the whole Region.',
        short: 'same service',
      },
      { exam: 'Managed by the customer, through re-import.', experiment: 'P-2' },
    ),
    H: cell(
      'F-353',
      'keyStores',
      {
        claim: 'Your cluster must be up and connected. No SLA.',
        why: 'The work is done in your cluster, and the SLA leaves custom key stores out.',
        short: 'your cluster',
      },
      { experiment: 'P-3' },
    ),
    X: cell(
      'F-354',
      'keyStores',
      {
        claim: 'Your proxy, network and manager must be up. No SLA.',
        why: 'Each request goes out to your proxy, which has 250 milliseconds to answer.',
        short: 'your proxy',
      },
      { experiment: 'P-3' },
    ),
  },
}
