import { keyState } from '../../kms/key.ts'
import { cast } from '../cast.ts'
import {
  about,
  answered,
  lastCall,
  lastCallAbout,
  met,
  names,
  open,
  stateNow,
  sincePrediction,
  succeeded,
} from '../evidence.ts'
import type {
  Condition,
  LabDefinition,
  LabView,
  NumberedEvent,
  Prediction,
  Question,
} from '../lab-definition.ts'
import { importedKey } from '../stage-import.ts'
import { afterTheWeekend } from './import-mistakes.ts'

const KEY = 'K2'
const ALIAS = 'alias/sponsor-b'
const NEW_OBJECTS = 5
const fileOf = (number: number) => `object-${String(number).padStart(2, '0')}.key`

/** The key that the learner made and filled: the newest one that is not the old one and has material. */
const newKey = (view: LabView) => {
  const old = view.key(KEY)
  return view
    .keys()
    .findLast(
      (key) =>
        key.id !== old?.id &&
        key.origin === 'EXTERNAL' &&
        view.events.some(
          (event) => event.eventName === 'ImportKeyMaterial' && succeeded(event) && names(event, key),
        ),
    )
}
const aboutNew = (view: LabView): readonly NumberedEvent[] => {
  const key = newKey(view)
  return key ? view.events.filter((event) => names(event, key)) : []
}
const moved = (view: LabView) => {
  const key = newKey(view)
  return key && view.behind(ALIAS)?.id === key.id
    ? view.events.findLast(
        ({ eventName, errorCode }) => eventName === 'UpdateAlias' && errorCode === undefined,
      )
    : undefined
}
const madeDataKey = ({ eventName, errorCode }: NumberedEvent) =>
  eventName.startsWith('GenerateDataKey') && !eventName.includes('Pair') && errorCode === undefined

/** How many data keys the old key closed before the lab began. */
const oldObjects = (view: LabView) => {
  const key = view.key(KEY)
  return key ? view.scene().filter((event) => madeDataKey(event) && names(event, key)).length : 0
}
const carriedOver = (view: LabView) => {
  const key = newKey(view)
  return about(view, KEY).filter(
    (event) => event.eventName === 'ReEncrypt' && succeeded(event) && key && names(event, key),
  )
}

const automatic: Prediction = {
  id: 'automatic-answer',
  asks: `What does KMS answer when you switch automatic rotation on for \`${KEY}\`?`,
  options: [
    {
      id: 'ok',
      text: 'nothing; it is on',
      misconception: 'M-01',
      because: 'That would be so for a symmetric key with origin AWS_KMS. KMS has no new bytes for this one.',
    },
    {
      id: 'unsupported',
      text: 'UnsupportedOperationException',
      correct: true,
      because: 'Automatic rotation makes material. For imported material KMS makes none.',
    },
    {
      id: 'invalid-state',
      text: 'KMSInvalidStateException',
      because: 'The state is fine: the key is Enabled. Its origin is what forbids it, for good.',
    },
  ],
}

const benAsks: Question = {
  id: 'ben-asks',
  again: true,
  asks: 'Ben wants to delete K2, “since the alias moved”. What is your answer?',
  options: [
    {
      id: 'delete',
      text: 'Delete it; the alias moved, so nothing uses it',
      misconception: 'M-06',
      because:
        'The alias decides who writes. Old data keys are still bound to K2 and open with nothing else.',
    },
    {
      id: 'unused',
      text: 'Delete it as soon as GetKeyLastUsage shows no use for a week',
      misconception: 'M-06',
      because: 'That call gives a hint, no proof: an archive may be read once a year.',
    },
    {
      id: 'keep',
      text: 'Keep it while any object needs it, or encrypt those data keys again under the new key first',
      correct: true,
      because:
        'Both are safe. After ReEncrypt of all of them K2 can be disabled, and watched, before anybody deletes it.',
    },
    {
      id: 'empty',
      text: 'Delete its material only; the bytes can be imported again',
      misconception: 'M-06',
      because:
        'That works as long as somebody keeps the bytes. Until then all old objects are closed for no gain.',
    },
  ],
}

