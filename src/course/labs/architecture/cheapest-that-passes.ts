import { met, names, open, requested, succeeded } from '../../evidence.ts'
import type { CaseDefinition } from './case-definition.ts'

export const cheapestThatPasses: CaseDefinition = {
  id: 'cheapest-that-passes',
  right: 'generated',
  build({ client, draw }) {
    const objects = draw.whole(4, 30) * 1_000
    return {
      title: 'Decide for the cheapest answer that passes',
      asks: [
        `${client} stores ${objects.toLocaleString('en')} objects. Its first audit asks for a key of its own account with a policy that it writes, and for a record of each use.`,
        'They want the answer that costs the least money and work and still passes.',
      ],
      demands: [
        {
          id: 'least',
          text: 'the least money and work',
          correct: true,
          because:
            'All four columns pass this audit. Only the default comes without an HSM, a custody or a proxy to pay for and to run.',
        },
        {
          id: 'own-policy',
          text: 'a key policy that they write',
          because: 'Every customer managed key has one, whatever its origin.',
        },
        {
          id: 'records',
          text: 'a record of each use',
          because: 'CloudTrail has it for all four.',
        },
        {
          id: 'objects',
          text: `${objects.toLocaleString('en')} objects`,
          because: 'The number of objects changes the number of calls, not the origin.',
        },
      ],
      why: {
        generated:
          'One call makes the key. Beside the price of the key and its calls there is nothing to run.',
        imported:
          'It would take a demand for own bytes. The key costs the same; safes, tests and people come on top.',
        cloudhsm: 'It would take a demand for own HSMs. At least two of them are paid by the hour.',
        external: 'It would take a demand to stay outside AWS. A manager and a proxy have to be run for it.',
        none: 'It would take a demand that KMS cannot meet. This audit has none.',
      },
      beliefs: { imported: 'M-27', cloudhsm: 'M-25' },
      prove:
        'Prove how little it takes: create a key with the defaults, and encrypt something with it. Two calls.',
      proof: {
        says: 'A key that you created with the defaults has encrypted something.',
        holds(view) {
          const created = view.events.filter(
            (event) =>
              event.eventName === 'CreateKey' &&
              succeeded(event) &&
              (requested(event, 'origin') ?? 'AWS_KMS') === 'AWS_KMS',
          )
          const used = view.events.find(
            (event) =>
              event.eventName === 'Encrypt' &&
              succeeded(event) &&
              created.some((creation) =>
                view.keys().some((key) => names(creation, key) && names(event, key)),
              ),
          )
          return used
            ? met(used)
            : open(
                created.length > 0
                  ? 'Your new key has not encrypted anything yet.'
                  : 'There is no new key with the defaults yet.',
                'CreateKey needs no option at all. Then call Encrypt with the new key.',
              )
        },
      },
      evidence: [
        {
          id: 'aws-managed',
          text: 'the AWS managed key of the storage service',
          because: 'Its policy cannot be edited. The audit asks for a policy that they write.',
        },
        {
          id: 'cluster',
          text: 'the certificate of a CloudHSM cluster',
          misconception: 'M-25',
          because: 'There is no cluster, and nobody asked for one.',
        },
        {
          id: 'policy',
          text: '`GetKeyPolicy`, and the records of use in CloudTrail',
          correct: true,
          because: 'These are the two things that the audit asks for.',
        },
      ],
      hints: [
        'Strike out every column that asks for something nobody wants.',
        'Row 14 of the comparison table is about cost. `CreateKey`, then `Encrypt`.',
        'Generated beside imported: the same price for the key, and nobody has to keep bytes. `aws kms create-key`, then `aws kms encrypt --key-id <ID of the new key> --plaintext fileb://note.txt`',
      ],
    }
  },
}
