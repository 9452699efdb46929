import { EXPIRATION } from '../../cloud/cloudwatch/metrics.ts'
import { earliestValidTo } from '../../kms/key.ts'
import { days, minutes, seconds } from '../../world/clock.ts'
import { reader } from '../apps/app.ts'
import { cast } from '../cast.ts'
import { about, answered, lastCall, lastCallAbout, met, open, stateNow, succeeded } from '../evidence.ts'
import { warnsBefore } from '../expiry-alarm.ts'
import type { Condition, LabDefinition, LabView } from '../lab-definition.ts'
import { importedKey } from '../stage-import.ts'
import { bucket, storedRecords } from '../stage-store.ts'
import { importMistakes } from './import-mistakes.ts'
import { erased, KEY, links, whoReads } from './kill-switch-questions.ts'

const MATERIAL = 'k6-material.bin'
const BUCKET = 'sponsor-b-archive'
const NOTICE = days(7)
/** How long `reader` keeps a data key */
const MEMORY = minutes(5)
const COPIES = ['copy-bristol', 'copy-leeds'] as const

const expired = (view: LabView) =>
  about(view, KEY).find(({ eventName }) => eventName === 'DeleteExpiredKeyMaterial')
const broughtBack = (view: LabView) => {
  const end = expired(view)
  return about(view, KEY).find(
    (event) =>
      end !== undefined &&
      event.number > end.number &&
      event.eventName === 'ImportKeyMaterial' &&
      succeeded(event),
  )
}
const readerOf = (view: LabView) => view.apps().find(({ name }) => name === 'reader')
const readable = (view: LabView) => view.objects(BUCKET).filter((object) => object.readable).length
const objectsNow = (view: LabView) =>
  `${readable(view)} of ${view.objects(BUCKET).length} objects can be opened with ${KEY} now.`

const alarm: Condition = {
  id: 'alarm',
  says: `An alarm warns 7 days before the material of ${KEY} expires, or earlier.`,
  holds(view) {
    const key = view.key(KEY)
    const all = view.alarms()
    if (all.some((each) => warnsBefore(each, key, NOTICE)))
      return met(view.events.findLast(({ eventName }) => eventName === 'PutMetricAlarm'))
    return open(
      all.length === 0 ? 'There is no alarm.' : 'There is an alarm, but it does not warn in time.',
      `Metric ${EXPIRATION} with the key ID as its dimension, statistic Minimum, below 604,800 seconds or more.`,
    )
  },
}