const automaticRefused: Condition = {
  id: 'automatic-refused',
  says: 'You predicted the answer. Then KMS refused automatic rotation of K2.',
  foretold: true,
  holds(view) {
    const tries = about(view, KEY).filter(
      ({ eventName, errorCode }) =>
        eventName === 'EnableKeyRotation' && errorCode === 'UnsupportedOperationException',
    )
    if (tries.length === 0)
      return open('Nobody has tried to switch rotation on.', 'Call EnableKeyRotation on K2.')
    if (view.answer(automatic.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    const event = tries.find((each) => sincePrediction(view, automatic, each))
    return event
      ? met(event)
      : open('Your prediction came after the refusal.', 'Call EnableKeyRotation once more.')
  },
}

const secondKey: Condition = {
  id: 'second-key',
  says: 'There is a second imported key, and it is Enabled.',
  holds(view) {
    const key = newKey(view)
    const event = aboutNew(view).find((each) => each.eventName === 'ImportKeyMaterial' && succeeded(each))
    return key && keyState(key) === 'Enabled'
      ? met(event)
      : open(
          'No new key with material of its own is there.',
          'CreateKey with origin EXTERNAL, then a whole import of 32 other bytes.',
        )
  },
}

const aliasMoved: Condition = {
  id: 'alias-moved',
  says: `${ALIAS} points to the new key.`,
  holds(view) {
    const event = moved(view)
    return event
      ? met(event)
      : open(`${ALIAS} does not point to the new key.`, 'UpdateAlias takes the name and the new target.')
  },
}

const intakeWrites: Condition = {
  id: 'intake-writes',
  says: `After the move, ${NEW_OBJECTS} data keys were made, all under the new key.`,
  holds(view) {
    const move = moved(view)
    const made = aboutNew(view).filter((event) => move && event.number > move.number && madeDataKey(event))
    return made.length >= NEW_OBJECTS
      ? met(made[NEW_OBJECTS - 1])
      : open(
          `${made.length} of ${NEW_OBJECTS} data keys have been made under the new key since the move.`,
          `Call GenerateDataKey with the key ID ${ALIAS}, as intake does.`,
        )
  },
}

const bothOpen: Condition = {
  id: 'both-open',
  says: 'After the move an old and a new data key were decrypted.',
  holds(view) {
    const move = moved(view)
    const read = (events: readonly NumberedEvent[]) =>
      events.find(
        (event) => move && event.number > move.number && event.eventName === 'Decrypt' && succeeded(event),
      )
    const [old, fresh] = [read(about(view, KEY)), read(aboutNew(view))]
    return old && fresh
      ? met(old.number > fresh.number ? old : fresh)
      : open(
          `Opened since the move: ${old ? 'an old data key' : 'no old data key'}, ${fresh ? 'a new one' : 'no new one'}.`,
          `Decrypt ${fileOf(1)}, and one of the data keys you made. Neither needs a key ID.`,
        )
  },
}

const usageSeen: Condition = {
  id: 'usage-seen',
  says: 'You asked KMS when K2 was last used, after the alias moved.',
  holds(view) {
    const move = moved(view)
    const event = about(view, KEY).find(
      (each) => move && each.number > move.number && each.eventName === 'GetKeyLastUsage' && succeeded(each),
    )
    return event
      ? met(event)
      : open('Nobody has asked for the last use of K2.', 'Call GetKeyLastUsage on K2.')
  },
}

const oldStays: Condition = {
  id: 'old-stays',
  says: 'K2 still works, or all of its data keys were encrypted again before it was disabled.',
  holds(view) {
    const all = oldObjects(view)
    const done = carriedOver(view)
    const state = view.state(KEY)
    if (!moved(view))
      return open('The alias has not moved yet.', 'This is judged once the new key is in use.')
    if (state === 'Enabled' && view.answer(benAsks.id) === 'keep') return met(undefined)
    if (state === 'Disabled' && done.length >= all) return met(done[all - 1])
    return open(
      `${stateNow(view, KEY)} ${done.length} of ${all} data keys have been encrypted again.`,
      'Keep K2 Enabled and answer Ben, or ReEncrypt each old data key under the new key and disable K2 then. EnableKey switches a Disabled key on again.',
    )
  },
}

export const manualRotation: LabDefinition = {
  id: 'manual-rotation',
  code: 'L3.1',
  title: 'Manual rotation: new key, same alias',
  module: 3,
  metric: 'rotation-methods',
  objectives: ['O3.1'],
  competencies: ['ROT-1', 'ROT-4', 'ROT-3'],
  recalls: ['RQ01', 'RQ03', 'RQ13', 'RQ14'],
  outcome: 'You can rotate by hand with a new KMS key and an alias, and say why the old key has to stay.',
  minutes: 14,
  mode: 'guided',
  bench: 'forms',
  story: [
    `Sponsor B brings its own bytes. They are in \`${KEY}\`, and \`${ALIAS}\` points to it. The contract asks for other bytes each year.`,
    'Each object has a data key of its own, closed by the KMS key: `object-01.key` and so on. The service `intake` makes one with GenerateDataKey, and knows the alias only. Here you make its calls.',
    'The oldest way works for every customer managed key: a new KMS key, and the alias moves. Lab L3.2 shows the newer way for symmetric imported keys.',
  ],
  steps: [
    {
      id: 'try-automatic',
      title: 'Find out whether KMS can do it alone',
      text: ['Answer first. Then call EnableKeyRotation on `K2`.'],
      predictions: [automatic],
      conditions: [automaticRefused],
      hints: [
        'Think of who would have to make the new bytes.',
        '`EnableKeyRotation` with the key.',
        '`aws kms enable-key-rotation --key-id <ARN of K2>`',
      ],
    },
    {
      id: 'second-key',
      title: 'Make a second key with other bytes',
      text: [
        'Create a key with origin EXTERNAL and import 32 bytes that you make now. It is the whole import: parameters, wrap, send.',
        'The new key has an ID and an ARN of its own. No application knows them.',
      ],
      conditions: [secondKey],
      hints: [
        'The new key waits for material until you import it.',
        '`CreateKey` with `Origin` EXTERNAL, `GetParametersForImport`, wrap, `ImportKeyMaterial`.',
        '`aws kms create-key --origin EXTERNAL`, then for the new key the lines of lab L2.1.',
      ],
    },
    {
      id: 'move',
      title: 'Move the alias',
      text: [`Let \`${ALIAS}\` point to the new key. No service is told and none is restarted.`],
      conditions: [aliasMoved],
      hints: [
        'An alias is a pointer.',
        '`UpdateAlias` with `AliasName` and `TargetKeyId`.',
        `\`aws kms update-alias --alias-name ${ALIAS} --target-key-id <ID of the new key>\``,
      ],
    },
    {
      id: 'write-and-read',
      title: 'Let intake write, and read old and new',
      text: [
        `Make ${NEW_OBJECTS} data keys as \`intake\` does: by the alias. Keep at least one.`,
        `Then decrypt \`${fileOf(1)}\` and one of the new ones, and name no key. The ciphertext itself says which key closed it.`,
      ],
      conditions: [intakeWrites, bothOpen],
      hints: [
        'Look in the trail: which ARN does each call of GenerateDataKey name?',
        '`GenerateDataKey` with the alias as key ID and `KeySpec` AES_256; `Decrypt` with the file alone.',
        `\`for i in 1 2 3 4 5; do aws kms generate-data-key --key-id ${ALIAS} --key-spec AES_256 --query CiphertextBlob --output text | base64 -d > new-$i.key; done\`, then \`aws kms decrypt --ciphertext-blob fileb://${fileOf(1)}\``,
      ],
    },
    {
      id: 'answer-ben',
      title: 'Answer Ben, who wants K2 deleted',
      text: [
        'Look at the trail, and ask KMS for the last use of `K2`. It is a hint: no use in the last weeks does not show that nobody needs the key.',
        'Then either keep `K2`, or ReEncrypt every old data key under the new key and disable `K2`. ReEncrypt shows nobody the plaintext.',
      ],
      questions: [benAsks],
      conditions: [
        usageSeen,
        answered({
          id: 'ben-answered',
          says: 'Your answer to Ben is safe for the old objects.',
          questions: [benAsks],
          lookAt: 'Read the reason beside the answer you chose, then answer again.',
        }),
        oldStays,
      ],
      hints: [
        'Which key is named in the Decrypt of the old object, after the alias moved?',
        '`GetKeyLastUsage` on K2; `ReEncrypt` with the file and `DestinationKeyId`.',
        `\`aws kms get-key-last-usage --key-id <ARN of K2>\`; for the second way \`for f in object-*.key; do aws kms re-encrypt --ciphertext-blob fileb://$f --destination-key-id ${ALIAS} --query CiphertextBlob --output text | base64 -d > again-$f; done\``,
      ],
    },
  ],
  wrongMoves: [
    afterTheWeekend,
    {
      id: 'old-key-gone',
      misconception: 'M-06',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last !== undefined &&
          ['ScheduleKeyDeletion', 'DeleteImportedKeyMaterial'].includes(last.event.eventName) &&
          succeeded(last.event) &&
          carriedOver(view).length < oldObjects(view)
        )
      },
      says: 'Old objects are closed now: their data keys open with K2 alone. Undo it: CancelKeyDeletion and EnableKey, or an import of the same bytes. In this lab you can also go back one step.',
    },
    {
      id: 'pointer-is-no-rotation',
      misconception: 'M-04',
      when(view) {
        const last = lastCall(view)
        const key = newKey(view)
        return (
          last?.eventName === 'ListKeyRotations' &&
          succeeded(last) &&
          key !== undefined &&
          names(last, key) &&
          moved(view) !== undefined &&
          key.materials.every(({ rotationDate }) => rotationDate === undefined)
        )
      },
      says: 'The list shows no rotation. Moving a pointer is no rotation of a key: each of the two keys has the material it always had. The record of this change is UpdateAlias.',
    },
    {
      id: 'old-data-new-key',
      when: (view) => {
        const last = lastCall(view)
        return last?.eventName === 'Decrypt' && last.errorCode === 'IncorrectKeyException'
      },
      says: 'IncorrectKeyException. You named a key, and another one closed this ciphertext. After a move the alias is the wrong name for old data. For symmetric keys leave the key ID out.',
    },
  ],
  reflection: 'What must an application never hard-code?',
  async start(stage) {
    const { sponsor, study, fraction } = cast(stage)
    const key = await importedKey(
      stage,
      KEY,
      `${KEY}: archive of ${sponsor}, study ${study}`,
      stage.random(32),
    )
    await stage.call('CreateAlias', { AliasName: ALIAS, TargetKeyId: key.arn }, 'KeyAdmin')
    const objects = 8 + Math.floor(fraction() * 8)
    for (let number = 1; number <= objects; number++) {
      const { CiphertextBlob } = await stage.call(
        'GenerateDataKeyWithoutPlaintext',
        { KeyId: ALIAS, KeySpec: 'AES_256' },
        'AppRole',
      )
      stage.putFile(fileOf(number), CiphertextBlob as never)
    }
  },
}
