import { encodeUtf8 } from '../../bytes/utf8.ts'
import { cast } from '../cast.ts'
import { answered, lastCall, met, names, open, requested, sincePrediction, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, Prediction, Question } from '../lab-definition.ts'
import type { KeyRecord, Origin } from '../../kms/key.ts'
import { keyState } from '../../kms/key.ts'

const ALIAS = 'alias/trial-records'
const ofOrigin = (view: LabView, origin: Origin) => view.keys().find((key) => key.origin === origin)

const created = (id: string, says: string, origin: Origin, lookAt: string): Condition => ({
  id,
  says,
  holds(view) {
    const key = ofOrigin(view, origin)
    const event =
      key && view.events.find((each) => each.eventName === 'CreateKey' && succeeded(each) && names(each, key))
    const wanted = origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled'
    return key && event && keyState(key) === wanted
      ? met(event)
      : open(
          key
            ? `The key with origin ${origin} is not ${wanted} now.`
            : `No key with origin ${origin} exists yet.`,
          lookAt,
        )
  },
})

const pointedTo: Condition = {
  id: 'alias-points',
  says: `The alias ${ALIAS} points to the generated key.`,
  holds(view) {
    const key = ofOrigin(view, 'AWS_KMS')
    const event = view.events.findLast(
      ({ eventName, errorCode }) =>
        (eventName === 'CreateAlias' || eventName === 'UpdateAlias') && errorCode === undefined,
    )
    return key && view.behind(ALIAS)?.id === key.id
      ? met(event)
      : open(`${ALIAS} points to no generated key.`, '`CreateAlias` takes the name and the key.')
  },
}

const noteClosed: Condition = {
  id: 'note-closed',
  says: 'You encrypted a note with the generated key, with an encryption context that names a study.',
  holds(view) {
    const key = ofOrigin(view, 'AWS_KMS')
    const encrypts = view.events.filter(
      (event) => event.eventName === 'Encrypt' && succeeded(event) && key && names(event, key),
    )
    const event = encrypts.find((each) =>
      Object.hasOwn((requested(each, 'encryptionContext') as object | undefined) ?? {}, 'study'),
    )
    if (event) return met(event)
    return encrypts.length > 0
      ? open(
          'The note is encrypted, but its encryption context names no study.',
          'Set the encryption context to `study` and the number of the study.',
        )
      : open(
          'Nothing is encrypted with the generated key.',
          'Encrypt takes the alias, a short text and an encryption context.',
        )
  },
}

const emptyKeyAnswer: Prediction = {
  id: 'empty-key-answer',
  asks: 'What does Encrypt answer when you use the key whose origin is EXTERNAL?',
  options: [
    {
      id: 'ciphertext',
      text: 'a ciphertext; a KMS key always has material',
      misconception: 'M-08',
      because: 'A KMS key and its material are two things. This one was made without material.',
    },
    {
      id: 'disabled',
      text: 'DisabledException',
      misconception: 'M-09',
      because: 'That would be a key that somebody switched off. Nobody did.',
    },
    {
      id: 'invalid-state',
      text: 'KMSInvalidStateException',
      correct: true,
      because: 'The key waits for its import, and its state does not allow work.',
    },
    {
      id: 'not-found',
      text: 'NotFoundException',
      misconception: 'M-08',
      because: 'The key exists: it has an ID, an ARN and a policy.',
    },
  ],
}

