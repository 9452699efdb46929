import type { Brief } from './brief-definition.ts'
import { ALIAS, aliasOnKey, guardrail, rotatedInPlace } from './build-conditions.ts'

export const noHands: Brief = {
  id: 'no-hands',
  right: 'generated',
  origin: 'AWS_KMS',
  build({ client, draw }) {
    const period = draw.whole(100, 350)
    return {
      opening: `${client} is a small company without anybody for keys. You build it once, then nobody looks after it.`,
      demands: [
        {
          id: 'records',
          text: 'each use is on record',
          decides: 'CloudTrail has it for every column.',
          lures: 'It is a real demand, and met in every column.',
        },
        {
          id: 'by-itself',
          text: `new material every ${period} days, with nobody at work`,
          decides: 'KMS rotates by itself only what it made itself. One column is left.',
          lures: 'It asks for exactly what it says, and only one column gives it.',
        },
        {
          id: 'test',
          text: 'one rotation now, as a test, under the same key ARN',
          decides: 'Rotation on demand exists for imported symmetric keys as well.',
          lures: 'It is a real demand: the test has to be run once.',
        },
        {
          id: 'level-3',
          text: 'HSMs validated at FIPS 140 Level 3',
          decides: 'The HSMs of KMS are at that level already, so no column is needed for it.',
          lures: 'It sounds like a demand for a key store of its own, and the default meets it.',
        },
        {
          id: 'alias',
          text: `applications know \`${ALIAS}\` only`,
          decides: 'Keys of every origin can have an alias.',
          lures: 'It is a real demand, and met in every column.',
        },
        {
          id: 'guardrail',
          text: 'custodians cannot create keys that somebody would have to look after',
          decides: 'It guards the choice. The choice has to be made before.',
          lures: 'It is a real demand: a policy has to be written for it.',
        },
      ],
      decider: 'by-itself',
      decoy: 'level-3',
      why: {
        generated:
          'KMS makes the bytes and rotates them by plan, once that is switched on. Nobody keeps anything.',
        imported: 'It would take somebody who keeps bytes and brings new ones. There is nobody.',
        cloudhsm: 'It would take somebody who runs a cluster. Level 3 is met without it.',
        external: 'It would take somebody who runs a manager and a proxy. There is nobody.',
        none: 'The default meets all six.',
      },
      beliefs: { imported: 'M-01', cloudhsm: 'M-25' },
      rejections: [
        {
          id: 'not-imported',
          again: true,
          asks: 'You reject imported material. Which reason stands in the record?',
          options: [
            {
              id: 'never-rotates',
              text: 'it can never be rotated in place',
              misconception: 'M-02',
              because: 'Symmetric imported keys rotate on demand since June 2025.',
            },
            {
              id: 'somebody',
              text: 'somebody would have to keep bytes and bring new ones',
              correct: true,
              because: 'KMS has no new bytes for such a key, and does not answer for lost ones.',
            },
            {
              id: 'sla',
              text: 'the service answers less reliably for it',
              misconception: 'M-26',
              because: 'The service level is the same. The durability of the bytes is the difference.',
            },
          ],
        },
        {
          id: 'not-cloudhsm',
          again: true,
          asks: 'You reject the CloudHSM key store. Which reason stands in the record?',
          options: [
            {
              id: 'below',
              text: 'it is below Level 3',
              misconception: 'M-25',
              because: 'It can be at Level 3. So are the HSMs of KMS; the level decides nothing.',
            },
            {
              id: 'import',
              text: 'keys have to be imported into it',
              misconception: 'M-24',
              because: 'The cluster makes them. Import is not possible there at all.',
            },
            {
              id: 'run',
              text: 'somebody would have to run the cluster, and rotate each key by hand',
              correct: true,
              because: 'KMS rotates no key of a custom key store, and a cluster wants care.',
            },
          ],
        },
      ],
      task: [
        `Build a key behind \`${ALIAS}\` that gets new material every ${period} days by itself. Rotate it once now, as a test.`,
      ],
      built: [
        aliasOnKey(
          `${ALIAS} points to a generated key that rotates by itself every ${period} days.`,
          'AWS_KMS',
          ({ rotation }) =>
            rotation?.periodInDays === period
              ? undefined
              : `The key does not rotate by itself every ${period} days.`,
        ),
        rotatedInPlace,
        guardrail('AWS_KMS'),
      ],
      rotationHint: '`EnableKeyRotation` with `RotationPeriodInDays`, then `RotateKeyOnDemand`.',
      async start() {},
    }
  },
}
