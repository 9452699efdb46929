import { cell, type TableRow } from '../table-definition.ts'

export const expiration: TableRow = {
  id: 'expiration',
  title: 'Expiration',
  competencies: ['IMP-6', 'AVL-5'],
  note: {
    says: 'KMS assumes expiry when nothing is said. A date lies at most 365 days ahead.',
    lens: ['E-11'],
  },
  cells: {
    G: cell(
      'F-204',
      'protectMaterial',
      {
        claim: 'None. It lives until the key is deleted.',
        why: '`CreateKey` takes no date, and material that KMS made cannot be deleted alone.',
        short: 'none',
      },
      { exam: 'None: permanent until deleted.', experiment: 'P-7' },
    ),
    I: cell(
      'F-315',
      'importKeyMaterial',
      {
        claim: 'Optional, at most 365 days per import. Assumed when unsaid.',
        why: 'On its date the key is Pending import; the same bytes start a new term.',
        short: 'optional',
      },
      { exam: 'Optional expiration date.', experiment: 'P-8' },
    ),
    H: cell('F-314', 'importKeyMaterial', {
      claim: 'None. Only imported material has an end date.',
      why: 'The date is set by `ImportKeyMaterial`, and a custom key store takes no import.',
      short: 'none',
    }),
    X: cell('F-354', 'externalStore', {
      claim: 'None in KMS. Cut off at the manager.',
      why: 'KMS has no date for it; without your manager it decrypts nothing.',
      short: 'none in KMS',
    }),
  },
}
