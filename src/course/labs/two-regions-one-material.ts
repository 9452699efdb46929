import { days } from '../../world/clock.ts'
import { cast, record } from '../cast.ts'
import { about, lastCallAbout, met, open, recorded, requested, stateNow, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, NumberedEvent, Prediction } from '../lab-definition.ts'
import { importedKey } from '../stage-import.ts'
import { importMistakes } from './import-mistakes.ts'

const IRELAND = 'Km'
/** The replica; there is none until the learner makes it */
const FRANKFURT = 'Kf'
const HOME = 'eu-west-1'
const OTHER = 'eu-central-1'
const MATERIAL = 'km-material.bin'
const OBJECT = 'km-object.enc'
/** Tells in the trail which object was opened: the one that Ireland closed. */
const CONTEXT = { 'closed-in': HOME }

const done = (view: LabView, key: string, eventName: string) =>
  about(view, key).filter((event) => event.eventName === eventName && succeeded(event))
const ofIreland = (event: NumberedEvent) =>
  (requested(event, 'encryptionContext') as Readonly<Record<string, string>> | undefined)?.['closed-in'] ===
  HOME
const replicated = (view: LabView) => done(view, IRELAND, 'ReplicateKey')[0]
const filled = (view: LabView) => done(view, FRANKFURT, 'ImportKeyMaterial')[0]
const expired = (view: LabView) =>
  about(view, FRANKFURT).find(({ eventName }) => eventName === 'DeleteExpiredKeyMaterial')

const beforeImport: Prediction = {
  id: 'before-import',
  asks: 'The replica in Frankfurt has been made. What does it answer to Encrypt there?',
  options: [
    {
      id: 'ciphertext',
      text: 'a ciphertext; the material came along',
      misconception: 'M-23',
      because:
        'It would take a key whose material KMS made: that is copied. Imported bytes stay where somebody imported them.',
    },
    {
      id: 'invalid-state',
      text: 'KMSInvalidStateException',
      correct: true,
      because: 'Key ID, spec and usage are shared. The bytes are not: the replica waits for its own import.',
    },
    {
      id: 'not-found',
      text: 'NotFoundException',
      because: 'It would take another key ID. Related keys have one ID, and the replica is there.',
    },
  ],
}

const afterExpiry: Prediction = {
  id: 'after-expiry',
  asks: 'The material in Frankfurt reaches its date. What does Ireland do then?',
  options: [
    {
      id: 'stops',
      text: 'it stops too; related keys share their state',
      misconception: 'M-23',
      because:
        'It would take a shared state. Each Region has its own import, its own date and its own state.',
    },
    {
      id: 'goes-on',
      text: 'it goes on, and reads what Frankfurt closed as well',
      correct: true,
      because:
        'Its material has no date. Both keys have one ID and the same bytes, so it opens the data of both.',
    },
    {
      id: 'own-only',
      text: 'it goes on, but what Frankfurt closed stays closed',
      misconception: 'M-21',
      because:
        'It would take two keys that are not related. Related keys open each other’s data, also when one of them is empty.',
    },
  ],
}

