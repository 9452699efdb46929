import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import type { KeyRecord } from '../../kms/key.ts'
import { keyState } from '../../kms/key.ts'
import { cast } from '../cast.ts'
import { lastCall, met, names, open, requested, stateWords, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, NumberedEvent } from '../lab-definition.ts'
import {
  INBOX,
  isStored,
  made,
  materialOf,
  opened,
  plaintextKeys,
  plaintextRecords,
  recordIds,
  RECORDS,
} from './intake-files.ts'

const ALIAS = 'alias/trial-records'
const ASSIGNMENT = 'assignment.txt'
const ASKED = 'r-0007'

/** Behind the alias now; only a generated one is the default that this challenge is about. */
function keyOf(view: LabView): KeyRecord | undefined {
  const key = view.behind(ALIAS)
  return key?.origin === 'AWS_KMS' ? key : undefined
}

const noKey = open(`No generated key stands behind \`${ALIAS}\`.`, 'The first condition comes first.')

const periodAsked = (view: LabView) =>
  Number(/every (\d+) days/.exec(decodeUtf8(view.file(ASSIGNMENT) ?? new Uint8Array(0)))?.[1])

/** What KMS wrote when the plan turned the key. */
const byPlan = (view: LabView, key: KeyRecord): readonly NumberedEvent[] =>
  view.events.filter(
    (event) =>
      event.eventName === 'RotateKey' &&
      names(event, key) &&
      event.serviceEventDetails?.rotationType === 'AUTOMATIC',
  )

const theKey: Condition = {
  id: 'the-key',
  says: `${ALIAS} points to a key with generated material, and it is Enabled.`,
  holds(view) {
    const key = view.behind(ALIAS)
    if (!key) return open(`Nothing stands behind \`${ALIAS}\`.`, 'CreateKey, then CreateAlias.')
    if (key.origin !== 'AWS_KMS')
      return open(
        `The origin of that key is ${key.origin}.`,
        'Nothing in the assignment asks for bytes of your own.',
      )
    return keyState(key) === 'Enabled'
      ? met(view.events.find((event) => event.eventName === 'CreateKey' && names(event, key)))
      : open(`That key is ${stateWords[keyState(key)]}.`, 'It has to work.')
  },
}

const thePlan: Condition = {
  id: 'the-plan',
  says: `That key rotates by itself, as often as ${ASSIGNMENT} says.`,
  holds(view) {
    const key = keyOf(view)
    if (!key) return noKey
    const event = view.events.findLast(
      (each) => each.eventName === 'EnableKeyRotation' && succeeded(each) && names(each, key),
    )
    return key.rotation?.periodInDays === periodAsked(view)
      ? met(event)
      : open(
          key.rotation ? `Its period is ${key.rotation.periodInDays} days.` : 'It does not rotate by itself.',
          `Read the number of days in \`${ASSIGNMENT}\`.`,
        )
  },
}

const stored: Condition = {
  id: 'stored',
  says: `All ${RECORDS} records lie closed, each beside a data key of its own that was made with its ID as context.`,
  holds(view) {
    const key = keyOf(view)
    if (!key) return noKey
    const count = recordIds.filter((id) => isStored(view, key, id)).length
    return count === RECORDS
      ? met(made(view, key, recordIds.at(-1) as string))
      : open(
          `${count} of ${RECORDS} records are stored that way.`,
          `For each line of \`${INBOX}\`: GenerateDataKey with the context \`record\`, then r-….enc and r-….key as bytes.`,
        )
  },
}

const rotated: Condition = {
  id: 'rotated',
  says: 'The plan has turned the key at least twice.',
  holds(view) {
    const key = keyOf(view)
    if (!key) return noKey
    const turns = byPlan(view, key)
    return turns[1]
      ? met(turns[1])
      : open(`The plan has turned the key ${turns.length} of 2 times.`, 'Let the clock run past two periods.')
  },
}

const allRead: Condition = {
  id: 'all-read',
  says: `After that you opened the data keys of all ${RECORDS} records, which the first material had closed.`,
  holds(view) {
    const key = keyOf(view)
    if (!key) return noKey
    const second = byPlan(view, key)[1]
    if (!second) return open('The second rotation has not come yet.', 'Let the clock run past two periods.')
    const first = key.materials[0]?.id
    const reads = recordIds.flatMap((id) =>
      materialOf(view, key, id) === first ? (opened(view, key, id, second.number) ?? []) : [],
    )
    return reads.length === RECORDS
      ? met(reads.at(-1))
      : open(
          `${reads.length} of ${RECORDS} data keys of before the rotations have been opened since.`,
          'Decrypt each r-….key with the context that it was made with.',
        )
  },
}

const whoRead: Condition = {
  id: 'who-read',
  says: `You showed Chiyo the record of the trail that says who opened ${ASKED}.`,
  holds(view) {
    const key = keyOf(view)
    const number = Number(view.answer('who-read')?.trim())
    const event = key && opened(view, key, ASKED, number - 1)
    return event && event.number === number
      ? met(event)
      : open(
          'No number is given, or that record shows something else.',
          `Look for a Decrypt whose encryption context is \`record\` ${ASKED}.`,
        )
  },
}

/** Judged last: what lies about while the work goes on may still be tidied up. */
const nothingLiesAbout: Condition = {
  id: 'nothing-lies-about',
  says: `In the end no file holds a data key in plaintext, and no record can be read outside ${INBOX}.`,
  holds(view) {
    const [key] = plaintextKeys(view)
    if (key !== undefined)
      return open(`\`${key}\` holds a data key in plaintext.`, 'Remove it: who has it needs no KMS.')
    const [text] = plaintextRecords(view)
    if (text !== undefined) return open(`A record can be read in \`${text}\`.`, 'Remove it.')
    const read = allRead.holds(view)
    return read.met
      ? read
      : open('Nothing lies about so far.', 'This is judged when all records have been read.')
  },
}

