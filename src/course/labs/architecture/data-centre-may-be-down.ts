import { record } from '../../cast.ts'
import { about, met, open, succeeded } from '../../evidence.ts'
import { encrypted, importedKey } from '../../stage-import.ts'
import type { CaseDefinition } from './case-definition.ts'
import { EXTERNAL_OBJECT } from './scene.ts'

const KEY = 'Kt'
const OBJECT = 'kt-object.enc'

export const dataCentreMayBeDown: CaseDefinition = {
  id: 'data-centre-may-be-down',
  right: 'imported',
  apart: 'outside-the-provider',
  build({ client, draw }) {
    const down = draw.whole(2, 9)
    return {
      title: 'Decide for a data centre that may be down',
      asks: [
        `${client} wants bytes from its own HSM. Its data centre is down for up to ${down} days a year, and reading must not stop then.`,
        'The bytes may be inside AWS. Each use has to be on record, and all data is symmetric.',
      ],
      demands: [
        {
          id: 'inside',
          text: 'the bytes may be inside AWS',
          because: 'It allows more. It asks for nothing.',
        },
        {
          id: 'own-and-up',
          text: 'own bytes, and reading goes on while the data centre is down',
          correct: true,
          because:
            'Import gives KMS a copy that works alone. An external key store asks the data centre in every call.',
        },
        {
          id: 'symmetric',
          text: 'symmetric encryption',
          because: 'All four columns have it.',
        },
        {
          id: 'records',
          text: 'a record of each use',
          because: 'CloudTrail has it for all four.',
        },
      ],
      why: {
        generated: 'It would take a client that leaves the bytes to KMS. Reading would go on.',
        imported: 'Own bytes, and KMS works with its copy whether the data centre is up or not.',
        cloudhsm: 'It would take a client that lets its cluster make the bytes. Those are not from its HSM.',
        external:
          'It would take a data centre that is never down: KMS has no copy, and each call needs the proxy.',
        none: 'Import meets both halves.',
      },
      beliefs: { cloudhsm: 'M-24', external: 'M-34' },
      prove: `\`${KEY}\` holds imported bytes, \`Kx\` belongs to an external key store. Prove the difference: disconnect that store and try to decrypt \`${EXTERNAL_OBJECT}\`. Then decrypt \`${OBJECT}\`.`,
      proof: {
        says: `While the external key store was cut off, ${EXTERNAL_OBJECT} was refused and ${OBJECT} was read.`,
        holds(view) {
          const refused = about(view, 'Kx').find(
            (event) => event.eventName === 'Decrypt' && event.errorCode === 'KMSInvalidStateException',
          )
          if (!refused)
            return open(
              `${EXTERNAL_OBJECT} has not been refused yet.`,
              'DescribeCustomKeyStores shows the ID of the store, DisconnectCustomKeyStore cuts it off.',
            )
          const read = about(view, KEY).find(
            (event) => event.number > refused.number && event.eventName === 'Decrypt' && succeeded(event),
          )
          return read
            ? met(read)
            : open(
                `${EXTERNAL_OBJECT} was refused. ${OBJECT} has not been read since.`,
                'Decrypt needs no more than the file.',
              )
        },
      },
      evidence: [
        {
          id: 'reads',
          text: 'records of `Decrypt` from days on which the data centre was down',
          correct: true,
          because: 'They show the very thing that was asked for.',
        },
        {
          id: 'sla',
          text: 'the service level of AWS for external key stores',
          misconception: 'M-34',
          because: 'There is none: the service level of KMS does not cover keys in custom key stores.',
        },
        {
          id: 'safe',
          text: 'the copy of the bytes in the safe',
          because: 'It helps after a loss. It does not show that reading goes on.',
        },
      ],
      hints: [
        'Ask for each column what has to be up at the moment of a call.',
        'Row 2 of the comparison table is about availability. `DisconnectCustomKeyStore`, then `Decrypt` twice.',
        `Imported beside external: a copy inside, or a question to you each time. \`aws kms disconnect-custom-key-store --custom-key-store-id <ID>\`, then \`aws kms decrypt --ciphertext-blob fileb://${EXTERNAL_OBJECT}\` and the same for \`${OBJECT}\``,
      ],
      async start(stage) {
        const { arn } = await importedKey(stage, KEY, `${KEY}: own bytes of ${client}`, stage.random(32))
        stage.putFile(OBJECT, await encrypted(stage, arn, record('FT-41', 1)))
      },
    }
  },
}