const switchThrown: Condition = {
  id: 'switch-thrown',
  says: `Your prediction is locked, and the material of ${KEY} expired on its date.`,
  holds(view) {
    if (view.answer(whoReads.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    const event = expired(view)
    return event ? met(event) : open(stateNow(view, KEY), towardsTheDate(view))
  },
}

function towardsTheDate(view: LabView): string {
  if (view.state(KEY) === 'PendingDeletion')
    return 'CancelKeyDeletion and EnableKey first: the waiting period may end before the date does.'
  const key = view.key(KEY)
  return key && earliestValidTo(key) !== undefined
    ? 'Move the clock a few seconds past the date, not further.'
    : `Nothing in ${KEY} has a date now. Undo what took it away, or import the bytes of ${MATERIAL} again with one.`
}

const readFromMemory: Condition = {
  id: 'read-from-memory',
  says: '`reader` opened an object after that, with a data key in its memory.',
  holds(view) {
    const end = expired(view)
    const app = readerOf(view)
    const [from, to] = end ? [Date.parse(end.eventTime), broughtBack(view)?.eventTime] : []
    const result = app?.results.find(
      ({ at, ok }) => from !== undefined && at >= from && ok > 0 && (to === undefined || at < Date.parse(to)),
    )
    return result
      ? met(end)
      : open(
          end ? '`reader` has opened nothing since.' : 'The material has not expired yet.',
          'Let less than a minute pass after the date. If you went further, take the move of the clock back.',
        )
  },
}

const allDark: Condition = {
  id: 'all-dark',
  says: '`reader` forgot its data keys, and nobody opens any object now.',
  holds(view) {
    const end = expired(view)
    const app = readerOf(view)
    if (!end || !app)
      return open('The material has not expired yet.', 'The tasks before this one come first.')
    const back = broughtBack(view)
    const [from, to] = [Date.parse(end.eventTime) + MEMORY, back && Date.parse(back.eventTime)]
    const dark = app.results.some(
      ({ at, ok, failed }) => at >= from && ok === 0 && failed > 0 && (to === undefined || at < to),
    )
    const refused = view.events.findLast(
      ({ eventName, errorCode, number }) =>
        eventName === 'Decrypt' &&
        errorCode === 'KMSInvalidStateException' &&
        (back === undefined || number < back.number),
    )
    return dark
      ? met(refused)
      : open(
          `${objectsNow(view)} \`reader\` has ${app.inMemory.length} data keys in memory.`,
          'Let some minutes pass.',
        )
  },
}

const openAgain: Condition = {
  id: 'open-again',
  says: 'You imported the same bytes, and all objects could be opened again.',
  holds(view) {
    const back = broughtBack(view)
    const read = about(view, KEY).find(
      (event) =>
        back !== undefined && event.number > back.number && event.eventName === 'Decrypt' && succeeded(event),
    )
    if (!expired(view))
      return open('The material has not expired yet.', 'The tasks before this one come first.')
    if (back && readable(view) === view.objects(BUCKET).length) return met(back)
    if (read) return met(read)
    return open(
      objectsNow(view),
      view.state(KEY) === 'PendingDeletion'
        ? 'CancelKeyDeletion comes first: a key that waits for its deletion takes no import.'
        : `Import the bytes of ${MATERIAL} once more. No date is needed this time.`,
    )
  },
}

const takenOut: Condition = {
  id: 'taken-out',
  says: 'After that you deleted the imported material.',
  holds(view) {
    const back = broughtBack(view)
    const event = about(view, KEY).find(
      (each) =>
        back !== undefined &&
        each.number > back.number &&
        each.eventName === 'DeleteImportedKeyMaterial' &&
        succeeded(each),
    )
    if (!back)
      return open('The bytes have not been brought back yet.', 'The task before this one comes first.')
    return event ? met(event) : open(stateNow(view, KEY), 'DeleteImportedKeyMaterial takes the key.')
  },
}

const copiesDestroyed: Condition = {
  id: 'copies-destroyed',
  says: 'You signed for the destruction of both copies of the bytes.',
  holds(view) {
    const signed = COPIES.filter((id) => view.answer(id) === 'yes').length
    return signed === COPIES.length
      ? met(undefined)
      : open(
          `${signed} of ${COPIES.length} copies are signed off.`,
          'Both copies lie in a safe; sign for each.',
        )
  },
}

const deletionScheduled: Condition = {
  id: 'deletion-scheduled',
  says: `${KEY} is scheduled for deletion, and KMS gives out no more parameters for it.`,
  holds(view) {
    const scheduled = about(view, KEY).findLast(
      (event) => event.eventName === 'ScheduleKeyDeletion' && succeeded(event),
    )
    if (!takenOut.holds(view).met)
      return open('The material has not been taken out for good.', 'DeleteImportedKeyMaterial comes first.')
    if (!scheduled || view.state(KEY) !== 'PendingDeletion')
      return open(stateNow(view, KEY), 'ScheduleKeyDeletion takes the key and a window of 7 to 30 days.')
    const refused = about(view, KEY).find(
      (event) =>
        event.number > scheduled.number &&
        event.eventName === 'GetParametersForImport' &&
        event.errorCode === 'KMSInvalidStateException',
    )
    return refused
      ? met(refused)
      : open(
          'Nobody has asked for import parameters since.',
          'Call GetParametersForImport and read the refusal.',
        )
  },
}

export const killSwitchWithADate: LabDefinition = {
  id: 'kill-switch-with-a-date',
  code: 'L3.3',
  title: 'Kill switch with a date',
  module: 3,
  metric: 'availability-risks',
  objectives: ['O3.2', 'RW3'],
  competencies: ['AVL-5', 'AVL-6', 'AVL-1'],
  recalls: ['AQ06', 'AQ15', 'AQ18', 'IQ16'],
  outcome: 'You can let a key stop on a date, and say what goes on after it and what makes the end final.',
  minutes: 18,
  mode: 'guided',
  bench: 'forms',
  story: [
    `The contract with sponsor B has an end. On that day its archive, the bucket \`${BUCKET}\`, has to go dark by itself. So \`${KEY}\` holds imported bytes with a date.`,
    'The app `reader` reads objects three times a minute. To save calls it keeps data keys in memory for five minutes. World shows what it does.',
    `“On the day after, everything is erased”, says the contract. You hold the bytes in \`${MATERIAL}\`. Find out what is true.`,
  ],
  steps: [
    {
      id: 'links',
      title: 'Say which bytes open which',
      text: ['Three links hold the archive together. Name them before you cut one.'],
      questions: links,
      conditions: [
        answered({
          id: 'links-named',
          says: 'All three links are right.',
          questions: links,
          lookAt: 'Read the reason beside the answer you chose, then answer again.',
        }),
      ],
      hints: [
        'Look at an object in World: what lies beside it?',
        'GenerateDataKey gives a data key twice: in plaintext, and closed.',
        'The data key in plaintext opens the object. The material opens the data key. `reader` keeps the data key in plaintext.',
      ],
    },
    {
      id: 'warn',
      title: 'Be warned 7 days before',
      text: [
        `A switch that nobody expects is an outage. Set an alarm in CloudWatch on the time that is left to the material of \`${KEY}\`, in the terminal: \`aws cloudwatch put-metric-alarm\`.`,
      ],
      conditions: [alarm],
      hints: [
        'KMS counts down in seconds, for each key with a date.',
        `\`PutMetricAlarm\` on \`${EXPIRATION}\` in \`AWS/KMS\`, with \`KeyId\` as the dimension.`,
        `\`aws cloudwatch put-metric-alarm --alarm-name k6-expiry --namespace AWS/KMS --metric-name ${EXPIRATION} --dimensions Name=KeyId,Value=<ID of ${KEY}> --statistic Minimum --period 3600 --evaluation-periods 1 --threshold 604800 --comparison-operator LessThanThreshold\``,
      ],
    },
    {
      id: 'throw',
      title: 'Let the date come while reader is busy',
      text: [
        'Answer first. Then move the clock to the date and let a few seconds pass, less than a minute. Look at `reader` in World and at the trail.',
      ],
      predictions: [whoReads],
      conditions: [switchThrown, readFromMemory],
      hints: [
        'Who holds a plaintext data key at that moment?',
        'The clock, to the event that is due next; then any call, each takes a second.',
        `\`aws kms describe-key --key-id <ID of ${KEY}>\` shows ValidTo and the state; the clock of the page goes there.`,
      ],
    },
    {
      id: 'wait-out',
      title: 'Wait until nobody reads any more',
      text: ['A data key in memory outlives the switch. Let the five minutes run out.'],
      conditions: [allDark],
      hints: [
        'How old can a data key in the memory of `reader` become?',
        'The clock, some minutes on.',
        '`lab clock +6m`',
      ],
    },
    {
      id: 'undo',
      title: 'Find out whether anything was erased',
      text: [
        `Import the bytes of \`${MATERIAL}\` again, without a date. Then look at the objects, and answer.`,
      ],
      questions: [erased],
      conditions: [
        openAgain,
        answered({
          id: 'erased-answered',
          says: 'Your answer about erasure is right.',
          questions: [erased],
          lookAt: 'Read the reason beside the answer you chose, then answer again.',
        }),
      ],
      hints: [
        'The KMS key still exists, and so do the bytes.',
        '`GetParametersForImport`, wrap, `ImportKeyMaterial` with `KEY_MATERIAL_DOES_NOT_EXPIRE`.',
        `\`aws kms import-key-material --key-id <ID of ${KEY}> --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE\``,
      ],
    },
    {
      id: 'end',
      title: 'Make it final',
      text: [
        'Three acts make it final: the material leaves KMS, every copy of the bytes is destroyed, and the KMS key is deleted.',
        'Take the material out. Sign for the two copies. Schedule the deletion of the key, then ask for import parameters once more.',
      ],
      entries: [
        {
          id: COPIES[0],
          kind: 'confirm',
          asks: 'The copy in the safe in Bristol is destroyed, with a witness.',
        },
        {
          id: COPIES[1],
          kind: 'confirm',
          asks: 'The copy in the vault in Leeds is destroyed, with a witness.',
        },
      ],
      conditions: [takenOut, copiesDestroyed, deletionScheduled],
      hints: [
        'Who could undo each of the three acts?',
        '`DeleteImportedKeyMaterial`, `ScheduleKeyDeletion`, `GetParametersForImport`.',
        `\`aws kms delete-imported-key-material --key-id <ID of ${KEY}>\`, \`aws kms schedule-key-deletion --key-id <ID of ${KEY}> --pending-window-in-days 7\`, \`aws kms get-parameters-for-import --key-id <ID of ${KEY}> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072\``,
      ],
    },
  ],
  wrongMoves: [
    ...importMistakes([KEY]),
    {
      id: 'before-the-date',
      misconception: 'M-08',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last !== undefined &&
          ['DisableKey', 'DeleteImportedKeyMaterial', 'ScheduleKeyDeletion'].includes(last.event.eventName) &&
          succeeded(last.event) &&
          expired(view) === undefined
        )
      },
      says: 'The contract still runs, and its archive has to be read until the date. The date does the work by itself. Undo this.',
    },
    {
      id: 'new-key-instead',
      misconception: 'M-08',
      when: (view) => lastCall(view)?.eventName === 'CreateKey' && expired(view) !== undefined,
      says: `A new key opens none of these data keys: each of them is bound to ${KEY}. The key still exists, and its bytes bring it back.`,
    },
    {
      id: 'deleted-before-the-proof',
      misconception: 'M-29',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last?.event.eventName === 'ScheduleKeyDeletion' &&
          succeeded(last.event) &&
          expired(view) !== undefined &&
          broughtBack(view) === undefined
        )
      },
      says: 'While its deletion is pending the key takes no import, so nothing can be found out any more. Cancel the deletion first, or undo it.',
    },
  ],
  reflection: 'A court asks you to prove that nobody can read the archive. What do you lay on the table?',
  async start(stage) {
    const { sponsor, study, fraction } = cast(stage)
    const material = stage.random(32)
    const end = stage.now + days(20 + Math.floor(fraction() * 40)) + seconds(18)
    const { arn } = await importedKey(
      stage,
      KEY,
      `${KEY}: archive of ${sponsor}, study ${study}`,
      material,
      end,
    )
    await bucket(stage, BUCKET)
    const count = 30 + Math.floor(fraction() * 30)
    await storedRecords(stage, { bucket: BUCKET, keyId: arn, study, count })
    stage.putFile(MATERIAL, material)
    stage.install(reader({ bucket: BUCKET, study, every: seconds(20), keepsKeysFor: MEMORY }))
  },
}

/** When the switch is thrown. */
export const dateOf = (view: LabView) => {
  const key = view.key(KEY)
  return key && earliestValidTo(key)
}
