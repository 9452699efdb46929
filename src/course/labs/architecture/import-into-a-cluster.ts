import { recorded } from '../../evidence.ts'
import type { CaseDefinition } from './case-definition.ts'

export const importIntoACluster: CaseDefinition = {
  id: 'import-into-a-cluster',
  right: 'none',
  build({ client, draw }) {
    const keys = draw.whole(3, 9)
    return {
      title: 'Decide about an import into a cluster',
      asks: [
        `${client} asks: “Import our ${keys} keys into the CloudHSM key store of KMS, so that KMS works with our own bytes in our own HSM.”`,
        'All of them are symmetric, and each use has to be on record.',
      ],
      demands: [
        {
          id: 'several',
          text: `${keys} keys`,
          because: 'The number changes the work, not the answer.',
        },
        {
          id: 'symmetric',
          text: 'symmetric keys',
          because: 'All four columns have them.',
        },
        {
          id: 'records',
          text: 'a record of each use',
          because: 'CloudTrail has it for all four.',
        },
        {
          id: 'both',
          text: 'own bytes, and in a CloudHSM key store',
          correct: true,
          because:
            'No KMS key has both: the cluster makes its keys for KMS itself, and imported bytes work in the HSMs of KMS. The demand has to be split.',
        },
      ],
      why: {
        generated: 'It would take a client that gives up both halves.',
        imported: 'Half of it: own bytes. It is right once they give up the own HSM.',
        cloudhsm: 'Half of it: the own HSM. It is right once they let the cluster make the bytes.',
        external:
          'Own bytes in an own manager, outside AWS. It is right once they give up KMS in the cluster.',
        none: 'As written it cannot be done. Ask which half matters, and write down both answers.',
      },
      beliefs: { cloudhsm: 'M-24', external: 'M-34' },
      prove:
        '`Kh` is a key in the CloudHSM key store. Prove it: ask KMS for import parameters for `Kh`, with any wrapping algorithm.',
      proof: recorded({
        id: '',
        says: 'KMS refused import parameters for a key in the CloudHSM key store.',
        key: 'Kh',
        test: ({ eventName, errorCode }) =>
          eventName === 'GetParametersForImport' && errorCode === 'UnsupportedOperationException',
        now: 'Nobody has asked for import parameters for Kh.',
        lookAt: 'GetParametersForImport takes the key, an algorithm and a key spec.',
      }),
      evidence: [
        {
          id: 'refusal',
          text: 'the refused call, and the written question which half of the demand matters',
          correct: true,
          because:
            'The refusal shows that the demand cannot be met, the question that nobody met it quietly by half.',
        },
        {
          id: 'name',
          text: 'an imported key whose alias has the name of the cluster',
          because: 'A name puts no key into a cluster.',
        },
        {
          id: 'support',
          text: 'a note that AWS support will do the import',
          misconception: 'M-20',
          because: 'Support cannot do what no operation does.',
        },
      ],
      hints: [
        'Read the request as two demands. Which column has both?',
        'Row 3 and row 12 of the comparison table show what key stores do not do. `GetParametersForImport` takes the key.',
        'Imported beside CloudHSM: own bytes, or an own HSM. `aws kms get-parameters-for-import --key-id <ARN of Kh> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072`',
      ],
    }
  },
}
