import { keyState } from '../../../kms/key.ts'
import { about, met, open, succeeded } from '../../evidence.ts'
import { importedKey } from '../../stage-import.ts'
import type { CaseDefinition } from './case-definition.ts'

const KEY = 'Km'
const OTHER = 'eu-central-1'

export const twoRegions: CaseDefinition = {
  id: 'two-regions',
  right: 'imported',
  build({ client, draw }) {
    const delay = draw.whole(2, 8) * 15
    return {
      title: 'Decide for two Regions with own bytes',
      asks: [
        `${client} brings its own bytes. When Ireland is lost, work goes on in Frankfurt within ${delay} minutes: what was closed in one Region opens in the other.`,
        'Each use has to be on record in its Region, and all records are symmetric.',
      ],
      demands: [
        {
          id: 'delay',
          text: `work goes on within ${delay} minutes`,
          because: 'It asks for preparation in the second Region. Two columns can be prepared.',
        },
        {
          id: 'both',
          text: 'own bytes in two Regions whose keys open each other’s data',
          correct: true,
          because:
            'Custom key stores have no multi-Region keys, and generated ones are not made of own bytes. One column is left.',
        },
        {
          id: 'records',
          text: 'a record of each use in its Region',
          because: 'CloudTrail has it for all four.',
        },
        {
          id: 'symmetric',
          text: 'symmetric encryption',
          because: 'All four columns have it.',
        },
      ],
      why: {
        generated:
          'It would take a client without own bytes: KMS then copies the material to the second Region itself.',
        imported:
          'A multi-Region key with imported material. Nothing is copied: the same bytes are imported in each Region, each with its own date.',
        cloudhsm: 'It would take one Region only. A CloudHSM key store holds no multi-Region keys.',
        external: 'It would take one Region only. An external key store holds no multi-Region keys.',
        none: 'Multi-Region keys take imported material, so it can be done as written.',
      },
      beliefs: { generated: 'M-23', cloudhsm: 'M-24', external: 'M-34' },
      prove: `\`${KEY}\` is a multi-Region key with their bytes. Prove what a replica brings along: replicate it to \`${OTHER}\`, and try to encrypt there.`,
      proof: {
        says: `${KEY} has a replica in ${OTHER} that waits for its own import.`,
        holds(view) {
          const replicated = about(view, KEY).find(
            (event) => event.eventName === 'ReplicateKey' && succeeded(event),
          )
          const arn = view.key(KEY)?.arn.replace('eu-west-1', OTHER) ?? ''
          const tried = view.events.find(
            (event) =>
              event.eventName === 'Encrypt' &&
              event.awsRegion === OTHER &&
              event.errorCode === 'KMSInvalidStateException' &&
              event.resources?.some(({ ARN }) => ARN === arn),
          )
          const replica = view.keyAt(arn)
          if (!replicated || !replica)
            return open(`${KEY} has no replica in ${OTHER}.`, `ReplicateKey takes the Region ${OTHER}.`)
          return tried && keyState(replica) === 'PendingImport'
            ? met(tried)
            : open(
                `The replica is ${keyState(replica) === 'Creating' ? 'still being made' : 'there'}. No Encrypt has been refused in ${OTHER}.`,
                `Call Encrypt in ${OTHER} with the same key ID. Making a replica takes a moment.`,
              )
        },
      },
      evidence: [
        {
          id: 'one-import',
          text: 'the record of `ImportKeyMaterial` in Ireland',
          misconception: 'M-23',
          because: 'It proves one Region. Imported material is not copied to the other.',
        },
        {
          id: 'policy',
          text: 'the key policy in Ireland',
          because: 'Each related key has a policy of its own, and none of them speaks of material.',
        },
        {
          id: 'each-region',
          text: '`DescribeKey` in each Region: one key ID, with a state and a date of its own in each',
          correct: true,
          because: 'It shows that both are filled, and what each Region will do on its own.',
        },
      ],
      hints: [
        'Two sentences belong together here. Which columns meet both?',
        'Row 11 of the comparison table is about Regions. `ReplicateKey`, then `Encrypt` in the other Region.',
        `Generated beside imported: KMS copies the first and not the second. \`aws kms replicate-key --key-id <ARN of ${KEY}> --replica-region ${OTHER}\`, then \`aws kms encrypt --region ${OTHER} --key-id <ID of ${KEY}> --plaintext fileb://note.txt\``,
      ],
      async start(stage) {
        await importedKey(stage, KEY, `${KEY}: ${client}, multi-Region`, stage.random(32), undefined, {
          MultiRegion: true,
        })
      },
    }
  },
}
