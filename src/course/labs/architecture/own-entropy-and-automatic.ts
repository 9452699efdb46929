import { recorded } from '../../evidence.ts'
import { importedKey } from '../../stage-import.ts'
import type { CaseDefinition } from './case-definition.ts'

const KEY = 'Kr'

export const ownEntropyAndAutomatic: CaseDefinition = {
  id: 'own-entropy-and-automatic',
  right: 'imported',
  build({ client, draw }) {
    const hours = draw.whole(6, 20)
    return {
      title: 'Decide for own bytes that change each year',
      asks: [
        `${client} wants bytes from its own HSM, other ones each year, and no change for applications: the same key ARN. “Automatic, if that is possible.”`,
        `Its custodians have ${hours} hours a year for it. No line to its data centre may be needed in daily work, and all data is symmetric.`,
      ],
      demands: [
        {
          id: 'automatic',
          text: 'automatic, if that is possible',
          because:
            'KMS rotates by itself only what it made. With own bytes this wish becomes a procedure; it does not choose.',
        },
        {
          id: 'symmetric',
          text: 'symmetric encryption',
          because: 'All four columns have it.',
        },
        {
          id: 'own-each-year',
          text: 'own bytes, other ones each year, under one ARN',
          correct: true,
          because:
            'Only symmetric keys with imported material rotate on demand to bytes that somebody brings.',
        },
        {
          id: 'hours',
          text: `${hours} hours of work a year`,
          because: 'It says that a procedure is possible. It does not say for which column.',
        },
      ],
      why: {
        generated: 'It would take a client that leaves the bytes to KMS. Then rotation would be automatic.',
        imported:
          'Own bytes and a yearly procedure: import new material, rotate on demand. Before June 2025 it was a new key and a moved alias.',
        cloudhsm: 'It would take neither wish: the cluster makes the bytes, and nothing rotates by itself.',
        external:
          'It would take a client that wants its line in every call. For KMS such a key is rotated by hand.',
        none: 'It would be right if “automatic” were a condition. It is a wish, and a procedure meets the rest.',
      },
      beliefs: { generated: 'M-27', cloudhsm: 'M-24' },
      prove: `\`${KEY}\` holds their bytes. Prove what KMS answers to the wish: switch automatic rotation of \`${KEY}\` on.`,
      proof: recorded({
        id: '',
        says: `KMS refused automatic rotation of ${KEY}.`,
        key: KEY,
        test: ({ eventName, errorCode }) =>
          eventName === 'EnableKeyRotation' && errorCode === 'UnsupportedOperationException',
        now: `Nobody has tried to switch rotation of ${KEY} on.`,
        lookAt: `Call EnableKeyRotation on ${KEY} and read the refusal.`,
      }),
      evidence: [
        {
          id: 'status',
          text: 'a rotation status that is switched on',
          misconception: 'M-01',
          because: 'For imported material nothing can be switched on, so there is no such status to show.',
        },
        {
          id: 'rotations',
          text: '`ListKeyRotations` with the type ON_DEMAND, and the runbook with its dates',
          correct: true,
          because: 'The list shows that it was done, the runbook that it will be done again.',
        },
        {
          id: 'update-alias',
          text: 'a record of `UpdateAlias` for each year',
          misconception: 'M-04',
          because: 'That is a change of keys behind a name. Here the ARN has to stay.',
        },
      ],
      hints: [
        'One sentence is a wish, one is a condition. Tell them apart.',
        'Rows 3 and 10 of the comparison table are about rotation. `EnableKeyRotation` takes the key.',
        `Generated beside imported: automatic with bytes of KMS, or on demand with own ones. \`aws kms enable-key-rotation --key-id <ARN of ${KEY}>\``,
      ],
      async start(stage) {
        await importedKey(stage, KEY, `${KEY}: own bytes of ${client}`, stage.random(32))
      },
    }
  },
}
