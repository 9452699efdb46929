import { materialId } from '../../../kms/materials.ts'
import { days } from '../../../world/clock.ts'
import { about, met, open, requested, succeeded } from '../../evidence.ts'
import { externalKey } from '../../stage-import.ts'
import type { CaseDefinition } from './case-definition.ts'

const KEY = 'Ki'
const BYTES = 'own-entropy.bin'

export const provedEntropy: CaseDefinition = {
  id: 'proved-entropy',
  right: 'imported',
  build({ client, draw }) {
    const lifetime = draw.whole(60, 300)
    return {
      title: 'Decide for bytes with a proof and an end',
      asks: [
        `The regulator of ${client} wants key material from the company’s own HSM, with a record of how it was made.`,
        `The contract ends in ${lifetime} days. On that day KMS has to stop using the key by itself. Every use has to be on record, and all records are symmetric.`,
      ],
      demands: [
        {
          id: 'own-hsm',
          text: 'bytes from the company’s own HSM',
          because: 'Two columns have that: import and an external key store. It does not decide alone.',
        },
        {
          id: 'records',
          text: 'a record of each use',
          because: 'CloudTrail has it for all four.',
        },
        {
          id: 'date',
          text: 'KMS stops by itself on a date',
          correct: true,
          because: 'Only imported material has an expiration date. In the three other columns there is none.',
        },
        {
          id: 'symmetric',
          text: 'symmetric encryption',
          because: 'All four columns have it.',
        },
      ],
      why: {
        generated:
          'It would take a regulator to whom the origin does not matter. KMS makes these bytes, and they never expire.',
        imported:
          'Their HSM makes the bytes and they keep the record. KMS works with a copy, and `ValidTo` takes that copy away on its date.',
        cloudhsm:
          'It would take a demand for an own cluster. The cluster makes the key for KMS, and no date ends it.',
        external:
          'It would take a rule that bytes must stay outside AWS. A date in KMS does not exist for such keys.',
        none: 'One column has both: own bytes, and a date.',
      },
      beliefs: { cloudhsm: 'M-24', external: 'M-24' },
      prove: `Prove it: \`${BYTES}\` holds 32 bytes of their HSM. Import them into \`${KEY}\`, with a date ${lifetime} days ahead. A day more or less is good enough.`,
      proof: {
        says: `The bytes of ${BYTES} are in ${KEY}, and expire at the end of the contract.`,
        holds(view) {
          const end = view.startedAt + days(lifetime)
          const imported = about(view, KEY).find(
            (event) =>
              event.eventName === 'ImportKeyMaterial' &&
              succeeded(event) &&
              requested(event, 'expirationModel') !== 'KEY_MATERIAL_DOES_NOT_EXPIRE',
          )
          const key = view.key(KEY)
          const bytes = view.file(BYTES)
          if (key?.materials[0] && bytes && key.materials[0].id !== materialId(key.id, bytes))
            return open(
              `${KEY} holds other bytes than ${BYTES}.`,
              'The first material stays for good. Undo the import.',
            )
          const validTo = key?.materials[0]?.validTo
          if (!imported || validTo === undefined)
            return open(`${KEY} holds no material with a date.`, 'The import has a model and a ValidTo.')
          return Math.abs(validTo - end) <= days(1)
            ? met(imported)
            : open(
                'The material expires on another day.',
                'Import the same bytes again, with other parameters and the right ValidTo.',
              )
        },
      },
      evidence: [
        {
          id: 'ceremony',
          text: 'the record of the key ceremony with its fingerprint, and the record of `ImportKeyMaterial`',
          correct: true,
          because:
            'The first says how the bytes were made, the second that they went into this key, and when.',
        },
        {
          id: 'describe',
          text: '`DescribeKey` alone, with `Origin` EXTERNAL',
          because: 'It says that somebody brought bytes. It cannot say how they were made.',
        },
        {
          id: 'attestation',
          text: 'a confirmation by AWS that the entropy is good',
          misconception: 'M-26',
          because: 'AWS has not seen how the bytes were made, and answers for none of it.',
        },
      ],
      hints: [
        'Two columns have own bytes. Which demand separates them?',
        'Row 4 of the comparison table is about expiration. `GetParametersForImport`, wrap, `ImportKeyMaterial` with `ValidTo`.',
        `Imported beside external: the date is in KMS only for the first. Parameters and wrapping are as in lab L2.1; then \`aws kms import-key-material --key-id <ARN of ${KEY}> --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_EXPIRES --valid-to <date>\``,
      ],
      async start(stage) {
        await externalKey(stage, KEY, `${KEY}: own material of ${client}`)
        stage.putFile(BYTES, stage.random(32))
      },
    }
  },
}
