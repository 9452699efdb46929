import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import { days } from '../../world/clock.ts'
import { cast, record } from '../cast.ts'
import { about, lastCall, met, open, stateNow, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, NumberedEvent, Prediction } from '../lab-definition.ts'
import { encrypted } from '../stage-import.ts'

const KEY = 'K1'
const PLAN = 'rotation-plan.txt'
const FIRST_OBJECT = 'obj-0.enc'

const at = (event: NumberedEvent) => Date.parse(event.eventTime)
const named = (view: LabView, eventName: string) =>
  about(view, KEY).filter((event) => event.eventName === eventName && succeeded(event))
/** What KMS wrote when material changed, by itself or on demand. */
const rotations = (view: LabView) => named(view, 'RotateKey')
const materialOf = (event: NumberedEvent) => event.additionalEventData?.keyMaterialId
const materialsIn = (events: readonly NumberedEvent[]) => new Set(events.map(materialOf))
const planned = (view: LabView) => {
  const plan = view.file(PLAN)
  return plan && Number(/(\d+) days/.exec(decodeUtf8(plan))?.[1])
}

const byItself: Prediction = {
  id: 'by-itself',
  asks: 'Nobody has set anything up. Does the material of K1 change by itself?',
  options: [
    {
      id: 'yearly',
      text: 'yes, every 365 days',
      misconception: 'M-03',
      because:
        'AWS managed keys do that. For a customer managed key it is switched off until you switch it on.',
    },
    {
      id: 'never',
      text: 'no, not until somebody switches it on',
      correct: true,
      because: 'Automatic rotation is your choice for customer managed keys.',
    },
    {
      id: 'ninety',
      text: 'yes, every 90 days',
      misconception: 'M-03',
      because: '90 days is the shortest period that you can choose. Nothing is chosen yet.',
    },
  ],
}

const stillReadable: Prediction = {
  id: 'still-readable',
  asks: 'K1 has rotated twice. Which of your four objects can be decrypted?',
  options: [
    {
      id: 'newest',
      text: 'the newest one',
      misconception: 'M-05',
      because: 'Then every rotation would lose data. Rotation adds material and keeps the old.',
    },
    {
      id: 'all',
      text: 'all four',
      correct: true,
      because: 'KMS keeps every earlier material of the key and finds the right one by itself.',
    },
    {
      id: 'after-reencrypt',
      text: 'all four, once they are encrypted again',
      misconception: 'M-05',
      because: 'Nothing has to be encrypted again. The old material stays for decryption.',
    },
  ],
}

const planMoves: Prediction = {
  id: 'plan-moves',
  asks: 'You rotate on demand today. What happens to the next automatic date?',
  options: [
    {
      id: 'moves',
      text: 'it moves: the period begins again today',
      because: 'The two are independent. Only switching automatic rotation on begins the period again.',
    },
    {
      id: 'stays',
      text: 'it stays as it is',
      correct: true,
      because: 'A rotation on demand does not touch the plan.',
    },
    {
      id: 'cancelled',
      text: 'it is skipped, the one after it comes',
      because: 'The plan knows nothing of rotations on demand. The next date is kept.',
    },
  ],
}

const statusRead: Condition = {
  id: 'status-read',
  says: 'You predicted whether K1 rotates by itself, and read its rotation status.',
  holds(view) {
    const [event] = named(view, 'GetKeyRotationStatus')
    if (!event) return open('Nobody has read the rotation status of K1.', 'GetKeyRotationStatus tells it.')
    return view.answer(byItself.id) === undefined
      ? open('There is no prediction yet.', 'Lock your answer to the question of this task.')
      : met(event)
  },
}

const switchedOn: Condition = {
  id: 'switched-on',
  says: `Automatic rotation of K1 is on, with the period that ${PLAN} asks for.`,
  holds(view) {
    const event = named(view, 'EnableKeyRotation').at(-1)
    const period = view.key(KEY)?.rotation?.periodInDays
    return event && period === planned(view)
      ? met(event)
      : open(
          period === undefined ? 'Automatic rotation of K1 is off.' : `The period of K1 is ${period} days.`,
          `Read the number of days in ${PLAN}.`,
        )
  },
}

const dateGuessed: Condition = {
  id: 'date-guessed',
  says: 'You wrote down the day of the first rotation, right to a day.',
  holds(view) {
    const event = named(view, 'EnableKeyRotation').at(-1)
    const typed = Date.parse(`${view.answer('first-rotation')?.trim() ?? ''}T00:00:00Z`)
    if (!event || Number.isNaN(typed))
      return open(
        'No date is written down, or rotation is still off.',
        'Count the period from the day on which you switch it on.',
      )
    const due = at(event) + days(planned(view) ?? 0)
    return Math.abs(typed - due) <= days(1)
      ? met(event)
      : open(
          'The date you wrote is not the day of the first rotation.',
          'The period counts from the day on which rotation was switched on, not from the creation of the key.',
        )
  },
}

