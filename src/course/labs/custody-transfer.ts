import type { Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import { recogniseFile } from '../../bytes/what-file.ts'
import { EXPIRATION } from '../../cloud/cloudwatch/metrics.ts'
import { materialId } from '../../kms/materials.ts'
import { days, hours, minutes, type Instant } from '../../world/clock.ts'
import { cast } from '../cast.ts'
import { about, lastCallAbout, met, open, requested, stateNow, succeeded } from '../evidence.ts'
import { warnsBefore } from '../expiry-alarm.ts'
import type { Condition, LabDefinition, LabView, NumberedEvent } from '../lab-definition.ts'
import { externalKey } from '../stage-import.ts'
import { firstImportMistakes, importMistakes } from './import-mistakes.ts'

const KEY = 'K4'
const HANDED_OVER = 'sponsor-b.key'
const LETTER = 'handover.txt'
const LONGEST = days(365)
const NOTICE = days(14)
const ALLOWED_REFUSALS = 1
const HALF_PRINT = '[0-9a-fA-F]{16,64}'
const DAY = '\\d{4}-\\d{2}-\\d{2}'

const imports = (view: LabView) =>
  about(view, KEY).filter(({ eventName }) => eventName === 'ImportKeyMaterial')
const firstImport = (view: LabView): NumberedEvent | undefined => imports(view).find(succeeded)
const material = (view: LabView) => view.key(KEY)?.materials[0]
const letter = (view: LabView) => decodeUtf8(view.file(LETTER) ?? new Uint8Array(0))
const contractEnd = (view: LabView): Instant =>
  Date.parse(`${/ends on (\S+) at 12:00 UTC/.exec(letter(view))?.[1]}T12:00:00Z`)

/** The 32 bytes that were handed over, as text or already turned into bytes. */
function sponsorsBytes(view: LabView): Bytes | undefined {
  const file = view.file(HANDED_OVER)
  if (!file || file.length === 32) return file
  const form = recogniseFile(file)
  return form.is === 'hex-text' ? form.decoded : undefined
}

function isSponsors(view: LabView): boolean | undefined {
  const [key, bytes, there] = [view.key(KEY), sponsorsBytes(view), material(view)]
  return key && bytes && there && there.id === materialId(key.id, bytes)
}

const bytesIn: Condition = {
  id: 'bytes-in',
  says: `${KEY} is Enabled with the bytes that the sponsor handed over.`,
  holds(view) {
    if (view.state(KEY) === 'Enabled' && isSponsors(view)) return met(firstImport(view))
    return open(
      view.state(KEY) === 'Enabled'
        ? `${KEY} has other bytes than those of \`${HANDED_OVER}\`.`
        : stateNow(view, KEY),
      view.state(KEY) === 'Enabled'
        ? 'The first material belongs to a key for good. Undo the import, or start again.'
        : `Count the bytes of \`${HANDED_OVER}\` before you wrap anything.`,
    )
  },
}

const largestBox: Condition = {
  id: 'largest-box',
  says: 'The box was closed under a wrapping key of 4,096 bits.',
  holds(view) {
    const done = firstImport(view)
    const asked = about(view, KEY).findLast(
      (each) =>
        each.eventName === 'GetParametersForImport' &&
        succeeded(each) &&
        each.number < (done?.number ?? Number.POSITIVE_INFINITY),
    )
    if (!asked) return open('Nobody has asked for parameters.', 'GetParametersForImport.')
    if (requested(asked, 'wrappingKeySpec') !== 'RSA_4096')
      return open(
        `The newest parameters before the import are for ${String(requested(asked, 'wrappingKeySpec'))}.`,
        'The letter asks for RSA_4096. Undo, and ask again.',
      )
    return done ? met(asked) : open('Nothing has been imported yet.', 'Wrap and import.')
  },
}

const rightDate: Condition = {
  id: 'right-date',
  says: `The material of ${KEY} expires when the contract ends; where one import cannot reach that far, in the last month that it can reach.`,
  holds(view) {
    const [date, end] = [material(view)?.validTo, contractEnd(view)]
    if (date === undefined)
      return open(
        firstImport(view) ? 'The material has no date.' : 'Nothing has been imported yet.',
        `Read \`${LETTER}\`. Importing the same bytes again sets another date.`,
      )
    const event = imports(view).findLast(succeeded)
    if (Math.abs(date - end) <= minutes(1)) return met(event)
    const reached = event ? Date.parse(event.eventTime) + LONGEST : 0
    return end > reached && date < end && date > reached - days(35)
      ? met(event)
      : open(
          `The material expires on ${new Date(date).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
          end > reached
            ? 'One import cannot reach the end of the contract. Take the last month that it can reach.'
            : 'Take the end of the contract, to the minute.',
        )
  },
}

const reminder: Condition = {
  id: 'reminder',
  says: 'The card says by when the bytes have to be imported again, or that they need not be.',
  holds(view) {
    const typed = view.answer('import-again-by')?.trim().toLowerCase() ?? ''
    const [date, end] = [material(view)?.validTo, contractEnd(view)]
    if (date === undefined) return open('Nothing with a date has been imported yet.', 'Import first.')
    const covers = date >= end - minutes(1)
    if (covers && typed === 'none') return met(undefined)
    const day = Date.parse(`${typed}T00:00:00Z`)
    if (!covers && day > view.startedAt && day <= date) return met(undefined)
    return open(
      typed === '' ? 'The card says nothing about it.' : `The card says “${typed}”.`,
      covers
        ? 'This material lasts to the end of the contract.'
        : 'The contract goes on after the material has expired.',
    )
  },
}

const alarm: Condition = {
  id: 'alarm',
  says: `An alarm on the time left to the material of ${KEY} goes off 14 days before, or earlier, and is quiet now.`,
  holds(view) {
    const all = view.alarms()
    if (
      firstImport(view) &&
      all.some((each) => warnsBefore(each, view.key(KEY), NOTICE) && each.state !== 'ALARM')
    )
      return met(view.events.findLast(({ eventName }) => eventName === 'PutMetricAlarm'))
    return open(
      all.length === 0 ? 'There is no alarm.' : `No alarm does that; there are ${all.length} alarms.`,
      `Metric \`${EXPIRATION}\` with the key ID as its dimension, statistic Minimum, below 1,209,600 seconds or more.`,
    )
  },
}

const card: Condition = {
  id: 'card',
  says: 'The custody card has the fingerprint of the letter and two different places.',
  holds(view) {
    const print = view.answer('fingerprint')?.trim().toLowerCase() ?? ''
    const places = ['first-place', 'second-place'].map((id) => view.answer(id)?.trim() ?? '')
    if (!new RegExp(`^${HALF_PRINT}$`).test(print) || !letter(view).includes(print))
      return open(
        'The card has no fingerprint, or another one than the letter.',
        'Compare `sha256sum` of the 32 raw bytes with the letter. The text has another fingerprint.',
      )
    return places.every((place) => place.length > 1) && places[0] !== places[1]
      ? met(undefined)
      : open('The card does not name two different places.', 'Name where the first and the second copy lie.')
  },
}

const fewTries: Condition = {
  id: 'few-tries',
  says: 'The first or the second import was accepted.',
  holds(view) {
    const done = firstImport(view)
    const refusals = imports(view).filter(
      (each) => !succeeded(each) && each.number < (done?.number ?? Number.POSITIVE_INFINITY),
    ).length
    if (refusals > ALLOWED_REFUSALS)
      return open(
        `${refusals} imports were refused.`,
        'Start the lab again, on another seed if you like, and check before you send.',
      )
    return done
      ? met(done)
      : open(
          `${refusals} imports were refused so far, and none was accepted.`,
          'Check size, hash and date first.',
        )
  },
}

export const custodyTransfer: LabDefinition = {
  id: 'custody-transfer',
  code: 'C2',
  title: 'Challenge: custody transfer',
  module: 2,
  metric: 'import-workflow',
  objectives: ['O2.1', 'O2.2', 'O2.3', 'O3.2'],
  competencies: ['IMP-1', 'IMP-2', 'IMP-3', 'IMP-4', 'IMP-5', 'IMP-6', 'IMP-7', 'AVL-4', 'AVL-5'],
  recalls: ['AQ15', 'IQ02', 'IQ03', 'IQ05', 'IQ08', 'IQ09', 'IQ10', 'IQ13', 'IQ15', 'IQ24'],
  outcome:
    'You can take over the bytes of somebody else, import them with a date and an alarm, and record where the copies lie.',
  minutes: 20,
  mode: 'unguided',
  story: [
    `Sponsor B hands its key over to Fernhill: the file \`${HANDED_OVER}\`, and a letter, \`${LETTER}\`. You are the custodian now.`,
    `KMS key \`${KEY}\` is empty and waits. There are no steps here. The conditions say what has to be true in the end.`,
  ],
  steps: [
    {
      id: 'goal',
      title: 'Take the bytes over, with date, alarm and custody card',
      text: [
        `Do what \`${LETTER}\` asks. The sponsor’s engineers count tries: the first or the second import has to be accepted.`,
        'The alarm is one of CloudWatch, in the terminal: `aws cloudwatch put-metric-alarm`.',
      ],
      entries: [
        {
          id: 'fingerprint',
          kind: 'text',
          asks: 'SHA-256 of the material, at least the first 16 hex digits',
          pattern: HALF_PRINT,
          refuses: 'A SHA-256 is written with the digits 0 to 9 and the letters a to f.',
        },
        { id: 'first-place', kind: 'text', asks: 'Place of the first copy' },
        { id: 'second-place', kind: 'text', asks: 'Place of the second copy' },
        {
          id: 'import-again-by',
          kind: 'text',
          asks: 'Day by which the same bytes have to be imported again, as 2026-05-20, or none',
          pattern: `${DAY}|[Nn]one`,
          refuses: 'Write the day as year, month and day, or the word none.',
        },
      ],
      // Second, so that a learner who used up the tries reads so before the rest is done.
      conditions: [bytesIn, fewTries, largestBox, rightDate, reminder, alarm, card],
      hints: [
        'The first open condition says what is missing. Look at the size of the file, and at the date in the letter.',
        '`xxd -r -p`, `GetParametersForImport` with RSA_4096, `ImportKeyMaterial` with `ValidTo`, `PutMetricAlarm`.',
        `\`xxd -r -p ${HANDED_OVER} material.bin\`, \`aws kms get-parameters-for-import --key-id <ARN of ${KEY}> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_4096 > parameters.json\`, the wrapping line of lab L2.1, \`aws kms import-key-material --key-id <ARN of ${KEY}> --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_EXPIRES --valid-to <date>T12:00:00Z\`, \`aws cloudwatch put-metric-alarm --alarm-name expiry --namespace AWS/KMS --metric-name ${EXPIRATION} --dimensions Name=KeyId,Value=<key ID> --statistic Minimum --period 3600 --evaluation-periods 1 --threshold 1209600 --comparison-operator LessThanThreshold\``,
      ],
    },
  ],
  wrongMoves: [
    ...firstImportMistakes([KEY]),
    ...importMistakes([KEY]),
    {
      id: 'too-far',
      when(view) {
        const last = lastCallAbout(view, [KEY])?.event
        return (
          last?.eventName === 'ImportKeyMaterial' &&
          last.errorCode === 'ValidationException' &&
          last.errorMessage?.includes('365 days') === true
        )
      },
      says: 'ValidationException. One import reaches 365 days at most. Where a contract is longer, take a date within reach, and write down by when the same bytes have to be imported again.',
    },
    {
      id: 'without-a-date',
      when(view) {
        const last = lastCallAbout(view, [KEY])?.event
        return (
          last?.eventName === 'ImportKeyMaterial' &&
          succeeded(last) &&
          view.state(KEY) === 'Enabled' &&
          requested(last, 'expirationModel') === 'KEY_MATERIAL_DOES_NOT_EXPIRE'
        )
      },
      says: 'This material never expires, and the contract has an end. Import the same bytes again with a date; by the guide of AWS nothing has to be deleted before.',
    },
    {
      id: 'not-the-sponsors',
      when(view) {
        const last = lastCallAbout(view, [KEY])?.event
        return last?.eventName === 'ImportKeyMaterial' && succeeded(last) && isSponsors(view) === false
      },
      says: 'KMS took these 32 bytes, but they are not the sponsor’s. The first material belongs to a key for good, so no other will fit now. Undo the import, or start again.',
    },
  ],
  reflection: 'What did you check before the first import, and what would you check again in a year?',
  async start(stage) {
    const { sponsor, study, fraction } = cast(stage)
    const bytes = stage.random(32)
    const arn = await externalKey(stage, KEY, `${KEY}: records of ${sponsor}, study ${study}`)
    await stage.call('CreateAlias', { AliasName: 'alias/sponsor-b', TargetKeyId: arn }, 'KeyAdmin')
    // Every second contract is longer than one import can reach.
    const inDays = fraction() < 0.5 ? 20 + fraction() * 330 : 380 + fraction() * 120
    const end = (Math.floor(stage.now / days(1)) + Math.floor(inDays)) * days(1) + hours(12)
    stage.putFile(HANDED_OVER, encodeUtf8(`${encodeHex(bytes)}\n`))
    stage.putFile(
      LETTER,
      encodeUtf8(
        [
          `${sponsor} to Fernhill Trials: transfer of custody, study ${study}`,
          '',
          `1. ${HANDED_OVER} holds our key for ${KEY}. SHA-256 of its 32 raw bytes:`,
          `   ${await stage.fingerprint(bytes)}`,
          '2. Bring it in under a wrapping key of 4,096 bits (RSA_4096), with RSAES_OAEP.',
          `3. Our contract ends on ${new Date(end).toISOString().slice(0, 10)} at 12:00 UTC. Our bytes must not work longer than that.`,
          '4. Warn us 14 days before they stop.',
          '5. Keep two copies in two places, with the fingerprint.',
          '',
        ].join('\n'),
      ),
    )
  },
}
