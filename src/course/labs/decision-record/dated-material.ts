import { materialId } from '../../../kms/materials.ts'
import { days } from '../../../world/clock.ts'
import type { Brief } from './brief-definition.ts'
import { ALIAS, aliasOnKey, guardrail, rotatedInPlace } from './build-conditions.ts'

const FILES = ['own-1.bin', 'own-2.bin'] as const

export const datedMaterial: Brief = {
  id: 'dated-material',
  right: 'imported',
  origin: 'EXTERNAL',
  build({ client, draw }) {
    const lifetime = draw.whole(90, 330)
    return {
      opening: `${client} keeps trial records with you for one contract.`,
      demands: [
        {
          id: 'level-3',
          text: 'HSMs validated at FIPS 140 Level 3',
          decides: 'The HSMs of KMS are at that level already, so no column is needed for it.',
          lures: 'It sounds like a demand for a key store of its own, and the default meets it.',
        },
        {
          id: 'own-until',
          text: `bytes of their own HSM work inside AWS for ${lifetime} days, and not longer`,
          decides: 'Own bytes inside AWS and a date that ends them: one column has both.',
          lures: 'It asks for exactly what it says, and only one column gives it.',
        },
        {
          id: 'yearly',
          text: 'other bytes when they say so, under the same key ARN',
          decides: 'Rotation on demand exists for generated keys as well.',
          lures: 'It is a real demand: the procedure has to be run once.',
        },
        {
          id: 'alias',
          text: `applications know \`${ALIAS}\` only`,
          decides: 'Keys of every origin can have an alias.',
          lures: 'It is a real demand, and met in every column.',
        },
        {
          id: 'guardrail',
          text: 'custodians cannot create keys with other bytes than imported ones',
          decides: 'It guards the choice. The choice has to be made before.',
          lures: 'It is a real demand: a policy has to be written for it.',
        },
        {
          id: 'records',
          text: 'each use is on record',
          decides: 'CloudTrail has it for every column.',
          lures: 'It is a real demand, and met in every column.',
        },
      ],
      decider: 'own-until',
      decoy: 'level-3',
      why: {
        generated:
          'It would take a client to whom the origin does not matter. Nor would this key have a date.',
        imported: 'Own bytes, a date for them, and rotation on demand to other own bytes under the same ARN.',
        cloudhsm: 'It would take a demand for HSMs of their own. Level 3 is met without.',
        external:
          'It would take a rule that keeps the bytes outside AWS. They are wanted inside, with a date.',
        none: 'One column meets all six.',
      },
      beliefs: { cloudhsm: 'M-25', external: 'M-34' },
      rejections: [
        {
          id: 'not-generated',
          again: true,
          asks: 'You reject generated material. Which reason stands in the record?',
          options: [
            {
              id: 'weaker',
              text: 'it is weaker than imported material',
              misconception: 'M-27',
              because: 'Both are 256 bits of AES. Strength is no reason.',
            },
            {
              id: 'bytes-and-date',
              text: 'KMS makes the bytes, and no date ends them',
              correct: true,
              because: 'Both halves of the deciding demand fail.',
            },
            {
              id: 'no-rotation',
              text: 'it cannot be rotated on demand',
              because: 'It can. Rotation does not tell these two apart.',
            },
          ],
        },
        {
          id: 'not-cloudhsm',
          again: true,
          asks: 'You reject the CloudHSM key store. Which reason stands in the record?',
          options: [
            {
              id: 'no-import',
              text: 'the cluster makes its keys for KMS itself; nothing can be imported, and no date exists',
              correct: true,
              because: 'It fails the deciding demand, and Level 3 does not ask for it.',
            },
            {
              id: 'level',
              text: 'its HSMs do not reach Level 3',
              misconception: 'M-25',
              because: 'They can. The level is no difference between the columns.',
            },
            {
              id: 'not-in-aws',
              text: 'it is outside AWS',
              misconception: 'M-34',
              because: 'The cluster stands in AWS. An external key store would be outside.',
            },
          ],
        },
      ],
      task: [
        `\`${FILES[0]}\` and \`${FILES[1]}\` are 32 bytes each of their HSM. Build a key with the first, behind \`${ALIAS}\`, then rotate it to the second on demand. Every material ends ${lifetime} days after the start of this lab; a day more or less is good enough.`,
      ],
      built: [
        aliasOnKey(
          `${ALIAS} points to a key with the client’s bytes alone, and all of them end with the contract.`,
          'EXTERNAL',
          (key, view) => {
            const known = FILES.map((name) => view.file(name)).map(
              (bytes) => bytes && materialId(key.id, bytes),
            )
            if (key.materials.some(({ id }) => !known.includes(id)))
              return 'The key holds bytes that are not the client’s.'
            const end = view.startedAt + days(lifetime)
            return key.materials.every(
              ({ validTo }) => validTo !== undefined && Math.abs(validTo - end) <= days(1),
            )
              ? undefined
              : 'A material of the key ends on another day, or never.'
          },
        ),
        rotatedInPlace,
        guardrail('EXTERNAL'),
      ],
      rotationHint:
        '`ImportKeyMaterial` with `ImportType` NEW_KEY_MATERIAL and the same date, then `RotateKeyOnDemand`.',
      async start(stage) {
        for (const name of FILES) stage.putFile(name, stage.random(32))
      },
    }
  },
}
