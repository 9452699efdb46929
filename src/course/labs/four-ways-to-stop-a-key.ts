import { days, hours } from '../../world/clock.ts'
import { cast, record } from '../cast.ts'
import { about, answered, lastCall, lastCallAbout, met, open, stateNow, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, NumberedEvent, Step } from '../lab-definition.ts'
import { encrypted, importedKey } from '../stage-import.ts'
import { importMistakes } from './import-mistakes.ts'
import { diagram } from './state-diagram-questions.ts'
import { ways, type Way } from './ways-to-stop.ts'
const objectOf = (key: string) => `${key.toLowerCase()}-object.enc`
const materialOf = (key: string) => `${key.toLowerCase()}-material.bin`

/** The first moment the key stopped; everything else has to come after it. */
const stopOf = (view: LabView, way: Way) =>
  about(view, way.key).find((event) => event.eventName === way.stoppedBy && succeeded(event))

const since = (view: LabView, way: Way, test: (event: NumberedEvent) => boolean) => {
  const stop = stopOf(view, way)
  return stop && about(view, way.key).findLast((event) => event.number > stop.number && test(event))
}

function conditionsOf(way: Way): readonly Condition[] {
  const { key, id } = way
  const condition = (suffix: string, says: string, holds: Condition['holds']): Condition => ({
    id: `${id}-${suffix}`,
    says,
    holds,
  })
  const notStopped = (view: LabView) =>
    open(
      `${stateNow(view, key)} It was not stopped in this way yet.`,
      'The first condition of this task comes first.',
    )
  return [
    condition('stopped', way.stopSays, (view) => {
      const stop = stopOf(view, way)
      return stop ? met(stop) : open(stateNow(view, key), way.stopLookAt)
    }),
    condition('refused', `A Decrypt with ${key} was refused with ${way.refusal}.`, (view) => {
      if (!stopOf(view, way)) return notStopped(view)
      const refused = since(
        view,
        way,
        (event) => event.eventName === 'Decrypt' && event.errorCode === way.refusal,
      )
      return refused
        ? met(refused)
        : open(
            `No such refusal is in the trail. ${stateNow(view, key)}`,
            `Decrypt ${objectOf(key)} while ${key} is stopped. If it works again already, stop it once more.`,
          )
    }),
    condition('undone', way.undoSays, (view) => {
      if (!stopOf(view, way)) return notStopped(view)
      const calls = way.undoneBy.map((name) =>
        since(view, way, (event) => event.eventName === name && succeeded(event)),
      )
      return calls.every((call) => call !== undefined) && view.state(key) === 'Enabled'
        ? met(calls.at(-1))
        : open(stateNow(view, key), way.undoLookAt)
    }),
    condition('read', `${objectOf(key)} was decrypted after the undo.`, (view) => {
      if (!stopOf(view, way)) return notStopped(view)
      const undo = since(view, way, (event) => way.undoneBy.includes(event.eventName) && succeeded(event))
      const read = since(view, way, (event) => event.eventName === 'Decrypt' && succeeded(event))
      return undo && read && read.number > undo.number
        ? met(read)
        : open(
            `${objectOf(key)} has not been read since. ${stateNow(view, key)}`,
            `Decrypt ${objectOf(key)} once ${key} is Enabled.`,
          )
    }),
  ]
}

export const allPredictions = ways.flatMap(({ predictions }) => predictions)
const ENOUGH = 7
const predicted: Condition = answered({
  id: 'predicted',
  says: `At least ${ENOUGH} of your 8 predictions are right.`,
  questions: allPredictions,
  least: ENOUGH,
  lookAt: 'Answers to predictions stay. Start the lab again when more than one was wrong.',
})

const diagramRight: Condition = answered({
  id: 'diagram',
  says: 'Every arrow of the state diagram ends where it belongs.',
  questions: diagram,
  lookAt: 'Read the reason beside the answer you chose, then answer again.',
})

