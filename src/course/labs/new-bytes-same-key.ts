import { currentMaterial, pendingMaterial } from '../../kms/key.ts'
import { days } from '../../world/clock.ts'
import { cast, record } from '../cast.ts'
import { about, lastCall, lastCallAbout, met, open, requested, stateNow, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, NumberedEvent, Prediction } from '../lab-definition.ts'
import { encrypted, importedKey } from '../stage-import.ts'
import { importMistakes } from './import-mistakes.ts'

const KEY = 'K5'
const MATERIAL_A = 'k5-material-a.bin'
const OLD_OBJECT = 'k5-object-old.enc'
const LIFETIME_DAYS = 60

const named = (view: LabView, eventName: string) =>
  about(view, KEY).filter((event) => event.eventName === eventName && succeeded(event))
const materialOf = (event: NumberedEvent) => event.additionalEventData?.keyMaterialId
const first = (view: LabView) => view.key(KEY)?.materials[0]
const newImport = (view: LabView) =>
  named(view, 'ImportKeyMaterial').find((event) => requested(event, 'importType') === 'NEW_KEY_MATERIAL')
/** The rotation itself, as KMS writes it. */
const turned = (view: LabView) => named(view, 'RotateKey')[0]

const whichWrites: Prediction = {
  id: 'which-writes',
  asks: 'The new bytes are imported and wait. Under which material does a write happen now?',
  options: [
    {
      id: 'old',
      text: 'the old one',
      correct: true,
      because: 'Imported material waits until somebody rotates. Until then nothing changes for anyone.',
    },
    {
      id: 'new',
      text: 'the new one',
      because: 'That needs a rotation. An import alone only puts the bytes into the waiting line.',
    },
    {
      id: 'none',
      text: 'none; the key stops until it is rotated',
      misconception: 'M-02',
      because: 'The key works all the time. Waiting material takes no part, and blocks nothing.',
    },
  ],
}

const dayAfter: Prediction = {
  id: 'day-after',
  asks: 'The old material expires on its date. The new one never does. What is the state of K5 the day after?',
  options: [
    {
      id: 'enabled',
      text: 'Enabled; only old objects are closed',
      misconception: 'M-30',
      because:
        'It would be so if each material stood alone. A key needs all material that belongs to it for good.',
    },
    {
      id: 'pending-import',
      text: 'Pending import; nothing works, new writes neither',
      correct: true,
      because: 'One missing material stops the whole key, also when it is not the current one.',
    },
    {
      id: 'disabled',
      text: 'Disabled',
      misconception: 'M-11',
      because: 'Expiry does not touch the switch. It empties a socket.',
    },
  ],
}

const nothingWaits: Condition = {
  id: 'nothing-waits',
  says: 'You asked for a rotation while no new material was there, and KMS refused.',
  holds(view) {
    const event = about(view, KEY).find(
      ({ eventName, errorCode }) =>
        eventName === 'RotateKeyOnDemand' && errorCode === 'KMSInvalidStateException',
    )
    return event
      ? met(event)
      : open('No rotation of K5 has been refused.', 'Call RotateKeyOnDemand before you import anything.')
  },
}

const waiting: Condition = {
  id: 'new-waits',
  says: 'New material was imported into K5 as new, and waited for its rotation.',
  holds(view) {
    const event = newImport(view)
    return event
      ? met(event)
      : open(
          'No import of new material has been accepted.',
          'ImportKeyMaterial has a member `ImportType`; the bytes must be others than those of A.',
        )
  },
}

