import { about, met, open, succeeded } from '../../evidence.ts'
import type { CaseDefinition } from './case-definition.ts'
import { EXTERNAL_OBJECT } from './scene.ts'

export const outsideTheProvider: CaseDefinition = {
  id: 'outside-the-provider',
  right: 'external',
  build({ client, draw }) {
    const minutes = draw.whole(2, 6) * 5
    return {
      title: 'Decide for a key that stays outside',
      asks: [
        `A law forbids that the key material of ${client} enters the systems of its cloud provider. Access can be cut off within ${minutes} minutes, and everybody accepts that nothing works then.`,
        'Objects in the provider’s storage have to be encrypted under it, symmetric as usual.',
      ],
      demands: [
        {
          id: 'cut',
          text: `access is cut off within ${minutes} minutes`,
          because: 'Disabling a key takes a moment in every column. It does not decide.',
        },
        {
          id: 'nothing-works',
          text: 'everybody accepts that nothing works then',
          because: 'It is the price of the choice, not its reason.',
        },
        {
          id: 'never-inside',
          text: 'the material never enters the provider’s systems',
          correct: true,
          because: 'Only an external key store leaves the key in a manager outside AWS.',
        },
        {
          id: 'objects',
          text: 'objects in the provider’s storage are encrypted',
          because: 'All four columns can do that.',
        },
      ],
      why: {
        generated: 'It would take a law that accepts sealed HSMs of the provider.',
        imported:
          'It would take a law that accepts a working copy inside. Import gives KMS exactly such a copy.',
        cloudhsm: 'It would take a law that accepts an own cluster in the provider’s data centres.',
        external:
          'The key stays in their manager. Availability, delay and durability become their duty, without a service level of AWS.',
        none: 'An external key store meets it as written.',
      },
      prove: `\`Kx\` belongs to an external key store and has closed \`${EXTERNAL_OBJECT}\`. Prove that they can cut it off: disconnect that store, then try to decrypt the object.`,
      proof: {
        says: `You cut the external key store off, and ${EXTERNAL_OBJECT} was refused after that.`,
        holds(view) {
          const cut = view.events.find(
            (event) => event.eventName === 'DisconnectCustomKeyStore' && succeeded(event),
          )
          const refused = about(view, 'Kx').find(
            (event) =>
              cut !== undefined &&
              event.number > cut.number &&
              event.eventName === 'Decrypt' &&
              event.errorCode === 'KMSInvalidStateException',
          )
          return refused
            ? met(refused)
            : open(
                cut ? `${EXTERNAL_OBJECT} has not been tried since.` : 'No key store was disconnected.',
                'DescribeCustomKeyStores shows the ID of the store, DisconnectCustomKeyStore cuts it off.',
              )
        },
      },
      evidence: [
        {
          id: 'both-logs',
          text: 'the log of their own key manager beside the records of CloudTrail',
          correct: true,
          because:
            'Each call shows in both. Where only one of them has it, somebody has a question to answer.',
        },
        {
          id: 'sla',
          text: 'the service level of KMS',
          misconception: 'M-34',
          because: 'It does not cover keys in custom key stores, and says nothing about where a key is.',
        },
        {
          id: 'origin-external',
          text: '`DescribeKey` with `Origin` EXTERNAL',
          misconception: 'M-34',
          because: 'EXTERNAL means imported. A key of this column has the origin EXTERNAL_KEY_STORE.',
        },
      ],
      hints: [
        'For each column: where are the bytes while KMS works with them?',
        'Row 5 of the comparison table is about visibility. `DisconnectCustomKeyStore`, then `Decrypt`.',
        `Imported beside external: a copy inside, or none. \`aws kms disconnect-custom-key-store --custom-key-store-id <ID>\`, then \`aws kms decrypt --ciphertext-blob fileb://${EXTERNAL_OBJECT}\``,
      ],
    }
  },
}