export const defaultByDesign: LabDefinition = {
  id: 'default-by-design',
  code: 'C1',
  title: 'Challenge: default by design',
  module: 1,
  metric: 'rotation-methods',
  objectives: ['O1.1', 'O3.1'],
  competencies: ['ROT-2', 'ROT-3', 'CMP-1'],
  recalls: ['RQ02', 'RQ05', 'RQ08', 'RQ10', 'RQ24', 'CQ33'],
  outcome: 'You can store a day of records under envelope encryption and read them all two rotations later.',
  minutes: 15,
  mode: 'unguided',
  story: [
    `Ben’s intake service starts tomorrow, and you build its first day by hand. \`${INBOX}\` has ${RECORDS} records, one on each line: an ID, then what it says. \`${ASSIGNMENT}\` has the rest.`,
    'There are no steps here. The conditions say what has to be true in the end; how you get there is yours. A loop in the terminal saves time.',
  ],
  steps: [
    {
      id: 'goal',
      title: 'Store a day of records, and read it two rotations later',
      text: [
        `Close each record with a data key of its own, which KMS makes under \`${ALIAS}\` with the encryption context \`record\` set to the ID. Keep two files of bytes for each: \`r-0001.enc\`, the closed record, and \`r-0001.key\`, its closed data key.`,
        `Let the key rotate as often as \`${ASSIGNMENT}\` says. Two rotations later, open the data key of every record. Chiyo wants to see who opened ${ASKED}.`,
      ],
      entries: [
        {
          id: 'who-read',
          kind: 'text',
          asks: `Number of the record in the trail that shows who opened ${ASKED}`,
          pattern: '\\d{1,5}',
          refuses: 'Write the number of the record, as the trail shows it.',
        },
      ],
      conditions: [theKey, thePlan, stored, rotated, allRead, whoRead, nothingLiesAbout],
      hints: [
        'The first open condition says what is missing; the trail and the list of files show how far you are.',
        '`CreateKey`, `CreateAlias`, `EnableKeyRotation`; for each record `GenerateDataKey` and `openssl enc -aes-256-cbc`; later `Decrypt` with the same encryption context.',
        `\`while read -r id text; do aws kms generate-data-key --key-id ${ALIAS} --key-spec AES_256 --encryption-context record=$id > dk.json; jq -r .CiphertextBlob dk.json | base64 -d > $id.key; echo "$text" | openssl enc -aes-256-cbc -K $(jq -r .Plaintext dk.json | base64 -d | xxd -p -c 64) -iv 00000000000000000000000000000000 -out $id.enc; done < ${INBOX}; rm dk.json\`, and two periods later \`for f in r-*.key; do aws kms decrypt --ciphertext-blob fileb://$f --encryption-context record=\${f%.key} --query KeyMaterialId; done\``,
      ],
    },
  ],
  wrongMoves: [
    {
      id: 'context-forgotten',
      misconception: 'M-22',
      when(view) {
        const last = lastCall(view)
        return (
          last?.eventName === 'Decrypt' &&
          last.errorCode === 'InvalidCiphertextException' &&
          recordIds.some((id) => view.file(`${id}.key`) !== undefined)
        )
      },
      says: 'InvalidCiphertextException. The encryption context is bound into the ciphertext: Decrypt needs the same names and values. It is no secret, so keep it beside the data, or in the name of the file.',
    },
    {
      id: 'plaintext-beside-data',
      when(view) {
        const lying = plaintextKeys(view).length
        const working = lastCall(view)?.eventName.startsWith('GenerateDataKey') === true
        return lying > 1 || (lying === 1 && !working)
      },
      says: 'A data key lies in plaintext among your files. Who finds it opens the record without KMS, and no record of the trail tells of it. Use it, then remove it; the closed one is enough to get it back.',
    },
    {
      id: 'imported-instead',
      misconception: 'M-27',
      when(view) {
        const last = lastCall(view)
        return last?.eventName === 'CreateKey' && succeeded(last) && requested(last, 'origin') === 'EXTERNAL'
      },
      says: 'This key waits for bytes of yours, and it will never rotate by itself. Imported material is not stronger. Nothing in the assignment asks for it, so the default does it: a key that KMS fills.',
    },
  ],
  reflection: 'Who can read the records when the KMS key is disabled, and for how long?',
  async start(stage) {
    const { study, sponsor, fraction } = cast(stage)
    const lines = recordIds.map((id, i) => {
      const [upper, lower] = [110 + Math.floor(fraction() * 40), 70 + Math.floor(fraction() * 20)]
      return `${id} study=${study} visit=${i + 1} blood pressure ${upper}/${lower} mmHg`
    })
    stage.putFile(INBOX, encodeUtf8(`${lines.join('\n')}\n`))
    const period = 90 + Math.floor(fraction() * 276)
    stage.putFile(
      ASSIGNMENT,
      encodeUtf8(
        [
          `Intake of study ${study}, for ${sponsor}`,
          `1. Each record under envelope encryption, key ${ALIAS}, context record=<ID>.`,
          `2. The key rotates by itself every ${period} days.`,
          '3. No wish as to where its bytes come from.',
          `4. Chiyo: who opened ${ASKED}?`,
          '',
        ].join('\n'),
      ),
    )
  },
}
