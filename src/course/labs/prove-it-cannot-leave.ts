import { cast, record } from '../cast.ts'
import {
  about,
  answered,
  lastCall,
  lastCallAbout,
  met,
  open,
  recorded,
  stateNow,
  succeeded,
} from '../evidence.ts'
import type { Condition, LabDefinition, LabView, NumberedEvent } from '../lab-definition.ts'
import { encrypted, importedKey } from '../stage-import.ts'
import {
  afterTheFailure,
  blobIs,
  cards,
  KEY,
  keyReturned,
  plaintextIs,
  plaintextReturned,
  SCRATCH,
} from './prove-it-questions.ts'

const SCRATCH_OBJECT = 'k2-object.enc'
const SCRATCH_MATERIAL = 'k2-material.bin'
const OBJECTS = ['object-1.enc', 'object-2.enc', 'object-3.enc'] as const

const REFUSED = 'UnsupportedOperationException'
const NOT_WHOLE = 'ValidationException'

/** A refusal for want of permission, or for the state of the key, proves nothing about the material. */
const refused = (operation: string): Condition =>
  recorded({
    id: `refused-${operation}`,
    says: `You tried ${operation} on ${KEY}, and KMS refused it with ${REFUSED}.`,
    key: KEY,
    test: (event) => event.eventName === operation && event.errorCode === REFUSED,
    now(view) {
      const tried = about(view, KEY).findLast(({ eventName }) => eventName === operation)
      // A request that is not whole never comes to a key, so its record names none.
      if (!tried && view.events.some((each) => each.eventName === operation && each.errorCode === NOT_WHOLE))
        return `${operation} was refused with ${NOT_WHOLE}: something is missing in the request, and KMS has not looked at ${KEY} yet.`
      return tried?.errorCode === undefined
        ? `Nobody has tried ${operation} on ${KEY}.`
        : `${operation} was refused with ${tried.errorCode}. That is about who asked or about the state of ${KEY}, not about its material.`
    },
    lookAt: 'Run it with the key ID or the ARN, as somebody who may, and read the exception.',
  })

const ATTEMPTS = ['GetPublicKey', 'GetParametersForImport', 'DeleteImportedKeyMaterial']

const recordNamed: Condition = {
  id: 'record-named',
  says: 'The pack names a record of the trail that shows a refused attempt on the material.',
  holds(view) {
    const number = Number(view.answer('pack-record')?.trim())
    const event = about(view, KEY).find((each) => each.number === number)
    return event && ATTEMPTS.includes(event.eventName) && event.errorCode === REFUSED
      ? met(event)
      : open(
          event ? `Record ${number} shows something else.` : 'The pack names no record about this key.',
          'Open the trail and look for DeleteImportedKeyMaterial or GetParametersForImport with an exception.',
        )
  },
}

const originNamed: Condition = {
  id: 'origin-named',
  says: `You read the metadata of ${KEY}, and the pack says who made its material.`,
  holds(view) {
    const event = about(view, KEY).find((each) => each.eventName === 'DescribeKey' && succeeded(each))
    if (!event) return open(`Nobody has described ${KEY} since the lab began.`, 'DescribeKey shows it.')
    const written = view.answer('pack-origin')?.trim()
    return written === view.key(KEY)?.origin
      ? met(event)
      : open(
          written === undefined
            ? 'The pack does not say it yet.'
            : `The pack says ${written}. DescribeKey shows something else.`,
          'Copy the value of `Origin` from the answer of DescribeKey.',
        )
  },
}

const MOVED = ['ImportKeyMaterial', 'DeleteImportedKeyMaterial']
const emptiedByHand = (view: LabView) =>
  about(view, SCRATCH).findLast((each) => MOVED.includes(each.eventName) && succeeded(each))?.eventName ===
  'DeleteImportedKeyMaterial'

