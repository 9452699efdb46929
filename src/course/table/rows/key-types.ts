import { cell, type TableRow } from '../table-definition.ts'

export const keyTypes: TableRow = {
  id: 'key-types',
  title: 'Key types',
  competencies: ['CMP-5'],
  cells: {
    G: cell('F-108', 'createKey', {
      claim: 'Symmetric, RSA, ECC, HMAC, ML-DSA, ML-KEM.',
      why: 'One kind and one usage per key, fixed when it is created.',
      short: 'all types',
    }),
    I: cell('F-301', 'importingConcepts', {
      claim: 'Symmetric, RSA, ECC, HMAC. No ML-DSA.',
      why: 'Sizes and curves are those of KMS; private keys come as PKCS#8.',
      short: 'most types',
    }),
    H: cell(
      'F-353',
      'cloudHsmStore',
      {
        claim: 'Symmetric encryption only.',
        why: 'No RSA, no ECC, no HMAC, and no data key pairs.',
        short: 'symmetric',
      },
      { experiment: 'P-12' },
    ),
    X: cell(
      'F-354',
      'externalStore',
      {
        claim: 'Symmetric only, over an AES-256 key of yours.',
        why: 'No RSA, no ECC, no HMAC, and no data key pairs.',
        short: 'symmetric',
      },
      { experiment: 'P-12' },
    ),
  },
}
