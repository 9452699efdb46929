import { encodeHex } from '../../bytes/hex.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { KmsError } from '../../kms/errors.ts'
import { days, hours, minutes } from '../../world/clock.ts'
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
import type { Condition, LabDefinition, LabView, Stage } from '../lab-definition.ts'
import { encrypted, importedKey } from '../stage-import.ts'
import { importMistakes } from './import-mistakes.ts'
import { alarm, cause } from './recovery-drill-questions.ts'

const KEY = 'K3'
const OBJECT = 'intake-visit-412.enc'
const CARD = 'custody-card-K3.txt'
const SAFES = ['safe-1.key', 'safe-2.key', 'safe-3.key'] as const

/** Service back within this time of the learner's first minute (course.md, L4.2). */
const TARGET_MINUTES = 20
const ALLOWED_WRONG_IMPORTS = 1

const imported = (view: LabView) =>
  about(view, KEY).findLast((event) => event.eventName === 'ImportKeyMaterial' && succeeded(event))

const readAfterImport = (view: LabView) => {
  const back = imported(view)
  return (
    back &&
    about(view, KEY).find(
      (event) => event.number > back.number && event.eventName === 'Decrypt' && succeeded(event),
    )
  )
}

const wrongImports = (view: LabView) =>
  about(view, KEY).filter(
    (event) => event.eventName === 'ImportKeyMaterial' && event.errorCode === 'IncorrectKeyMaterialException',
  ).length

const back: Condition = {
  id: 'back',
  says: `${KEY} is Enabled, with its original bytes and a date in the future.`,
  holds(view) {
    const event = imported(view)
    if (!event || view.state(KEY) !== 'Enabled')
      return open(
        stateNow(view, KEY),
        `Compare the fingerprints with ${CARD}, then import the file that fits.`,
      )
    return view.key(KEY)?.materials.some(({ validTo }) => validTo !== undefined && validTo > view.now)
      ? met(event)
      : open(
          `The material of ${KEY} has no expiration date.`,
          'The contract asks for one. Import the same bytes again, with a ValidTo at most 365 days ahead.',
        )
  },
}

const inTime: Condition = {
  id: 'in-time',
  says: `An old record was read within ${TARGET_MINUTES} virtual minutes.`,
  holds(view) {
    const read = readAfterImport(view)
    const spent = ((read ? Date.parse(read.eventTime) : view.now) - view.startedAt) / minutes(1)
    if (read && spent <= TARGET_MINUTES) return met(read)
    const used = `${Math.floor(spent)} of ${TARGET_MINUTES} minutes`
    if (spent > TARGET_MINUTES)
      return open(
        read ? `The record was read after ${used}.` : `${used} are used and no record has been read.`,
        'Start the lab again for another try.',
      )
    return open(
      `${used} are used and no record has been read.`,
      `Decrypt ${OBJECT} as soon as ${KEY} is Enabled.`,
    )
  },
}

const clean: Condition = {
  id: 'clean',
  says: `At most ${ALLOWED_WRONG_IMPORTS} import was refused because of wrong bytes.`,
  holds(view) {
    const wrong = wrongImports(view)
    if (wrong > ALLOWED_WRONG_IMPORTS)
      return open(
        `${wrong} imports were refused because of wrong bytes.`,
        'Start the lab again and compare fingerprints before you wrap.',
      )
    const read = readAfterImport(view)
    return read
      ? met(read)
      : open('The drill is not over yet.', 'This is judged when the record has been read.')
  },
}