/** Seen by what is there: the entry of the material without bytes, and no record that tells of a deletion. */
const regionFailed: Condition = {
  id: 'region-failed',
  says: `Your prediction is locked, and the Region failed: ${SCRATCH} is Pending import, with its metadata.`,
  holds(view) {
    if (view.answer(afterTheFailure.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    const [material] = view.key(SCRATCH)?.materials ?? []
    if (material?.token === null && !emptiedByHand(view)) return met(undefined)
    return open(
      emptiedByHand(view)
        ? `The material of ${SCRATCH} was deleted by a call. That is another story.`
        : stateNow(view, SCRATCH),
      emptiedByHand(view)
        ? `Undo it, or import \`${SCRATCH_MATERIAL}\` again. Then use the button of this task.`
        : 'Use the button of this task, or `lab region-failure` in the terminal.',
    )
  },
}

const scratchClosed = (view: LabView): NumberedEvent | undefined =>
  about(view, SCRATCH).find(
    (each) => each.eventName === 'Decrypt' && each.errorCode === 'KMSInvalidStateException',
  )

const closed: Condition = recorded({
  id: 'scratch-closed',
  says: `You tried to decrypt ${SCRATCH_OBJECT}, and ${SCRATCH} refused.`,
  key: SCRATCH,
  test: (event, view) => event.number === scratchClosed(view)?.number,
  now: `No Decrypt with ${SCRATCH} has been refused for its state.`,
  lookAt: `Decrypt ${SCRATCH_OBJECT} after the failure.`,
})

const opens: Condition = {
  id: 'generated-opens',
  says: `After that you opened an object of ${KEY}.`,
  holds(view) {
    const before = scratchClosed(view)
    const event =
      before &&
      about(view, KEY).find(
        (each) => each.number > before.number && each.eventName === 'Decrypt' && succeeded(each),
      )
    return event
      ? met(event)
      : open(
          `No object of ${KEY} has been opened since ${SCRATCH} refused.`,
          `Decrypt ${OBJECTS[0]} once you have seen ${SCRATCH} refuse.`,
        )
  },
}

export const proveItCannotLeave: LabDefinition = {
  id: 'prove-it-cannot-leave',
  code: 'L1.2',
  title: 'Prove it cannot leave, or be lost',
  module: 1,
  metric: 'compliance-choice',
  objectives: ['O1.2', 'O1.3'],
  competencies: ['CMP-7', 'IMP-8', 'CMP-1'],
  recalls: ['CQ21', 'CQ27', 'CQ32', 'IQ18'],
  outcome:
    'You can show an auditor that no operation gives out the material of a key, and which material can be lost.',
  minutes: 13,
  mode: 'guided',
  story: [
    `Chiyo, the auditor, asks for proof: can anybody take the material of \`${KEY}\` out of KMS, and can it be lost? \`${KEY}\` is a generated key; three objects were closed with it.`,
    `Beside it stands \`${SCRATCH}\`, a scratch key with imported material. Its bytes are in \`${SCRATCH_MATERIAL}\`, and \`${SCRATCH_OBJECT}\` was closed with it.`,
  ],
  steps: [
    {
      id: 'which-operations',
      title: 'Say which operations return the key itself',
      text: [
        'The list of operations is the list of everything that anybody can ask of KMS. Go through the eight below; the forms and the reference show the others.',
      ],
      questions: [plaintextReturned, keyReturned],
      conditions: [
        answered({
          id: 'operations-marked',
          says: 'You marked what returns plaintext, and what returns the material of the key.',
          questions: [plaintextReturned, keyReturned],
          lookAt: 'Open the form of an operation: its answer tells what comes back.',
        }),
      ],
      hints: [
        'Plaintext is something else than the key that closed it.',
        'Four of the eight return bytes in plaintext: data, a data key, a private half, random bytes.',
        'Mark `Decrypt`, `GenerateDataKey`, `GenerateDataKeyPair` and `GenerateRandom`. None of them returns the material.',
      ],
    },
    {
      id: 'try-to-take-it',
      title: 'Try to take it out, and keep the refusals',
      text: [
        `Ask \`${KEY}\` for its public key, for import parameters, and to delete its material. KMS refuses all three. Read why: for the kind of the key, or for its origin.`,
        'AWS does not document which exception GetPublicKey gives for a symmetric key; this one is the answer of the simulation.',
      ],
      conditions: ATTEMPTS.map(refused),
      hints: [
        'Read the names of the exceptions and the words after them.',
        '`GetPublicKey`, `GetParametersForImport` and `DeleteImportedKeyMaterial`.',
        `\`aws kms get-public-key --key-id <ARN of ${KEY}>\`, \`aws kms get-parameters-for-import --key-id <ARN of ${KEY}> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048\`, \`aws kms delete-imported-key-material --key-id <ARN of ${KEY}>\``,
      ],
    },
    {
      id: 'what-comes-out',
      title: 'Say what does come out',
      text: [
        `Make a data key with \`${KEY}\`. Two blobs come back. Say what each of them is.`,
        'If you are not sure, make a second one and compare.',
      ],
      questions: [plaintextIs, blobIs],
      conditions: [
        recorded({
          id: 'data-key-made',
          says: `You made a data key with ${KEY}.`,
          key: KEY,
          test: (event) => event.eventName === 'GenerateDataKey' && succeeded(event),
          now: `No data key has been made with ${KEY}.`,
          lookAt: 'GenerateDataKey takes the key and a key spec.',
        }),
        answered({
          id: 'bytes-labelled',
          says: 'You said what each of the two blobs is.',
          questions: [plaintextIs, blobIs],
          lookAt: 'Compare the answers of two calls: what is new each time cannot be the material.',
        }),
      ],
      hints: [
        'The two blobs stand for one thing in two forms.',
        '`GenerateDataKey` with `KeySpec` AES_256.',
        `\`aws kms generate-data-key --key-id <ARN of ${KEY}> --key-spec AES_256\``,
      ],
    },
    {
      id: 'evidence-pack',
      title: 'Build the evidence pack',
      text: [
        'An auditor takes two things with her: what KMS says about the key, and a record of what happened.',
        `Describe \`${KEY}\` and copy its origin. Then name a record of the trail that shows a refused attempt.`,
      ],
      entries: [
        {
          id: 'pack-origin',
          kind: 'text',
          asks: `Origin of ${KEY}, as DescribeKey shows it`,
          pattern: '[A-Z_]{3,30}',
          refuses: 'An origin is written in capital letters, as DescribeKey shows it.',
        },
        {
          id: 'pack-record',
          kind: 'text',
          asks: 'Number of the record',
          pattern: '\\d{1,4}',
          refuses: 'Write the number of the record, as the trail shows it.',
        },
      ],
      conditions: [originNamed, recordNamed],
      hints: [
        'The trail shows the number of each record, and its exception in red.',
        '`DescribeKey`; in the trail a refused DeleteImportedKeyMaterial.',
        `\`aws kms describe-key --key-id <ARN of ${KEY}> --query KeyMetadata.Origin\`, then \`lab log --event DeleteImportedKeyMaterial --errors\``,
      ],
    },
    {
      id: 'region-failure',
      title: 'Let the Region fail, and see what is left',
      text: [
        `Answer first. Then let the whole Region fail and come back, and decrypt \`${SCRATCH_OBJECT}\` and one of the three objects of \`${KEY}\`.`,
        'AWS says that after a failure of a whole Region imported material may have to be imported again. In this model it always has to be. Sort the five cards when you have seen it.',
      ],
      predictions: [afterTheFailure],
      questions: cards,
      acts: ['region-failure'],
      conditions: [
        regionFailed,
        closed,
        opens,
        answered({
          id: 'cards-sorted',
          says: 'The five cards are sorted.',
          questions: cards,
          lookAt: 'Availability is whether the service answers. Durability is whether the bytes are kept.',
        }),
      ],
      hints: [
        'Describe both keys after the failure and compare.',
        '`DescribeKey` and `Decrypt`, first with the object of the scratch key.',
        `\`lab region-failure\`, then \`aws kms decrypt --ciphertext-blob fileb://${SCRATCH_OBJECT}\` and \`aws kms decrypt --ciphertext-blob fileb://${OBJECTS[0]}\``,
      ],
    },
  ],
  wrongMoves: [
    {
      id: 'as-somebody-else',
      misconception: 'M-20',
      when(view) {
        const last = lastCallAbout(view, [KEY])?.event
        return (
          last?.errorCode === REFUSED &&
          about(view, KEY).some(
            (each) =>
              each.eventName === last.eventName &&
              each.errorCode === REFUSED &&
              each.userIdentity.arn !== last.userIdentity.arn,
          )
        )
      },
      says: 'The same answer to somebody else. UnsupportedOperationException is no refusal for lack of permission: the root of the account gets it too. There is nothing here that a permission could allow.',
    },
    {
      id: 'import-into-generated',
      misconception: 'M-28',
      when(view) {
        const last = lastCallAbout(view, [KEY])?.event
        return last?.eventName === 'ImportKeyMaterial' && last.errorCode === REFUSED
      },
      says: 'UnsupportedOperationException. This key was made with origin AWS_KMS, and an origin never changes. Bytes of yours go into a key with origin EXTERNAL.',
    },
    {
      id: 'deletes-the-key',
      when(view) {
        const last = lastCall(view)
        return (
          last?.eventName === 'ScheduleKeyDeletion' &&
          succeeded(last) &&
          lastCallAbout(view, [KEY])?.state === 'PendingDeletion'
        )
      },
      says: 'Now the whole key waits for its deletion. Generated material goes in no other way: only with its KMS key, after a waiting period. CancelKeyDeletion and EnableKey take it back.',
    },
  ],
  reflection: 'If nobody can take it out, who can lose it?',
  async start(stage) {
    const { sponsor, study } = cast(stage)
    const { KeyMetadata } = await stage.call(
      'CreateKey',
      { Description: `${KEY}: records of study ${study}` },
      'KeyAdmin',
    )
    const { Arn } = KeyMetadata as { readonly Arn: string }
    stage.name(KEY, Arn)
    await stage.call('CreateAlias', { AliasName: 'alias/trial-records', TargetKeyId: Arn }, 'KeyAdmin')
    for (const [i, name] of OBJECTS.entries())
      stage.putFile(name, await encrypted(stage, Arn, record(study, i + 1)))
    const material = stage.random(32)
    const scratch = await importedKey(stage, SCRATCH, `${SCRATCH}: scratch key for ${sponsor}`, material)
    stage.putFile(SCRATCH_MATERIAL, material)
    stage.putFile(SCRATCH_OBJECT, await encrypted(stage, scratch.arn, record(study, 9)))
  },
}
