import { cell, type TableRow } from '../table-definition.ts'

export const rotation: TableRow = {
  id: 'rotation',
  title: 'Rotation',
  competencies: ['ROT-1', 'ROT-2', 'ROT-5'],
  note: {
    says: 'Automatic is off until enabled, 90 to 2,560 days. Imported symmetric keys rotate on demand since 2025.',
    lens: ['E-1', 'E-6'],
  },
  cells: {
    G: cell(
      'F-206',
      'rotateKeys',
      {
        claim: 'Can be automatic: every 90 to 2,560 days. Default 365.',
        why: 'Off until you enable it. Also on demand, or by hand with a new key.',
        short: 'can be automatic',
      },
      { exam: 'Automatic, every 365 days.', experiment: 'P-4' },
    ),
    I: cell(
      'F-349',
      'rotateOnDemand',
      {
        claim: 'Never automatic. On demand with new bytes, if symmetric.',
        why: 'The new bytes are imported first. By hand: a new key behind the same alias.',
        short: 'on demand',
      },
      { exam: 'Manual: the user must rotate.', experiment: 'P-5' },
    ),
    H: cell(
      'F-352',
      'rotateKeys',
      {
        claim: 'By hand only: a new key behind the same alias.',
        why: 'Neither automatic nor on-demand rotation exists in a custom key store.',
        short: 'by hand',
      },
      { experiment: 'P-6' },
    ),
    X: cell(
      'F-354',
      'rotateKeys',
      {
        claim: 'By hand in KMS: a new key behind the alias.',
        why: 'KMS rotates nothing here; the external key is the business of your manager.',
        short: 'by hand',
      },
      { experiment: 'P-6' },
    ),
  },
}
