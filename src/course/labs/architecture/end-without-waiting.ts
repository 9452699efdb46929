import { record } from '../../cast.ts'
import { about, met, open, stateNow, succeeded } from '../../evidence.ts'
import { encrypted, importedKey } from '../../stage-import.ts'
import type { CaseDefinition } from './case-definition.ts'

const KEY = 'Ks'
const OBJECT = 'ks-object.enc'

export const endWithoutWaiting: CaseDefinition = {
  id: 'end-without-waiting',
  right: 'imported',
  build({ client, draw }) {
    const records = draw.whole(2, 40) * 100
    return {
      title: 'Decide for an end without a waiting period',
      asks: [
        `When a study of ${client} is withdrawn, its ${records.toLocaleString('en')} records have to be closed for good on the same day. A switch that an administrator can turn back is not enough, and a week of waiting is too long.`,
        `${client} runs no HSM cluster and no proxy, and does not want to. Until that day everything is read as usual, and each use is on record.`,
      ],
      demands: [
        {
          id: 'usual',
          text: 'read as usual until that day',
          because: 'All four columns do that.',
        },
        {
          id: 'records',
          text: 'a record of each use',
          because: 'CloudTrail has it for all four.',
        },
        {
          id: 'many',
          text: `${records.toLocaleString('en')} records at once`,
          because: 'Stopping one key stops all of them, in every column.',
        },
        {
          id: 'same-day',
          text: 'closed for good on the same day, with nothing of their own to run',
          correct: true,
          because:
            'Imported material is taken out at once. Once every copy is destroyed nobody brings it back, and KMS asks for no waiting period.',
        },
      ],
      why: {
        generated:
          'It would take a client that can wait. Disabling is at once, but can be undone; deleting the key waits 7 to 30 days.',
        imported:
          '`DeleteImportedKeyMaterial` works at once. The second half is theirs: every copy of the bytes is destroyed.',
        cloudhsm: 'It would take a client that runs a cluster and destroys the key in it.',
        external: 'It would take a client that runs a manager and a proxy and cuts the key off there.',
        none: 'It would be right if even data keys in memory had to end. Nobody asks for that here.',
      },
      beliefs: { generated: 'M-10', none: 'M-31' },
      prove: `\`${KEY}\` holds imported bytes and has closed \`${OBJECT}\`. Prove how quickly it ends: take the material out of \`${KEY}\`, then try to decrypt \`${OBJECT}\`.`,
      proof: {
        says: `The material of ${KEY} was deleted, and ${OBJECT} was refused after that.`,
        holds(view) {
          const deleted = about(view, KEY).find(
            (event) => event.eventName === 'DeleteImportedKeyMaterial' && succeeded(event),
          )
          if (!deleted) return open(stateNow(view, KEY), 'DeleteImportedKeyMaterial takes the key.')
          const refused = about(view, KEY).find(
            (event) =>
              event.number > deleted.number &&
              event.eventName === 'Decrypt' &&
              event.errorCode === 'KMSInvalidStateException',
          )
          return refused
            ? met(refused)
            : open(
                `The material is gone. ${OBJECT} has not been tried since.`,
                'Decrypt needs no more than the file.',
              )
        },
      },
      evidence: [
        {
          id: 'record-alone',
          text: 'the record of `DeleteImportedKeyMaterial` alone',
          misconception: 'M-12',
          because: 'Whoever holds the bytes undoes it with an import. Half of the proof is missing.',
        },
        {
          id: 'no-objects',
          text: 'a list that shows that the objects are gone',
          misconception: 'M-12',
          because: 'The objects are all still there. They are closed, not erased.',
        },
        {
          id: 'both',
          text: 'the record of `DeleteImportedKeyMaterial`, and the signed destruction of every copy',
          correct: true,
          because: 'Together they say that the key is empty and that nobody can fill it again.',
        },
      ],
      hints: [
        'For each column: how long until it ends for good, and what has to be run for that?',
        'Row 8 of the comparison table is about the speed of stopping. `DeleteImportedKeyMaterial`, then `Decrypt`.',
        `Generated beside imported: 7 days at least, or at once. \`aws kms delete-imported-key-material --key-id <ARN of ${KEY}>\`, then \`aws kms decrypt --ciphertext-blob fileb://${OBJECT}\``,
      ],
      async start(stage) {
        const { arn } = await importedKey(stage, KEY, `${KEY}: a study of ${client}`, stage.random(32))
        stage.putFile(OBJECT, await encrypted(stage, arn, record('FT-40', 1)))
      },
    }
  },
}
