import { recorded } from '../../evidence.ts'
import type { CaseDefinition } from './case-definition.ts'

export const fortyServices: CaseDefinition = {
  id: 'forty-services',
  right: 'generated',
  build({ client, draw }) {
    const services = draw.whole(25, 60)
    return {
      title: `Decide for ${services} ordinary services`,
      asks: [
        `${client} moves ${services} services to AWS. Everything they store has to be encrypted. The questionnaire of their insurer asks for HSMs validated at FIPS 140 Level 3.`,
        'Each use of a key has to be on record. All services are in one Region.',
      ],
      demands: [
        {
          id: 'at-rest',
          text: 'encryption of all that is stored',
          because: 'All four columns encrypt. It rules nothing out.',
        },
        {
          id: 'level-3',
          text: 'HSMs validated at FIPS 140 Level 3',
          correct: true,
          because:
            'It is the one demand that seems to ask for more, and the default meets it: the HSMs of KMS are validated under FIPS 140-3 at Level 3.',
        },
        {
          id: 'records',
          text: 'a record of each use',
          because: 'CloudTrail records the use of every KMS key, whatever its origin.',
        },
        {
          id: 'one-region',
          text: 'one Region',
          because: 'It takes a demand away. A column is decided by what somebody needs.',
        },
      ],
      why: {
        generated:
          'Nobody asks for own bytes or for an own HSM. AWS keeps generated material durable, and Level 3 is met.',
        imported:
          'It would take a demand for own bytes. Import adds the duty to keep them; the encryption stays the same.',
        cloudhsm:
          'It would take a demand for HSMs of their own. Level 3 alone has not needed a key store since 2023.',
        external:
          'It would take a rule that keeps the key outside AWS. Here every service would hang on one proxy.',
        none: 'It would take a demand that KMS cannot meet. The default meets all four of these.',
      },
      beliefs: { imported: 'M-27', cloudhsm: 'M-25', external: 'M-25' },
      prove:
        'Prove that no slip of an operator can empty such a key: call DeleteImportedKeyMaterial on `Kg`, which KMS generated.',
      proof: recorded({
        id: '',
        says: 'KMS refused to take the material out of Kg.',
        key: 'Kg',
        test: ({ eventName, errorCode }) =>
          eventName === 'DeleteImportedKeyMaterial' && errorCode === 'UnsupportedOperationException',
        now: 'Nobody has tried to take the material out of Kg.',
        lookAt: 'Call DeleteImportedKeyMaterial on Kg and read the refusal.',
      }),
      evidence: [
        {
          id: 'export',
          text: 'an export of the material, which shows its length',
          misconception: 'M-20',
          because: 'No operation returns key material, so nobody can make such an export.',
        },
        {
          id: 'origin',
          text: '`DescribeKey` with `Origin` AWS_KMS, and the certificate of the KMS HSMs',
          correct: true,
          because:
            'The origin says who made the material and where it is. The certificate is about these HSMs.',
        },
        {
          id: 'aliases',
          text: 'the list of aliases',
          because: 'An alias is a name. It says nothing about HSMs or material.',
        },
      ],
      hints: [
        'Mark the sentence that no other column could meet. If there is none, the default is enough.',
        'Row 16 of the comparison table is about FIPS. `DeleteImportedKeyMaterial` takes the key.',
        'Generated beside CloudHSM: both reach Level 3; only the second one has to be run by somebody. `aws kms delete-imported-key-material --key-id <ARN of Kg>`',
      ],
    }
  },
}