const oldStillWrites: Condition = {
  id: 'old-still-writes',
  says: 'You predicted who writes, and a data key made meanwhile came from the old material.',
  holds(view) {
    const imported = newImport(view)
    const rotated = turned(view)
    const event =
      imported &&
      named(view, 'GenerateDataKey').find(
        (each) =>
          each.number > imported.number &&
          (!rotated || each.number < rotated.number) &&
          materialOf(each) === first(view)?.id,
      )
    if (view.answer(whichWrites.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    return event
      ? met(event)
      : open(
          'No data key has been made between the import and the rotation.',
          'GenerateDataKey names the material in its answer; Encrypt does not.',
        )
  },
}

const rotated: Condition = {
  id: 'rotated',
  says: 'K5 rotated on demand: the new material is current, the old one is not.',
  holds(view) {
    const asked = named(view, 'RotateKeyOnDemand')[0]
    const done = turned(view)
    const key = view.key(KEY)
    const current = key && currentMaterial(key)
    return asked && done && current && current.id !== first(view)?.id
      ? met(done)
      : open(
          key && pendingMaterial(key)
            ? 'New material waits; nobody has rotated.'
            : 'The current material of K5 is still the old one.',
          'RotateKeyOnDemand starts it. It takes a moment: let the clock run a little.',
        )
  },
}

const bothRead: Condition = {
  id: 'both-read',
  says: 'After the rotation you decrypted an object of each material.',
  holds(view) {
    const done = turned(view)
    const reads = named(view, 'Decrypt').filter((event) => done && event.number > done.number)
    const size = new Set(reads.map(materialOf)).size
    return size >= 2
      ? met(reads.at(-1))
      : open(
          `Objects of ${size} of 2 materials have been decrypted since the rotation.`,
          `Decrypt ${OLD_OBJECT}, and something you encrypt now.`,
        )
  },
}

const stopped: Condition = {
  id: 'stopped',
  says: 'Your prediction is locked. The old material expired, and K5 stopped as a whole.',
  holds(view) {
    const event = view.events.find(
      (each) =>
        each.eventName === 'DeleteExpiredKeyMaterial' &&
        about(view, KEY).some(({ number }) => number === each.number),
    )
    const done = turned(view)
    if (view.answer(dayAfter.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    if (!done) return open('K5 has not rotated yet.', 'The tasks before this one come first.')
    return event && event.number > done.number
      ? met(event)
      : open(
          `The old material has not expired yet. ${stateNow(view, KEY)}`,
          'Move the clock past the date that DescribeKey shows as ValidTo.',
        )
  },
}

const backAgain: Condition = {
  id: 'back-again',
  says: 'K5 is Enabled again, with the old bytes back in their place.',
  holds(view) {
    const expired = about(view, KEY).findLast(({ eventName }) => eventName === 'DeleteExpiredKeyMaterial')
    if (!expired)
      return open('The old material has not expired yet.', 'The task before this one comes first.')
    const event = named(view, 'ImportKeyMaterial').find(({ number }) => number > expired.number)
    return event && view.state(KEY) === 'Enabled'
      ? met(event)
      : open(stateNow(view, KEY), `Import the bytes of ${MATERIAL_A} once more, with new parameters.`)
  },
}

export const newBytesSameKey: LabDefinition = {
  id: 'new-bytes-same-key',
  code: 'L3.2',
  title: 'New bytes, same key',
  module: 3,
  metric: 'rotation-methods',
  objectives: ['O3.1', 'O3.2'],
  competencies: ['ROT-1', 'ROT-5', 'ROT-6', 'AVL-5'],
  recalls: ['AQ16', 'RQ01', 'RQ16', 'RQ30'],
  outcome:
    'You can give an imported key new bytes without a new key, and say what the old bytes are still needed for.',
  minutes: 15,
  mode: 'faded',
  story: [
    'Sponsor B wants other bytes in its key every year, and no application may notice. Study guides of the exam era say: make a new key and move the alias.',
    `Since June 2025 there is another way for symmetric keys with imported material. KMS key \`${KEY}\` holds material A, which expires in ${LIFETIME_DAYS} days. Its bytes are in \`${MATERIAL_A}\`.`,
  ],
  steps: [
    {
      id: 'too-early',
      title: 'Ask for a rotation before there is anything to rotate to',
      text: ['Call RotateKeyOnDemand on `K5` now. Read what KMS is missing.'],
      conditions: [nothingWaits],
      hints: [
        'Look at the words after the name of the exception.',
        '`RotateKeyOnDemand` with the key.',
        '`aws kms rotate-key-on-demand --key-id <ARN of K5>`',
      ],
    },
    {
      id: 'bring-b',
      title: 'Bring material B, as new',
      text: [
        'Make 32 other bytes, ask for import parameters, wrap, and import. Say that this is new material, otherwise KMS expects bytes it knows.',
        'Then look at who writes: answer first, and generate a data key. Its answer names the material.',
      ],
      predictions: [whichWrites],
      conditions: [waiting, oldStillWrites],
      hints: [
        'One member of the import tells new bytes from known ones.',
        '`ImportKeyMaterial` with `ImportType` set to `NEW_KEY_MATERIAL`; `GenerateDataKey` with the key and a key spec.',
        '`aws kms import-key-material --key-id <ARN of K5> --import-type NEW_KEY_MATERIAL --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`',
      ],
    },
    {
      id: 'turn',
      title: 'Rotate, and read old and new',
      text: [
        `Rotate on demand. Then encrypt something new, and decrypt it and \`${OLD_OBJECT}\`.`,
        'The ARN and the alias are what they were. No application has to know.',
      ],
      conditions: [rotated, bothRead],
      hints: [
        'The list of rotations can show all material, also what waits.',
        '`RotateKeyOnDemand`, `ListKeyRotations` with all key material, `Encrypt`, `Decrypt` twice.',
        '`aws kms list-key-rotations --key-id <ARN of K5> --include-key-material ALL_KEY_MATERIAL`',
      ],
    },
    {
      id: 'day-61',
      title: 'Find out what the old date still rules',
      text: [
        `Material A still has its date, ${LIFETIME_DAYS} days after its import. Answer first. Then move the clock past it and look at \`K5\`.`,
      ],
      predictions: [dayAfter],
      conditions: [stopped],
      hints: [
        'DescribeKey shows the earliest date of all material in the key.',
        'The clock past `ValidTo`, then `DescribeKey`, then try `Encrypt`.',
        '`aws kms describe-key --key-id <ARN of K5> --query KeyMetadata.ValidTo`',
      ],
    },
    {
      id: 'bring-a-back',
      title: 'Bring the old bytes back',
      text: [
        `Import the bytes of \`${MATERIAL_A}\` again. They are known to this key, so no import type is needed.`,
        'Whoever rotates imported material keeps every old copy, for as long as the key lives.',
      ],
      conditions: [backAgain],
      hints: [
        'Which of the two materials shows PENDING_IMPORT?',
        '`GetParametersForImport`, wrap, `ImportKeyMaterial` without `ImportType`.',
        '`aws kms import-key-material --key-id <ARN of K5> --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`',
      ],
    },
  ],
  wrongMoves: [
    ...importMistakes([KEY]),
    {
      id: 'automatic-on-imported',
      misconception: 'M-01',
      when(view) {
        const last = lastCall(view)
        return last?.eventName === 'EnableKeyRotation' && last.errorCode === 'UnsupportedOperationException'
      },
      says: 'UnsupportedOperationException. KMS cannot rotate by itself what it did not make: it has no new bytes. Imported material rotates on demand, with bytes that you bring.',
    },
    {
      id: 'one-at-a-time',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last?.event.eventName === 'ImportKeyMaterial' &&
          last.event.errorCode === 'KMSInvalidStateException' &&
          last.event.errorMessage?.includes('is pending rotation') === true &&
          requested(last.event, 'importType') === 'NEW_KEY_MATERIAL'
        )
      },
      says: 'KMSInvalidStateException. One new material waits already, and only one may. Rotate to it, or delete it by its key material ID, before you bring another.',
    },
    {
      id: 'deleted-the-old',
      misconception: 'M-30',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last?.event.eventName === 'DeleteImportedKeyMaterial' &&
          succeeded(last.event) &&
          last.state === 'PendingImport'
        )
      },
      says: 'The whole key stopped. Material that belongs to a key for good must all be there, old and new alike. Import the same bytes again to go on.',
    },
  ],
  reflection: 'Why does an old material still rule what you can write today?',
  async start(stage) {
    const { sponsor, study } = cast(stage)
    const material = stage.random(32)
    const key = await importedKey(
      stage,
      KEY,
      `${KEY}: archive of ${sponsor}, study ${study}`,
      material,
      stage.now + days(LIFETIME_DAYS),
    )
    await stage.call('CreateAlias', { AliasName: 'alias/sponsor-b', TargetKeyId: key.arn }, 'KeyAdmin')
    stage.putFile(MATERIAL_A, material)
    stage.putFile(OLD_OBJECT, await encrypted(stage, key.arn, record(study, 1)))
  },
}