export const fourWaysToStopAKey: LabDefinition = {
  id: 'four-ways-to-stop-a-key',
  code: 'L4.1',
  title: 'Stop a key in four ways, and undo each',
  module: 4,
  metric: 'availability-risks',
  objectives: ['O4.2'],
  competencies: ['AVL-1', 'AVL-3'],
  recalls: ['AQ02', 'AQ08', 'CQ27'],
  outcome: 'You can stop a key in four ways, and bring its records back after each.',
  minutes: 15,
  mode: 'guided',
  bench: 'forms',
  story: [
    'It is quiet at Fernhill Trials, so Dario, who is on call tonight, rehearses. Four imported keys, `Ka` to `Kd`, are alike. Each has closed one record.',
    'There are four ways to stop a key. They look alike to the application and differ in what brings the record back.',
    'For each one: say what will happen, do it, see the refusal, undo it, read the record. `Kg` is a generated key; nothing depends on it.',
  ],
  steps: [
    ...ways.map(
      (way): Step => ({
        id: way.id,
        title: way.title,
        text: way.text,
        predictions: way.predictions,
        conditions: conditionsOf(way),
        hints: way.hints,
      }),
    ),
    {
      id: 'state-diagram',
      title: 'Draw the state diagram from memory',
      text: [
        'Eight arrows lead from one state to the next. Say where each one ends, without looking at the keys.',
      ],
      questions: diagram,
      conditions: [predicted, diagramRight],
      hints: [
        'Three things decide: is the material there, is the switch on, is a deletion date set?',
        'A deletion date wins over everything; missing material comes next; the switch comes last.',
        'Created empty: Pending import. First import: Enabled. Disable: Disabled. Enable: Enabled. Delete material or expiry: Pending import. Schedule: Pending deletion. Cancel: Disabled.',
      ],
    },
  ],
  wrongMoves: [
    ...importMistakes(['Kb', 'Kc']),
    {
      id: 'import-into-disabled',
      misconception: 'M-09',
      when(view) {
        const last = lastCallAbout(view, ['Ka'])
        return (
          last?.state === 'Disabled' &&
          ['GetParametersForImport', 'ImportKeyMaterial'].includes(last.event.eventName)
        )
      },
      says: 'Nothing is missing in Ka: it is switched off, not empty. EnableKey switches it on. AWS does not document what an import does to a disabled key; here it stays Disabled.',
    },
    {
      id: 'cancelled-but-disabled',
      misconception: 'M-10',
      when(view) {
        const last = lastCallAbout(view, ['Kd'])
        return (
          last?.state === 'Disabled' &&
          last.event.eventName === 'Decrypt' &&
          last.event.errorCode === 'DisabledException'
        )
      },
      says: 'DisabledException. Cancelling the deletion gave back a Disabled key. One call is left: EnableKey.',
    },
    {
      id: 'delete-generated-material',
      misconception: 'M-08',
      when(view) {
        const last = lastCallAbout(view, ['Kg'])
        return (
          last?.event.eventName === 'DeleteImportedKeyMaterial' &&
          last.event.errorCode === 'UnsupportedOperationException'
        )
      },
      says: 'UnsupportedOperationException. KMS generated the material of Kg; it cannot be taken out of the key. Only deleting the whole KMS key removes it.',
    },
    {
      id: 'new-key-instead',
      misconception: 'M-08',
      when: (view) =>
        lastCall(view)?.eventName === 'CreateKey' &&
        view.events.some(({ eventName }) => ways.some(({ stoppedBy }) => stoppedBy === eventName)),
      says: 'A new key cannot open the old records: each ciphertext is bound to the KMS key that made it. The stopped key still exists. Bring that one back.',
    },
    {
      id: 'waited-too-long',
      misconception: 'M-29',
      when: (view) => view.key('Kd') === undefined && view.events.at(-1)?.eventName === 'DeleteKey',
      says: 'The waiting period of Kd has ended. The KMS key is deleted, and its record is lost although you hold the bytes. Undo the clock move and cancel in time.',
    },
  ],
  reflection: 'Which of the four is safest when you only suspect a problem?',
  async start(stage) {
    const { sponsor, study, fraction } = cast(stage)
    // Before the 7 days of Kd can end, whatever order the learner takes.
    const expiry = stage.now + days(2) + hours(Math.floor(fraction() * 72))
    for (const [index, { key }] of ways.entries()) {
      const material = stage.random(32)
      const { arn } = await importedKey(
        stage,
        key,
        `${key}: records of ${sponsor}, study ${study}`,
        material,
        key === 'Kc' ? expiry : undefined,
      )
      stage.putFile(materialOf(key), material)
      stage.putFile(objectOf(key), await encrypted(stage, arn, record(study, index + 1)))
    }
    const { KeyMetadata } = await stage.call(
      'CreateKey',
      { Description: `Kg: generated, for comparison` },
      'KeyAdmin',
    )
    stage.name('Kg', (KeyMetadata as { readonly Arn: string }).Arn)
  },
}