const refusedThere: Condition = {
  id: 'replica-is-empty',
  says: 'Your prediction is locked, and the replica in Frankfurt refused Encrypt.',
  holds(view) {
    const replica = replicated(view)
    if (!replica) return open(`${IRELAND} has no replica yet.`, `ReplicateKey takes the Region ${OTHER}.`)
    if (view.answer(beforeImport.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    const refused = about(view, FRANKFURT).find(
      (event) => event.eventName === 'Encrypt' && event.errorCode === 'KMSInvalidStateException',
    )
    return refused
      ? met(refused)
      : open('Nobody has tried Encrypt in Frankfurt.', `Call Encrypt in ${OTHER}, with the same key ID.`)
  },
}

const bothEnabled: Condition = {
  id: 'both-enabled',
  says: 'Both Regions hold the same material, and the one in Frankfurt has a date.',
  holds(view) {
    const imported = filled(view)
    if (!imported) {
      const now = replicated(view) ? stateNow(view, FRANKFURT) : 'There is no replica yet.'
      return open(now, `Ask for parameters in ${OTHER}, wrap the bytes of ${MATERIAL}, import them there.`)
    }
    const validTo = view.key(FRANKFURT)?.materials[0]?.validTo
    if (validTo === undefined && expired(view) === undefined)
      return open(
        'The material in Frankfurt has no date.',
        'Import the same bytes again, with a model that expires and a ValidTo.',
      )
    return view.state(IRELAND) === 'Enabled'
      ? met(imported)
      : open(stateNow(view, IRELAND), 'Bring Ireland back first.')
  },
}

const readAcross: Condition = recorded({
  id: 'read-across',
  says: `${OBJECT}, which Ireland closed, was decrypted in Frankfurt.`,
  key: FRANKFURT,
  test: (event) => event.eventName === 'Decrypt' && succeeded(event) && ofIreland(event),
  now: `Nobody has decrypted ${OBJECT} in Frankfurt.`,
  lookAt: `Call Decrypt in ${OTHER} with the file and its context.`,
})

const frankfurtStopped: Condition = {
  id: 'frankfurt-stopped',
  says: 'Your prediction is locked, and the material in Frankfurt expired.',
  holds(view) {
    if (view.answer(afterExpiry.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    const event = expired(view)
    return event
      ? met(event)
      : open(
          filled(view) ? stateNow(view, FRANKFURT) : 'Frankfurt has not been filled yet.',
          'Move the clock past the date that DescribeKey shows in Frankfurt.',
        )
  },
}

const irelandReads: Condition = {
  id: 'ireland-reads',
  says: `After that, Frankfurt refused ${OBJECT} and Ireland decrypted it.`,
  holds(view) {
    const end = expired(view)
    if (!end)
      return open(
        'The material in Frankfurt has not expired yet.',
        'The condition before this one comes first.',
      )
    const later = (key: string, test: (event: NumberedEvent) => boolean) =>
      about(view, key).find(
        (event) =>
          event.number > end.number && event.eventName === 'Decrypt' && ofIreland(event) && test(event),
      )
    const refused = later(FRANKFURT, ({ errorCode }) => errorCode === 'KMSInvalidStateException')
    const read = later(IRELAND, succeeded)
    return refused && read
      ? met(refused.number > read.number ? refused : read)
      : open(
          `Since then: ${refused ? 'refused' : 'not tried'} in Frankfurt, ${read ? 'read' : 'not read'} in Ireland.`,
          `Call Decrypt with ${OBJECT} and its context, once in each Region.`,
        )
  },
}

const context = '`--encryption-context closed-in=eu-west-1`'

export const twoRegionsOneMaterial: LabDefinition = {
  id: 'two-regions-one-material',
  code: 'X3.5',
  title: 'Two Regions, one material',
  module: 3,
  metric: 'availability-risks',
  objectives: ['O3.2', 'RW1'],
  competencies: ['AVL-8', 'AVL-1'],
  recalls: ['AQ20', 'AQ24', 'CQ14'],
  outcome:
    'You can use the same material in two Regions, and say what a replica brings along and what it does not.',
  minutes: 10,
  mode: 'guided',
  bench: 'forms',
  story: [
    'Regulators ask Fernhill to go on when one Region fails. Sponsor B’s own bytes are in a multi-Region key in Ireland, `Km`; you have them in `km-material.bin`.',
    '“Then KMS copies the key to Frankfurt”, says Ben, “and we are done.” Find out what a copy is, and what it is not.',
    'You act in one Region at a time: choose it in the top bar, or add `--region eu-central-1` to a line.',
  ],
  steps: [
    {
      id: 'replicate',
      title: 'Make a replica, and see what it brings along',
      text: [
        `Answer first. Then replicate \`${IRELAND}\` to \`${OTHER}\`, wait a few seconds, and try to encrypt there with the same key ID.`,
      ],
      predictions: [beforeImport],
      conditions: [refusedThere],
      hints: [
        'Run DescribeKey in each Region and compare the two answers line by line.',
        '`ReplicateKey` in Ireland, `Encrypt` in Frankfurt.',
        `\`aws kms replicate-key --key-id <ARN of ${IRELAND}> --replica-region ${OTHER}\`, then \`aws kms encrypt --region ${OTHER} --key-id <ID of ${IRELAND}> --plaintext fileb://note.txt\``,
      ],
    },
    {
      id: 'fill',
      title: 'Fill Frankfurt with the same bytes, for some weeks',
      text: [
        `Import \`${MATERIAL}\` in Frankfurt: parameters of that Region, wrap, import. Let it expire on a day of your choice; Ireland has no date.`,
      ],
      conditions: [bothEnabled],
      hints: [
        'A public key and a token of Ireland fit the key in Ireland only.',
        '`GetParametersForImport` and `ImportKeyMaterial`, both in Frankfurt. For a replica AWS wants `ImportType` EXISTING_KEY_MATERIAL; here it may be left out.',
        `\`aws kms get-parameters-for-import --region ${OTHER} --key-id <ID of ${IRELAND}> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072\`, wrap as in lab L2.1, then \`aws kms import-key-material --region ${OTHER} --key-id <ID of ${IRELAND}> --import-type EXISTING_KEY_MATERIAL --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_EXPIRES --valid-to <date>\``,
      ],
    },
    {
      id: 'across',
      title: 'Read in Frankfurt what Ireland closed',
      text: [
        `\`${OBJECT}\` was closed in Ireland with the context \`closed-in=${HOME}\`. Decrypt it in Frankfurt. The context is needed again; it also shows in the trail which object this was.`,
      ],
      conditions: [readAcross],
      hints: [
        'Two things must be the same as at closing: the key, and the context.',
        '`Decrypt` in Frankfurt with the file and `EncryptionContext`.',
        `\`aws kms decrypt --region ${OTHER} --ciphertext-blob fileb://${OBJECT}\` with ${context}`,
      ],
    },
    {
      id: 'one-expires',
      title: 'Let one Region run out, and read in the other',
      text: [
        'Answer first. Then move the clock past the date in Frankfurt, and decrypt the object in both Regions.',
      ],
      predictions: [afterExpiry],
      conditions: [frankfurtStopped, irelandReads],
      hints: [
        'Which of the two keys has a date in DescribeKey?',
        'The clock past `ValidTo`, then `Decrypt` in each Region.',
        `\`aws kms decrypt --region ${OTHER} --ciphertext-blob fileb://${OBJECT}\` with ${context}, then the same with \`--region ${HOME}\``,
      ],
    },
  ],
  wrongMoves: [
    // A replica refuses whatever comes as new: one sentence of its own says so.
    ...importMistakes([FRANKFURT]).filter(({ id }) => id !== 'known-bytes-as-new' && id !== 'new-as-rescue'),
    {
      id: 'waits-for-a-copy',
      misconception: 'M-23',
      when(view) {
        const last = lastCallAbout(view, [FRANKFURT])
        const made = replicated(view)
        return (
          last?.state === 'PendingImport' &&
          made !== undefined &&
          filled(view) === undefined &&
          ['DescribeKey', 'Encrypt'].includes(last.event.eventName) &&
          Date.parse(last.event.eventTime) - Date.parse(made.eventTime) > 600_000
        )
      },
      says: 'The replica waits for you, not you for it: nothing is on its way. Imported bytes are never copied from one Region to another. Import them in Frankfurt.',
    },
    {
      id: 'new-bytes-in-the-replica',
      misconception: 'M-23',
      when(view) {
        const last = lastCallAbout(view, [FRANKFURT])
        return (
          last?.event.eventName === 'ImportKeyMaterial' &&
          requested(last.event, 'importType') === 'NEW_KEY_MATERIAL' &&
          last.event.errorCode !== undefined &&
          last.event.errorCode !== 'IncorrectKeyMaterialException'
        )
      },
      says: 'KMS refused. New material begins in the primary key; a replica takes only bytes that the primary knows. Import here what Ireland has, as EXISTING_KEY_MATERIAL.',
    },
  ],
  reflection: 'Which list must Fernhill keep for each Region, and who looks at it?',
  async start(stage) {
    const { sponsor, study } = cast(stage)
    const material = stage.random(32)
    const { arn } = await importedKey(
      stage,
      IRELAND,
      `${IRELAND}: archive of ${sponsor}, study ${study}`,
      material,
      undefined,
      { MultiRegion: true },
    )
    stage.name(FRANKFURT, arn.replace(HOME, OTHER))
    stage.putFile(MATERIAL, material)
    const { CiphertextBlob } = await stage.call(
      'Encrypt',
      { KeyId: arn, Plaintext: record(study, 1), EncryptionContext: CONTEXT },
      'AppRole',
    )
    stage.putFile(OBJECT, CiphertextBlob as never)
    stage.putFile('note.txt', record(study, 2))
    // As it is on an ordinary day: the key was made some time ago.
    await stage.moveClock(stage.now + days(3))
  },
}