const emptyKeyTried: Condition = {
  id: 'empty-key-tried',
  says: 'You predicted the answer, and then tried to encrypt with the empty key.',
  foretold: true,
  holds(view) {
    const key = ofOrigin(view, 'EXTERNAL')
    const tries = view.events.filter(
      (each) => each.eventName === 'Encrypt' && !succeeded(each) && key && names(each, key),
    )
    if (tries.length === 0)
      return open('Nobody has tried to encrypt with the empty key.', 'Use its key ID in Encrypt, then look.')
    if (view.answer(emptyKeyAnswer.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    const event = tries.find((each) => sincePrediction(view, emptyKeyAnswer, each))
    return event ? met(event) : open('Your prediction came after the try.', 'Run Encrypt once more.')
  },
}

const fourFields: Question = {
  id: 'four-fields',
  again: true,
  several: true,
  asks: 'Run DescribeKey on both keys. Which fields tell the two apart? Mark all of them.',
  options: [
    {
      id: 'Origin',
      text: 'Origin',
      correct: true,
      because: 'AWS_KMS beside EXTERNAL: where the material comes from, for the whole life of the key.',
    },
    {
      id: 'KeySpec',
      text: 'KeySpec',
      because: 'Both are SYMMETRIC_DEFAULT. The origin says nothing about the algorithm.',
    },
    {
      id: 'KeyState',
      text: 'KeyState',
      correct: true,
      because: 'Enabled beside PendingImport.',
    },
    {
      id: 'Enabled',
      text: 'Enabled',
      correct: true,
      because: 'True only in the state Enabled, so an empty key shows false.',
    },
    {
      id: 'KeyManager',
      text: 'KeyManager',
      because:
        'Both are CUSTOMER: you manage both keys. Who manages a key and who made its material are two questions.',
    },
    {
      id: 'CurrentKeyMaterialId',
      text: 'CurrentKeyMaterialId',
      correct: true,
      because: 'The generated key has one. The empty key has none before its first import.',
    },
  ],
}

const bothDescribed: Condition = {
  id: 'both-described',
  says: 'You looked at both keys with DescribeKey.',
  holds(view) {
    const seen = (origin: Origin) => {
      const key: KeyRecord | undefined = ofOrigin(view, origin)
      return view.events.find(
        (event) => event.eventName === 'DescribeKey' && succeeded(event) && key && names(event, key),
      )
    }
    const [generated, external] = [seen('AWS_KMS'), seen('EXTERNAL')]
    return generated && external
      ? met(external)
      : open(
          `${[generated, external].filter(Boolean).length} of 2 keys have been described.`,
          'DescribeKey takes one key ID at a time.',
        )
  },
}

export const twoBirthsOfAKey: LabDefinition = {
  id: 'two-births-of-a-key',
  code: 'L1.1',
  title: 'Two births of a key',
  module: 1,
  metric: 'compliance-choice',
  objectives: ['O1.1', 'O1.3'],
  competencies: ['CMP-1', 'CMP-5'],
  recalls: ['CQ31', 'CQ32', 'CQ33', 'CQ34'],
  outcome: 'You can make one key that is born full and one that is born empty, and say how the two differ.',
  minutes: 12,
  mode: 'worked',
  story: [
    'Fernhill Trials moves its intake service to the cloud. Ben asks three questions: which key, where is it, and what if we lose it?',
    'You begin with an empty account and make two KMS keys. They look alike from outside. One is born full, one is born empty.',
  ],
  steps: [
    {
      id: 'born-full',
      title: 'Make a key the way most people do',
      text: [
        'Create a KMS key and leave every option as it is. KMS makes the key and its material in one go, inside its HSMs.',
        'Look at the socket of the new key: the chip is in it from the first moment.',
      ],
      conditions: [
        created(
          'generated-key',
          'There is a key with origin AWS_KMS, and it is Enabled.',
          'AWS_KMS',
          '`CreateKey` needs no input at all.',
        ),
      ],
      hints: [
        'Look at the forms in the group for keys.',
        '`CreateKey` without any member.',
        '`aws kms create-key`',
      ],
    },
    {
      id: 'first-note',
      title: 'Give it a name and close a note with it',
      text: [
        `Give the key the alias \`${ALIAS}\`. Applications use the alias, so that the key behind it can change one day.`,
        'Then encrypt a short note. Set the encryption context `study` to the number of the study. The context is no secret; it must be the same at decryption.',
      ],
      conditions: [pointedTo, noteClosed],
      hints: [
        'Two operations: one makes the pointer, one uses it.',
        '`CreateAlias` with `AliasName` and `TargetKeyId`; `Encrypt` with `KeyId`, `Plaintext` and `EncryptionContext`.',
        `\`aws kms create-alias --alias-name ${ALIAS} --target-key-id <key ID>\`, then \`aws kms encrypt --key-id ${ALIAS} --plaintext fileb://note.txt --encryption-context study=FT-01\``,
      ],
    },
    {
      id: 'born-empty',
      title: 'Make a key that waits for bytes of yours',
      text: [
        'Create a second key and set its origin to EXTERNAL. KMS makes the key with everything that belongs to it, except the material.',
        'The origin is fixed now. It can never be changed, on either of the two keys.',
      ],
      conditions: [
        created(
          'external-key',
          'There is a key with origin EXTERNAL, and it is PendingImport.',
          'EXTERNAL',
          '`CreateKey` has a member `Origin`.',
        ),
      ],
      hints: [
        'Open the further options of the form: look for the origin of the key material.',
        '`CreateKey` with `Origin` set to `EXTERNAL`.',
        '`aws kms create-key --origin EXTERNAL`',
      ],
    },
    {
      id: 'try-the-empty-one',
      title: 'Try to use the empty key',
      text: [
        'Answer the question first. Then encrypt anything with the second key and compare.',
        'Read the words after the name of the exception: they name the state.',
      ],
      predictions: [emptyKeyAnswer],
      conditions: [emptyKeyTried],
      hints: [
        'Look at the state of the second key before you answer.',
        '`Encrypt` with the key ID of the key whose origin is EXTERNAL.',
        '`aws kms encrypt --key-id <key ID of the empty key> --plaintext fileb://note.txt`',
      ],
    },
    {
      id: 'tell-them-apart',
      title: 'Say how the two differ',
      text: [
        'Put the two DescribeKey outputs side by side. Everything you need to tell the keys apart stands there.',
        'ExpirationModel and ValidTo are not among them yet. They appear only after an import.',
      ],
      questions: [fourFields],
      conditions: [
        bothDescribed,
        answered({
          id: 'fields-marked',
          says: 'You marked the four fields that differ by nature, and no other.',
          questions: [fourFields],
          lookAt: 'Compare line by line: same value or not, there or not there.',
        }),
      ],
      hints: [
        'Key ID, ARN and date differ between any two keys. Look for the others.',
        '`DescribeKey` on each key; one field is missing on one side.',
        '`aws kms describe-key --key-id <key ID>`; the four are `Origin`, `KeyState`, `Enabled` and `CurrentKeyMaterialId`.',
      ],
    },
  ],
  wrongMoves: [
    {
      id: 'parameters-for-generated',
      misconception: 'M-28',
      when(view) {
        const last = lastCall(view)
        return (
          last?.eventName === 'GetParametersForImport' && last.errorCode === 'UnsupportedOperationException'
        )
      },
      says: 'UnsupportedOperationException. The origin of this key was fixed when it was made: AWS_KMS. It never changes, so nothing can be imported into it. For your own bytes make a key with origin EXTERNAL.',
    },
    {
      id: 'enable-the-empty-key',
      misconception: 'M-09',
      when(view) {
        const last = lastCall(view)
        return last?.eventName === 'EnableKey' && last.errorCode === 'KMSInvalidStateException'
      },
      says: 'KMSInvalidStateException. This key is not disabled. It is empty and waits for its material. Only an import of bytes makes it work.',
    },
  ],
  reflection: 'Why is a key without bytes still a key?',
  async start(stage) {
    const { sponsor, study } = cast(stage)
    stage.putFile('note.txt', encodeUtf8(`For ${sponsor}: the records of study ${study} begin today.\n`))
  },
}