const threeMaterials: Condition = {
  id: 'three-materials',
  says: 'K1 has rotated at least twice, and you encrypted an object under each newer material.',
  holds(view) {
    const turned = rotations(view)
    const [first] = turned
    const under = materialsIn(named(view, 'Encrypt').filter((event) => first && at(event) >= at(first)))
    return turned.length >= 2 && under.size >= 2
      ? met(turned[1])
      : open(
          `${turned.length} of 2 rotations happened, and ${under.size} of 2 newer materials closed an object.`,
          'Move the clock past the next rotation, encrypt, and do both once more.',
        )
  },
}

const allRead: Condition = {
  id: 'all-read',
  says: 'You decrypted objects of three different materials of K1.',
  holds(view) {
    if (view.answer(stillReadable.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    const reads = named(view, 'Decrypt')
    const { size } = materialsIn(reads)
    return size >= 3
      ? met(reads.at(-1))
      : open(
          `You have decrypted objects of ${size} of 3 materials.`,
          `Decrypt ${FIRST_OBJECT} and what you encrypted after each rotation. The key need not be named.`,
        )
  },
}

const firstNamed: Condition = {
  id: 'first-named',
  says: `You named the material that closed ${FIRST_OBJECT}.`,
  holds(view) {
    const id = view.key(KEY)?.materials[0]?.id ?? ''
    const typed = (view.answer('oldest-material') ?? '').trim().toLowerCase()
    return typed.length >= 8 && id.startsWith(typed)
      ? met(undefined)
      : open(
          'The ID you wrote is not that of the first material.',
          `Decrypt ${FIRST_OBJECT} and copy the beginning of \`KeyMaterialId\` from the answer.`,
        )
  },
}

const onDemand: Condition = {
  id: 'on-demand',
  says: 'You rotated K1 on demand, and read the status after it.',
  holds(view) {
    const asked = named(view, 'RotateKeyOnDemand')[0]
    const read = asked && named(view, 'GetKeyRotationStatus').find(({ number }) => number > asked.number)
    if (view.answer(planMoves.id) === undefined)
      return open('There is no prediction yet.', 'Lock your answer to the question of this task.')
    return asked && read
      ? met(asked)
      : open(
          asked ? 'The status has not been read since.' : 'K1 has not been rotated on demand.',
          'Compare the next rotation date of before and after.',
        )
  },
}

const overdue: Condition = {
  id: 'overdue',
  says: 'K1 was Disabled past its rotation date, did not rotate, and caught up when it was enabled.',
  holds(view) {
    for (const off of named(view, 'DisableKey')) {
      const on = named(view, 'EnableKey').find(({ number }) => number > off.number)
      if (!on) continue
      const between = rotations(view).some((each) => at(each) > at(off) && at(each) < at(on))
      const caughtUp = rotations(view).find((each) => each.number > on.number && at(each) - at(on) < 60_000)
      if (!between && caughtUp) return met(caughtUp)
    }
    return open(
      `No overdue rotation has been caught up yet. ${stateNow(view, KEY)}`,
      'Disable the key, move the clock past the next rotation date, look, then enable the key.',
    )
  },
}

export const timelineOfRotation: LabDefinition = {
  id: 'timeline-of-rotation',
  code: 'L1.3',
  title: 'A timeline of rotation',
  module: 1,
  metric: 'rotation-methods',
  objectives: ['O3.1', 'O1.1'],
  competencies: ['ROT-2', 'ROT-3', 'ROT-6'],
  recalls: ['RQ02', 'RQ05', 'RQ08', 'RQ09', 'RQ10', 'RQ18', 'RQ24', 'RQ25'],
  outcome:
    'You can switch on automatic rotation, say its dates beforehand, and show that old records still open.',
  minutes: 15,
  mode: 'faded',
  story: [
    'The intake service of Fernhill Trials has run for a while with one generated key. Chiyo, the auditor, asks how often it rotates and what becomes of old records.',
    `KMS key \`${KEY}\` is Enabled. \`${FIRST_OBJECT}\` was encrypted with it before you came. The file \`${PLAN}\` says how often Fernhill wants it to rotate.`,
  ],
  steps: [
    {
      id: 'as-it-is',
      title: 'Find out whether K1 rotates today',
      text: ['Answer first. Then ask KMS for the rotation status of `K1`.'],
      predictions: [byItself],
      conditions: [statusRead],
      hints: [
        'Look at the forms in the group for rotation.',
        '`GetKeyRotationStatus` with the key.',
        '`aws kms get-key-rotation-status --key-id <ARN of K1>`',
      ],
    },
    {
      id: 'switch-on',
      title: 'Let K1 rotate as the plan says',
      text: [
        `Switch automatic rotation on, with the period that \`${PLAN}\` names. KMS takes 90 to 2,560 days.`,
        'Write down the day on which you expect the first rotation, before you look.',
      ],
      entries: [
        {
          id: 'first-rotation',
          kind: 'text',
          asks: 'Day of the first rotation, for instance 2026-05-20',
          pattern: '\\d{4}-\\d{2}-\\d{2}',
          refuses: 'Write the day as year, month and day: 2026-05-20.',
        },
      ],
      conditions: [switchedOn, dateGuessed],
      hints: [
        'The clock at the top shows which day it is.',
        '`EnableKeyRotation` with `RotationPeriodInDays`.',
        '`aws kms enable-key-rotation --key-id <ARN of K1> --rotation-period-in-days <days of the plan>`',
      ],
    },
    {
      id: 'two-rotations',
      title: 'Live through two rotations and write after each',
      text: [
        'Encrypt an object now. Move the clock past the first rotation and encrypt another one. Do it once more after the second rotation.',
        'Keep the ciphertexts as files. The key ID, the ARN and the alias do not change; look at what does.',
      ],
      conditions: [threeMaterials],
      hints: [
        'The clock panel shows what is scheduled, and when.',
        '`Encrypt` with `K1` after each rotation; `ListKeyRotations` shows what has happened.',
        '`aws kms list-key-rotations --key-id <ARN of K1> --include-key-material ALL_KEY_MATERIAL`',
      ],
    },
    {
      id: 'read-them-all',
      title: 'Read old and new',
      text: [
        `Answer first. Then decrypt \`${FIRST_OBJECT}\` and the objects you kept. The answer of Decrypt names the material that it used.`,
        'Say which material closed the oldest object.',
      ],
      predictions: [stillReadable],
      entries: [
        {
          id: 'oldest-material',
          kind: 'text',
          asks: `KeyMaterialId that Decrypt names for ${FIRST_OBJECT}, at least the first 8 characters`,
          pattern: '[0-9a-fA-F]{8,64}',
          refuses: 'An ID of key material is written with the digits 0 to 9 and the letters a to f.',
        },
      ],
      conditions: [allRead, firstNamed],
      hints: [
        'One Decrypt for each object; nothing else is needed.',
        '`Decrypt` takes the ciphertext; read `KeyMaterialId` in its answer.',
        `\`aws kms decrypt --ciphertext-blob fileb://${FIRST_OBJECT} --query KeyMaterialId\``,
      ],
    },
    {
      id: 'now',
      title: 'Rotate today, and see whether the plan changes',
      text: [
        'Answer first. Then rotate `K1` on demand and read the status once more. A key can be rotated on demand 25 times in its life.',
      ],
      predictions: [planMoves],
      conditions: [onDemand],
      hints: [
        'Note the next rotation date before you start.',
        '`RotateKeyOnDemand`, then `GetKeyRotationStatus`.',
        '`aws kms rotate-key-on-demand --key-id <ARN of K1>`',
      ],
    },
    {
      id: 'overdue',
      title: 'Miss a rotation, and catch up',
      text: [
        'Disable `K1` and move the clock past its next rotation date. Look at the list of rotations: nothing happens to a disabled key.',
        'Enable it again and look once more. The plan was kept, and KMS makes up for the missed rotation at once.',
      ],
      conditions: [overdue],
      hints: [
        'Compare the trail of before and after EnableKey.',
        '`DisableKey`, the clock, `ListKeyRotations`, `EnableKey`, `ListKeyRotations`.',
        '`aws kms disable-key --key-id <ARN of K1>`, the clock past the next rotation, `aws kms enable-key --key-id <ARN of K1>`',
      ],
    },
  ],
  wrongMoves: [
    {
      id: 'period-out-of-range',
      when(view) {
        const last = lastCall(view)
        return last?.eventName === 'EnableKeyRotation' && last.errorCode === 'ValidationException'
      },
      says: 'ValidationException. The rotation period is a whole number of days from 90 to 2,560. The text of the exception names the bound that was missed.',
    },
    {
      id: 'too-close-to-the-plan',
      when(view) {
        const last = lastCall(view)
        return last?.eventName === 'RotateKeyOnDemand' && last.errorCode === 'ConflictException'
      },
      says: 'ConflictException. An automatic rotation is due within 20 minutes, so KMS does not start another one now. Move the clock past it and try again.',
    },
    {
      id: 'rotated-while-disabled',
      misconception: 'M-09',
      when(view) {
        const last = lastCall(view)
        return last?.eventName === 'RotateKeyOnDemand' && last.errorCode === 'DisabledException'
      },
      says: 'DisabledException. A key that is switched off does not rotate, neither by plan nor on demand. Enable it first.',
    },
  ],
  reflection: 'An attacker holds an old data key in plaintext. What do they lose when the KMS key rotates?',
  async start(stage) {
    const { study, fraction } = cast(stage)
    const { KeyMetadata } = await stage.call(
      'CreateKey',
      { Description: `${KEY}: intake of study ${study}` },
      'KeyAdmin',
    )
    const { Arn } = KeyMetadata as { readonly Arn: string }
    stage.name(KEY, Arn)
    await stage.call('CreateAlias', { AliasName: 'alias/trial-records', TargetKeyId: Arn }, 'KeyAdmin')
    stage.putFile(FIRST_OBJECT, await encrypted(stage, Arn, record(study, 0)))
    const period = 120 + Math.floor(fraction() * 281)
    stage.putFile(PLAN, encodeUtf8(`Keys of study ${study} rotate automatically, every ${period} days.\n`))
  },
}
