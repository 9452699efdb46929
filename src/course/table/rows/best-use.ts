import { cell, type TableRow } from '../table-definition.ts'

export const bestUse: TableRow = {
  id: 'best-use',
  title: 'Best use case',
  competencies: ['CMP-1', 'CMP-2', 'CMP-6'],
  note: {
    says: 'Hybrid holds for asymmetric and HMAC keys, not for symmetric KMS ciphertext.',
    lens: ['E-5'],
  },
  cells: {
    G: cell(
      'F-1121',
      'importing',
      {
        claim: 'Almost everything.',
        why: 'AWS itself advises it, unless a rule demands something else.',
        short: 'almost all',
      },
      { exam: 'Standard cloud-native apps.' },
    ),
    I: cell(
      'F-1121',
      'importing',
      {
        claim: 'Proof of entropy, an own copy, data that ends on a date.',
        why: 'Also asymmetric and HMAC keys that both sides of a hybrid system use.',
        short: 'own entropy',
      },
      { exam: 'Regulatory compliance, hybrid cloud.' },
    ),
    H: cell('F-357', 'keyStores', {
      claim: 'A single-tenant HSM that you administer.',
      why: 'Level 3 alone is no reason any more: the HSMs of KMS have it too.',
      short: 'single tenant',
    }),
    X: cell('F-357', 'keyStores', {
      claim: 'A law that demands keys outside the provider.',
      why: 'You pay for it with the availability of everything that stands between.',
      short: 'keys outside',
    }),
  },
}
