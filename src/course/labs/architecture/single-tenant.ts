import { met, open, requested, succeeded } from '../../evidence.ts'
import type { CaseDefinition } from './case-definition.ts'

export const singleTenant: CaseDefinition = {
  id: 'single-tenant',
  right: 'cloudhsm',
  build({ client, draw }) {
    const records = draw.whole(5, 50) * 100
    return {
      title: 'Decide for HSMs that nobody shares',
      asks: [
        `The regulator of ${client} wants HSMs that no other customer shares, inside AWS, with crypto officers of the company. Where the randomness comes from is left open.`,
        `${records.toLocaleString('en')} symmetric records are written each day. An outage of the HSMs is accepted.`,
      ],
      demands: [
        {
          id: 'inside',
          text: 'inside AWS',
          because: 'Three columns are inside AWS.',
        },
        {
          id: 'unshared',
          text: 'HSMs that nobody shares, with officers of their own',
          correct: true,
          because:
            'Only a CloudHSM key store puts the material into HSMs that are theirs alone and still in AWS.',
        },
        {
          id: 'randomness',
          text: 'the origin of the randomness is left open',
          because: 'It takes a reason for import away. It asks for nothing.',
        },
        {
          id: 'outage',
          text: 'an outage is accepted',
          because: 'It takes an objection away. It asks for nothing.',
        },
      ],
      why: {
        generated:
          'It would take a regulator who accepts HSMs that serve many customers, as those of KMS do.',
        imported:
          'It would take a demand about who makes the bytes. They would still work in the shared HSMs of KMS.',
        cloudhsm:
          'KMS has their own cluster make the key, where it stays and cannot be exported. Running the cluster is their duty.',
        external: 'It would take a rule that keeps the key outside AWS. Here it is wanted inside.',
        none: 'A CloudHSM key store meets it as written.',
      },
      beliefs: { imported: 'M-27' },
      prove:
        'Prove that KMS has the cluster make a key: create one with `Origin` AWS_CLOUDHSM in the key store of the cluster. DescribeCustomKeyStores shows its ID.',
      proof: {
        says: 'You created a key whose material the CloudHSM cluster made.',
        holds(view) {
          const created = view.events.find(
            (event) =>
              event.eventName === 'CreateKey' &&
              succeeded(event) &&
              requested(event, 'origin') === 'AWS_CLOUDHSM',
          )
          return created
            ? met(created)
            : open(
                'There is no new key in the CloudHSM key store.',
                'CreateKey takes Origin and CustomKeyStoreId together.',
              )
        },
      },
      evidence: [
        {
          id: 'kms-certificate',
          text: 'the certificate of the KMS HSMs',
          misconception: 'M-25',
          because: 'The key is not in those HSMs. The cluster has a mode and a certificate of its own.',
        },
        {
          id: 'backup',
          text: 'a backup of the cluster',
          because: 'It can bring keys back. It does not show which KMS key works with which cluster.',
        },
        {
          id: 'describe',
          text: '`DescribeKey` with `CustomKeyStoreId` and `CloudHsmClusterId`, and the log of the cluster',
          correct: true,
          because: 'The first ties the KMS key to the cluster, the second shows who rules the cluster.',
        },
      ],
      hints: [
        'Which column gives somebody an HSM of their own, and still in AWS?',
        'Row 6 of the comparison table is about best use. `DescribeCustomKeyStores`, then `CreateKey`.',
        'Imported beside CloudHSM: own bytes in shared HSMs, or bytes that an own cluster makes. `aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id <ID>`',
      ],
    }
  },
}
