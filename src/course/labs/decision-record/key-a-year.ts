import { keyState, type KeyRecord } from '../../../kms/key.ts'
import { materialId } from '../../../kms/materials.ts'
import { met, names, open, succeeded } from '../../evidence.ts'
import type { Condition, LabView } from '../../lab-definition.ts'
import type { Brief } from './brief-definition.ts'
import { ALIAS, aboutKey, aliasOnKey, guardrail, inUse } from './build-conditions.ts'

const FIRST = 'own-1.bin'
const SECOND = 'own-2.bin'
const DATA_KEYS = 3

const holds = (view: LabView, key: KeyRecord, name: string) => {
  const bytes = view.file(name)
  return bytes !== undefined && key.materials.some(({ id }) => id === materialId(key.id, bytes))
}
const firstKey = (view: LabView) =>
  view.keys().find((key) => key.origin === 'EXTERNAL' && holds(view, key, FIRST))

const carriedOver: Condition = {
  id: 'rotated',
  says: `${DATA_KEYS} data keys or more were made under the first key, all were encrypted again under the second, and the first is Disabled.`,
  holds(view) {
    const old = firstKey(view)
    const next = inUse(view)
    if (!old) return open(`No key holds ${FIRST}.`, 'Build the key of the first year before you rotate.')
    const made = aboutKey(view, old).filter(
      (event) => event.eventName.startsWith('GenerateDataKey') && succeeded(event),
    )
    const again = aboutKey(view, old).filter(
      (event) =>
        event.eventName === 'ReEncrypt' && succeeded(event) && next !== undefined && names(event, next),
    )
    const disabled = aboutKey(view, old).findLast(({ eventName }) => eventName === 'DisableKey')
    return next?.id !== old.id &&
      made.length >= DATA_KEYS &&
      again.length >= made.length &&
      keyState(old) === 'Disabled'
      ? met(disabled)
      : open(
          `${made.length} data keys were made under the first key, ${again.length} were encrypted again. It is ${keyState(old)}.`,
          'GenerateDataKey by the alias and keep the files; then the second key, UpdateAlias, ReEncrypt, DisableKey.',
        )
  },
}

export const keyAYear: Brief = {
  id: 'key-a-year',
  right: 'imported',
  origin: 'EXTERNAL',
  build({ client, draw }) {
    const down = draw.whole(2, 9)
    return {
      opening: `${client} stores years of records with you, and wants to end each year on its own.`,
      demands: [
        {
          id: 'own-inside',
          text: `bytes of their own HSM, in use also while their data centre is down for ${down} days`,
          decides: 'Own bytes that work without their line: only import gives KMS a copy.',
          lures: 'It asks for exactly what it says, and only one column gives it.',
        },
        {
          id: 'alias',
          text: `applications know \`${ALIAS}\` only`,
          decides: 'Keys of every origin can have an alias.',
          lures: 'It is a real demand, and met in every column.',
        },
        {
          id: 'key-a-year',
          text: 'a KMS key of its own for each year, with no data key left under the old one',
          decides: 'A new key and ReEncrypt are possible in every column.',
          lures: 'It is a real demand: a rotation in place would not meet it.',
        },
        {
          id: 'guardrail',
          text: 'custodians cannot create keys with other bytes than imported ones',
          decides: 'It guards the choice. The choice has to be made before.',
          lures: 'It is a real demand: a policy has to be written for it.',
        },
        {
          id: 'stronger',
          text: 'encryption with 256 bits, “which own keys have”',
          decides: 'Every column encrypts with 256 bits. It decides nothing.',
          lures: 'It sounds like a reason for own bytes, and every KMS key of this kind has 256 bits.',
        },
        {
          id: 'no-date',
          text: 'no date on which anything stops by itself',
          decides: 'A date is possible for imports and never forced. It rules nothing out.',
          lures: 'It is a real demand: the import has to say that nothing expires.',
        },
      ],
      decider: 'own-inside',
      decoy: 'stronger',
      why: {
        generated: 'It would take a client to whom the origin does not matter. KMS makes these bytes.',
        imported: 'Their bytes, and KMS works with its copy whether their data centre is up or not.',
        cloudhsm: 'It would take a client that lets a cluster make the bytes. Those are not from its HSM.',
        external: 'It would take a data centre that is never down: each call needs the proxy there.',
        none: 'One column meets all six.',
      },
      beliefs: { cloudhsm: 'M-24', external: 'M-34' },
      rejections: [
        {
          id: 'not-external',
          again: true,
          asks: 'You reject the external key store. Which reason stands in the record?',
          options: [
            {
              id: 'line',
              text: 'every call would need their data centre, which is down for days',
              correct: true,
              because: 'KMS has no copy of such a key. What is down there stops here.',
            },
            {
              id: 'copy',
              text: 'it copies the key into AWS',
              misconception: 'M-34',
              because: 'It does not. That is the very point of an external key store.',
            },
            {
              id: 'fips',
              text: 'it has no FIPS level',
              misconception: 'M-25',
              because: 'Their manager has what it has. Nobody asks for a level here.',
            },
          ],
        },
        {
          id: 'not-generated',
          again: true,
          asks: 'You reject generated material. Which reason stands in the record?',
          options: [
            {
              id: 'bits',
              text: 'it has fewer bits than own keys',
              misconception: 'M-27',
              because: 'It has the same 256 bits. That was the decoy.',
            },
            {
              id: 'automatic',
              text: 'it would rotate by itself, unasked',
              misconception: 'M-03',
              because: 'Automatic rotation is off until somebody switches it on.',
            },
            {
              id: 'bytes',
              text: 'KMS makes the bytes; they would not be from their HSM',
              correct: true,
              because: 'That is the first half of the deciding demand.',
            },
          ],
        },
      ],
      task: [
        `\`${FIRST}\` and \`${SECOND}\` are 32 bytes each of their HSM. Build the key of this year with the first, behind \`${ALIAS}\`, and make ${DATA_KEYS} data keys by the alias; keep their files.`,
        'Then the year ends: a second key with the other bytes, the alias moves, every old data key is encrypted again without being seen, and the old key is disabled. Nothing expires.',
      ],
      built: [
        aliasOnKey(
          `${ALIAS} points to a second imported key, with ${SECOND}, that never expires.`,
          'EXTERNAL',
          (key, view) => {
            if (!holds(view, key, SECOND)) return `The key behind ${ALIAS} does not hold ${SECOND}.`
            return key.materials.every(({ validTo }) => validTo === undefined)
              ? undefined
              : 'Its material has a date. The brief wants none.'
          },
        ),
        carriedOver,
        guardrail('EXTERNAL'),
      ],
      rotationHint:
        'A second `CreateKey` with a whole import, `UpdateAlias`, `ReEncrypt` for each data key, `DisableKey`.',
      async start(stage) {
        for (const name of [FIRST, SECOND]) stage.putFile(name, stage.random(32))
      },
    }
  },
}