export const recoveryDrill: LabDefinition = {
  id: 'recovery-drill',
  code: 'L4.2',
  title: 'Bring a stopped service back with the right bytes',
  module: 4,
  metric: 'availability-risks',
  objectives: ['O4.1'],
  competencies: ['AVL-2', 'AVL-4', 'IMP-7'],
  recalls: ['AQ01', 'AQ14', 'AQ23', 'IQ04'],
  outcome: 'You can find the right bytes while the clock runs, and bring a stopped service back.',
  minutes: 15,
  mode: 'timed',
  bench: 'forms',
  secondsPerCall: 60,
  story: [
    'It is 02:40. Records do not open. Dario’s pager says that `intake` fails on every write.',
    `All records of this sponsor are under the imported key \`${KEY}\`. Amara is on the phone: three files lie in three safes, and one custody card says which bytes are the right ones.`,
    `The drill clock runs: each call costs one virtual minute. Bring the service back within ${TARGET_MINUTES} minutes.`,
  ],
  steps: [
    {
      id: 'read-the-symptoms',
      title: 'Say what stopped the service',
      text: [
        'Look at the trail before you touch anything. The failing calls are made by the role `AppRole`; read their error, then look for what happened to the key shortly before.',
        `Check your reading with DescribeKey on \`${KEY}\`.`,
      ],
      questions: [cause],
      conditions: [
        recorded({
          id: 'looked',
          says: `You read the state of ${KEY} with DescribeKey.`,
          key: KEY,
          test: (event) => event.eventName === 'DescribeKey' && succeeded(event),
          now: 'No DescribeKey is in the trail since the drill began.',
          lookAt: 'KeyState says what is wrong; the trail says why.',
        }),
        answered({
          id: 'cause-named',
          says: 'You named the cause.',
          questions: [cause],
          lookAt: 'Look for the last record about this key that has no caller.',
        }),
      ],
      hints: [
        'Filter the trail by this key and read upwards from the first failing call.',
        '`DescribeKey`; in the trail an event of type AwsServiceEvent.',
        `\`aws kms describe-key --key-id <ARN of ${KEY}>\` shows Pending import. The trail holds DeleteExpiredKeyMaterial, written by KMS itself.`,
      ],
    },
    {
      id: 'fresh-parameters',
      title: 'Get a fresh box and label',
      text: [
        'An import needs a public key and a token that have not expired. The files of the last import, `WrappingPublicKey-old.bin` and `ImportToken-old.bin`, are still in the folder. Judge for yourself what they are worth.',
        'Wrapping happens on the Bench or with your own `openssl` and costs no virtual time.',
      ],
      conditions: [
        recorded({
          id: 'parameters',
          says: `KMS answered with new import parameters for ${KEY}.`,
          key: KEY,
          test: (event) => event.eventName === 'GetParametersForImport' && succeeded(event),
          now: 'Nobody has asked for new parameters.',
          lookAt: 'A token holds for 24 hours.',
        }),
      ],
      hints: [
        'Look at the date of the first import.',
        '`GetParametersForImport` with RSAES_OAEP_SHA_256.',
        `\`aws kms get-parameters-for-import --key-id <ARN of ${KEY}> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072\``,
      ],
    },
    {
      id: 'the-right-bytes',
      title: 'Find the right bytes and bring them back',
      text: [
        `Three files: ${SAFES.map((name) => `\`${name}\``).join(', ')}. One holds the right bytes. One is a copy of them as text. One belongs to another key.`,
        `The custody card \`${CARD}\` holds the fingerprint, the SHA-256 of the raw bytes. The list of files shows a SHA-256 for each file.`,
        'Wrap the right one and import it with a new expiration date, at most 365 days ahead. One refused import with wrong bytes is allowed; a second one ends the drill.',
      ],
      conditions: [back, clean],
      hints: [
        'Compare fingerprints before you wrap anything.',
        `The card is \`${CARD}\`. \`ListKeyRotations\` with ALL_KEY_MATERIAL shows the KeyMaterialId; named in the import, KMS checks the bytes against it.`,
        `The right file has 32 bytes and the SHA-256 of the card. Then \`aws kms import-key-material --key-id <ARN of ${KEY}> --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_EXPIRES --valid-to <date>\``,
      ],
    },
    {
      id: 'verify',
      title: 'Prove that old records open again',
      text: [
        `An Enabled key is not proof. Decrypt \`${OBJECT}\`, a record from before the outage.`,
        'Only an old ciphertext shows that the bytes in the key are the ones from before.',
      ],
      conditions: [inTime],
      hints: [
        'A record from before the outage lies among your files.',
        `\`Decrypt\` with \`${OBJECT}\`.`,
        `\`aws kms decrypt --ciphertext-blob fileb://${OBJECT}\``,
      ],
    },
    {
      id: 'the-alarm',
      title: 'Choose the alarm that would have prevented it',
      text: [
        'KMS counts the seconds until imported material expires and publishes the count as a metric. An alarm on it gives people time to act.',
        'Choose metric, threshold and scope.',
      ],
      questions: alarm,
      conditions: [
        answered({
          id: 'alarm',
          says: 'Your alarm warns in time.',
          questions: alarm,
          lookAt: 'Read the reason beside the answer you chose, then answer again.',
        }),
      ],
      hints: [
        'You want to know before it happens, not after.',
        'The metric counts seconds; the lowest value counts; its dimension is the key.',
        '`SecondsUntilKeyMaterialExpiration`, statistic Minimum, below 1,209,600 seconds, one alarm for each key.',
      ],
    },
  ],
  wrongMoves: [
    ...importMistakes([KEY]).map((move) =>
      move.id === 'after-the-weekend'
        ? {
            ...move,
            misconception: 'M-13',
            says: 'ExpiredImportTokenException. This label is from the last import and held 24 h. An expired label cannot be used again. Ask for new parameters, then wrap again.',
          }
        : move,
    ),
    {
      id: 'new-key',
      misconception: 'M-08',
      when: (view) => lastCall(view)?.eventName === 'CreateKey',
      says: `A new key cannot open the old records: each ciphertext is bound to the KMS key that made it. ${KEY} still exists and waits for its bytes.`,
    },
    {
      id: 'decrypt-too-early',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last?.event.eventName === 'Decrypt' &&
          last.event.errorCode === 'KMSInvalidStateException' &&
          last.state === 'PendingImport'
        )
      },
      says: `KMSInvalidStateException. ${KEY} is still empty, so nothing can be read. Bring its bytes back first; each try costs a minute.`,
    },
  ],
  reflection: 'What would have cost 20 minutes less?',
  async start(stage) {
    const { sponsor, study, fraction } = cast(stage)
    const day = days(1)
    const midnight = Math.floor(stage.now / day) * day
    const expiry =
      midnight + days(30 + Math.floor(fraction() * 60)) + hours(2) + minutes(10 + Math.floor(fraction() * 10))

    const material = stage.random(32)
    const first = await importedKey(
      stage,
      KEY,
      `${KEY}: records of ${sponsor}, study ${study}`,
      material,
      expiry,
    )
    stage.putFile('WrappingPublicKey-old.bin', first.publicKey)
    stage.putFile('ImportToken-old.bin', first.importToken)
    stage.putFile('wrapped-old.bin', first.wrapped)
    const object = await encrypted(stage, first.arn, record(study, 412))
    stage.putFile(OBJECT, object)
    await putCustody(stage, material, first.arn, sponsor, fraction)

    await stage.moveClock(expiry - minutes(30))
    await stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole')
    for (let late = 5; late <= 15; late += 5) {
      await stage.moveClock(expiry + minutes(late))
      await refused(stage.call('GenerateDataKey', { KeyId: first.arn, KeySpec: 'AES_256' }, 'AppRole'))
      await refused(stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole'))
    }
    await stage.moveClock(Math.floor(expiry / hours(1)) * hours(1) + minutes(40))
  },
}

/** The right bytes, the same as hex text, and another key's bytes, in an order that the seed decides. */
async function putCustody(
  stage: Stage,
  material: Uint8Array<ArrayBuffer>,
  arn: string,
  sponsor: string,
  fraction: () => number,
): Promise<void> {
  const copies = [material, encodeUtf8(`${encodeHex(material)}\n`), stage.random(32)]
  for (const name of SAFES)
    stage.putFile(
      name,
      copies.splice(Math.floor(fraction() * copies.length), 1)[0] as Uint8Array<ArrayBuffer>,
    )
  const card = [
    'CUSTODY CARD, Fernhill Trials',
    `Key          ${KEY}, ${arn}`,
    `Sponsor      ${sponsor}`,
    'Custodian    Amara',
    'Material     32 raw bytes, AES-256',
    `SHA-256      ${await stage.fingerprint(material)}`,
    `Places       ${SAFES.join(', ')}: one original, one text copy, one file of another key`,
    '',
  ]
  stage.putFile(CARD, encodeUtf8(card.join('\n')))
}

/** The outage as the application sees it: its calls are refused, and the trail shows it. */
async function refused(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (error instanceof KmsError) return
    throw error
  }
  throw new TypeError('an emptied key answered')
}
