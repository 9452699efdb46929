import { met, open, requested, succeeded } from '../../evidence.ts'
import type { CaseDefinition } from './case-definition.ts'

export const signingKeyThatExists: CaseDefinition = {
  id: 'signing-key-that-exists',
  right: 'imported',
  build({ client, draw }) {
    const devices = draw.whole(3, 90) * 1_000
    return {
      title: 'Decide for a signing key that exists already',
      asks: [
        `${client} signs the software of ${devices.toLocaleString('en')} devices with an ECC key on the curve P-256. The devices trust its public key, and that cannot be changed.`,
        'From now on a build service in AWS signs, and each signature has to be on record.',
      ],
      demands: [
        {
          id: 'this-key',
          text: 'the private key that exists, as it is',
          correct: true,
          because:
            'Only an import brings an existing private key into KMS. Generated keys are new, and key stores hold symmetric keys only.',
        },
        {
          id: 'curve',
          text: 'signatures with ECC P-256',
          because: 'Two columns have such keys: generated and imported.',
        },
        {
          id: 'in-aws',
          text: 'signing by a service in AWS',
          because: 'Two columns could do that. It does not separate them.',
        },
        {
          id: 'records',
          text: 'a record of each signature',
          because: 'CloudTrail has it for every KMS key.',
        },
      ],
      why: {
        generated: 'It would take devices that can learn a new public key. KMS makes ECC keys, but new ones.',
        imported:
          'Asymmetric keys can be imported. The same private key signs in KMS, and devices verify as before.',
        cloudhsm: 'It would take a symmetric key. A custom key store holds no asymmetric keys.',
        external: 'It would take a symmetric key. A custom key store holds no asymmetric keys.',
        none: 'Import takes ECC keys too, so it can be done as written.',
      },
      beliefs: { cloudhsm: 'M-24', external: 'M-24' },
      prove:
        'Prove that KMS has a place for it: create a key with `Origin` EXTERNAL, `KeySpec` ECC_NIST_P256 and `KeyUsage` SIGN_VERIFY.',
      proof: {
        says: 'There is an empty signing key on the curve P-256 that waits for an import.',
        holds(view) {
          const created = view.events.find(
            (event) =>
              event.eventName === 'CreateKey' &&
              succeeded(event) &&
              requested(event, 'origin') === 'EXTERNAL' &&
              requested(event, 'keySpec') === 'ECC_NIST_P256' &&
              requested(event, 'keyUsage') === 'SIGN_VERIFY',
          )
          return created
            ? met(created)
            : open('There is no such key yet.', 'CreateKey takes Origin, KeySpec and KeyUsage together.')
        },
      },
      evidence: [
        {
          id: 'spec',
          text: '`DescribeKey` with `KeySpec` ECC_NIST_P256',
          because: 'Every key on this curve says that, a new one as well.',
        },
        {
          id: 'public-key',
          text: '`GetPublicKey` after the import: the public key that the devices trust',
          correct: true,
          because: 'Two keys with one public half have one private half. That can be compared byte by byte.',
        },
        {
          id: 'export',
          text: 'the private key, read back from KMS',
          misconception: 'M-19',
          because: 'KMS gives no private key out, not even one that was imported.',
        },
      ],
      hints: [
        'Which column can take something that exists already?',
        'Row 12 of the comparison table is about key types. `CreateKey` with `Origin`, `KeySpec` and `KeyUsage`.',
        'Generated beside imported: both sign on P-256; only the second can be the old key. `aws kms create-key --origin EXTERNAL --key-spec ECC_NIST_P256 --key-usage SIGN_VERIFY`',
      ],
    }
  },
}
