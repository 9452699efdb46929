import { days, hours } from '../../world/clock.ts'
import { cast, record } from '../cast.ts'
import {
  about,
  answered,
  lastCall,
  lastCallAbout,
  met,
  open,
  stateNow,
  stateWords,
  succeeded,
} from '../evidence.ts'
import type {
  Condition,
  LabDefinition,
  LabView,
  NumberedEvent,
  Prediction,
  Question,
  Step,
} from '../lab-definition.ts'
import { encrypted, importedKey } from '../stage-import.ts'
import { importMistakes } from './import-mistakes.ts'

/** One of the four: what stops the key, how the refusal is called, what brings it back. */
interface Way {
  readonly key: 'Ka' | 'Kb' | 'Kc' | 'Kd'
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
  readonly predictions: readonly [state: Prediction, error: Prediction]
  readonly stoppedBy: string
  readonly stopSays: string
  readonly refusal: 'DisabledException' | 'KMSInvalidStateException'
  readonly undoneBy: readonly string[]
  readonly undoSays: string
  readonly undoLookAt: string
  readonly hints: Step['hints']
}

const state = (key: string, asks: string, options: Prediction['options']): Prediction => ({
  id: `${key}-state`,
  asks,
  options,
})
const error = (key: string, asks: string, options: Prediction['options']): Prediction => ({
  id: `${key}-error`,
  asks,
  options,
})

const ways: readonly Way[] = [
  {
    key: 'Ka',
    id: 'disable',
    title: 'Disable Ka, then make its record readable again',
    text: [
      'Commit to both answers first. Then disable `Ka`, try to decrypt `ka-object.enc`, and undo it.',
      'Disabling is a switch on the KMS key. Look at what stays in the socket.',
    ],
    predictions: [
      state('ka', 'Which state does Ka have after DisableKey?', [
        {
          id: 'disabled',
          text: 'Disabled',
          correct: true,
          because: 'The switch is off. The material stays where it is.',
        },
        {
          id: 'pending-import',
          text: 'Pending import',
          misconception: 'M-09',
          because: 'The material would have to be gone for that. Disabling takes nothing out.',
        },
        {
          id: 'pending-deletion',
          text: 'Pending deletion',
          misconception: 'M-08',
          because: 'Only ScheduleKeyDeletion starts that countdown.',
        },
      ]),
      error('ka', 'Which answer does a Decrypt with Ka get then?', [
        {
          id: 'disabled',
          text: 'DisabledException',
          correct: true,
          because: 'The exception names the state: the key is there, it is switched off.',
        },
        {
          id: 'invalid-state',
          text: 'KMSInvalidStateException',
          misconception: 'M-09',
          because: 'An empty key would answer that way. This one is full.',
        },
        {
          id: 'plaintext',
          text: 'the plaintext; only Encrypt is stopped',
          misconception: 'M-10',
          because: 'A disabled key does no cryptographic work at all, in neither direction.',
        },
      ]),
    ],
    stoppedBy: 'DisableKey',
    stopSays: 'Ka was Disabled by your call.',
    refusal: 'DisabledException',
    undoneBy: ['EnableKey'],
    undoSays: 'Ka is Enabled again.',
    undoLookAt: 'The opposite of DisableKey is one call and needs no bytes.',
    hints: [
      'Run DescribeKey on `Ka` after each call and compare KeyState.',
      '`DisableKey`, then `Decrypt` with `ka-object.enc`, then `EnableKey`.',
      '`aws kms disable-key --key-id <ARN of Ka>`, `aws kms decrypt --ciphertext-blob fileb://ka-object.enc`, `aws kms enable-key --key-id <ARN of Ka>`',
    ],
  },
  {
    key: 'Kb',
    id: 'delete-material',
    title: 'Take the material out of Kb, then bring it back',
    text: [
      'Commit first. Then delete the imported material of `Kb` and try to decrypt `kb-object.enc`.',
      'The original bytes are in your file `kb-material.bin`. Bringing them back is a whole import: new parameters, wrap, import. Wrap on the Bench or with your own `openssl`.',
      'Deleting material takes effect at once. Objects stay, nobody can read them. Undo: import the same bytes.',
    ],
    predictions: [
      state('kb', 'Which state does Kb have after DeleteImportedKeyMaterial?', [
        {
          id: 'disabled',
          text: 'Disabled',
          misconception: 'M-09',
          because: 'Someone would have to call DisableKey for that. Here the socket is empty.',
        },
        {
          id: 'pending-import',
          text: 'Pending import',
          correct: true,
          because: 'The KMS key, its ARN and its policy stay. It waits for its bytes.',
        },
        {
          id: 'gone',
          text: 'none, the key is gone',
          misconception: 'M-08',
          because: 'Material and key are two things. Only key deletion removes the key.',
        },
      ]),
      error('kb', 'Which answer does a Decrypt with Kb get then?', [
        {
          id: 'disabled',
          text: 'DisabledException',
          misconception: 'M-09',
          because: 'That is the answer of a key that is switched off. Kb is switched on and empty.',
        },
        {
          id: 'invalid-state',
          text: 'KMSInvalidStateException',
          correct: true,
          because: 'Its text says that the key is pending import.',
        },
        {
          id: 'not-found',
          text: 'NotFoundException',
          misconception: 'M-08',
          because: 'The KMS key would have to be gone. It is still there, with the same ARN.',
        },
      ]),
    ],
    stoppedBy: 'DeleteImportedKeyMaterial',
    stopSays: 'The material of Kb was deleted by your call.',
    refusal: 'KMSInvalidStateException',
    undoneBy: ['ImportKeyMaterial'],
    undoSays: 'Kb is Enabled again, with its original bytes.',
    undoLookAt: 'Import the bytes of kb-material.bin with new parameters.',
    hints: [
      'Run DescribeKey on `Kb`: which fields are missing now, and which stayed?',
      '`DeleteImportedKeyMaterial`; to undo: `GetParametersForImport`, wrap `kb-material.bin`, `ImportKeyMaterial`.',
      '`aws kms get-parameters-for-import --key-id <ARN of Kb> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072`, then the wrapping line of lab L2.2, then `aws kms import-key-material --key-id <ARN of Kb> --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`',
    ],
  },
  {
    key: 'Kc',
    id: 'let-it-expire',
    title: 'Let the material of Kc expire, then bring it back',
    text: [
      'The material of `Kc` has an expiration date; DescribeKey shows it as ValidTo. Commit first. Then move the clock past that date and try to decrypt `kc-object.enc`.',
      'Nobody calls anything at that moment. Look in the trail for what KMS wrote there by itself.',
      'The original bytes are in `kc-material.bin`.',
    ],
    predictions: [
      state('kc', 'Which state does Kc have after its expiration date?', [
        {
          id: 'disabled',
          text: 'Disabled',
          misconception: 'M-11',
          because: 'Expiry does not touch the switch. It empties the socket.',
        },
        {
          id: 'pending-import',
          text: 'Pending import',
          correct: true,
          because: 'The same state as after a deletion by hand. Only the trail tells the two apart.',
        },
        {
          id: 'pending-deletion',
          text: 'Pending deletion',
          misconception: 'M-11',
          because: 'Expiry ends the material, never the KMS key.',
        },
      ]),
      error('kc', 'Which answer does a Decrypt with Kc get then?', [
        {
          id: 'disabled',
          text: 'DisabledException',
          misconception: 'M-11',
          because: 'Someone would have to disable the key. Expiry does not.',
        },
        {
          id: 'plaintext',
          text: 'the plaintext; only Encrypt is stopped',
          misconception: 'M-30',
          because: 'Without material there is nothing to decrypt with either.',
        },
        {
          id: 'invalid-state',
          text: 'KMSInvalidStateException',
          correct: true,
          because: 'To the caller it looks the same as a deletion: the key is pending import.',
        },
      ]),
    ],
    stoppedBy: 'DeleteExpiredKeyMaterial',
    stopSays: 'The material of Kc expired on its date.',
    refusal: 'KMSInvalidStateException',
    undoneBy: ['ImportKeyMaterial'],
    undoSays: 'Kc is Enabled again, with its original bytes.',
    undoLookAt: 'Import the bytes of kc-material.bin with new parameters, and a date in the future or none.',
    hints: [
      'Look at ValidTo of `Kc`, then at the preview beside the clock.',
      'Move the clock past ValidTo; to undo: `GetParametersForImport`, wrap `kc-material.bin`, `ImportKeyMaterial`.',
      '`aws kms describe-key --key-id <ARN of Kc>` shows the date. Afterwards the same three steps as for `Kb`, with `kc-material.bin`.',
    ],
  },
  {
    key: 'Kd',
    id: 'schedule-deletion',
    title: 'Schedule the deletion of Kd, then save it in time',
    text: [
      'Commit first. Then schedule the deletion of `Kd` with a waiting period of 7 days and try to decrypt `kd-object.enc`.',
      'Save the key before the period ends: after that the KMS key and everything encrypted under it are lost, even though you hold the bytes.',
      'Undo takes two calls. Look at the state after the first one.',
    ],
    predictions: [
      state('kd', 'Which state does Kd have after ScheduleKeyDeletion?', [
        {
          id: 'enabled',
          text: 'Enabled until the last day',
          misconception: 'M-10',
          because: 'The waiting period is for changing your mind, not for more work. The key stops at once.',
        },
        {
          id: 'pending-deletion',
          text: 'Pending deletion',
          correct: true,
          because: 'The countdown runs and the key does no work meanwhile.',
        },
        {
          id: 'gone',
          text: 'none, the key is gone',
          misconception: 'M-08',
          because: 'There is no immediate deletion. The shortest waiting period is 7 days.',
        },
      ]),
      error('kd', 'Which answer does a Decrypt with Kd get during the waiting period?', [
        {
          id: 'plaintext',
          text: 'the plaintext, until the last day',
          misconception: 'M-10',
          because: 'Cryptographic work stops when deletion is scheduled, not when it happens.',
        },
        {
          id: 'not-found',
          text: 'NotFoundException',
          misconception: 'M-08',
          because: 'The key would have to be gone. That comes after the waiting period.',
        },
        {
          id: 'invalid-state',
          text: 'KMSInvalidStateException',
          correct: true,
          because: 'Its text says that the key is pending deletion.',
        },
      ]),
    ],
    stoppedBy: 'ScheduleKeyDeletion',
    stopSays: 'Kd was scheduled for deletion by your call.',
    refusal: 'KMSInvalidStateException',
    undoneBy: ['CancelKeyDeletion', 'EnableKey'],
    undoSays: 'Kd is Enabled again: the deletion was cancelled and the key was enabled.',
    undoLookAt: 'Cancelling gives back a Disabled key; one more call is needed.',
    hints: [
      'Run DescribeKey on `Kd` after each call; DeletionDate shows how long you have.',
      '`ScheduleKeyDeletion` with 7 days, then `CancelKeyDeletion`, then `EnableKey`.',
      '`aws kms schedule-key-deletion --key-id <ARN of Kd> --pending-window-in-days 7`, `aws kms cancel-key-deletion --key-id <ARN of Kd>`, `aws kms enable-key --key-id <ARN of Kd>`',
    ],
  },
]

const objectOf = (key: string) => `${key.toLowerCase()}-object.enc`
const materialOf = (key: string) => `${key.toLowerCase()}-material.bin`

const gone = (key: string) =>
  open(`${key} is gone for good.`, 'Undo the last clock move, or start the lab again.')

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
    holds: (view) => (view.key(key) ? holds(view) : gone(key)),
  })
  return [
    condition('stopped', way.stopSays, (view) => {
      const stop = stopOf(view, way)
      return stop ? met(stop) : open(stateNow(view, key), 'The second hint names the operation.')
    }),
    condition('refused', `A Decrypt with ${key} was refused with ${way.refusal}.`, (view) => {
      const refused = since(
        view,
        way,
        (event) => event.eventName === 'Decrypt' && event.errorCode === way.refusal,
      )
      return refused
        ? met(refused)
        : open('No such refusal is in the trail.', `Decrypt ${objectOf(key)} while ${key} is stopped.`)
    }),
    condition('undone', way.undoSays, (view) => {
      const calls = way.undoneBy.map((name) =>
        since(view, way, (event) => event.eventName === name && succeeded(event)),
      )
      return calls.every((call) => call !== undefined) && view.state(key) === 'Enabled'
        ? met(calls.at(-1))
        : open(stateNow(view, key), way.undoLookAt)
    }),
    condition('read', `${objectOf(key)} was decrypted after the undo.`, (view) => {
      const undo = since(view, way, (event) => way.undoneBy.includes(event.eventName) && succeeded(event))
      const read = since(view, way, (event) => event.eventName === 'Decrypt' && succeeded(event))
      return undo && read && read.number > undo.number
        ? met(read)
        : open(
            `${objectOf(key)} has not been read since.`,
            `Decrypt ${objectOf(key)} once ${key} is Enabled.`,
          )
    }),
  ]
}

export const allPredictions = ways.flatMap(({ predictions }) => predictions)
const ENOUGH = 7

const states = ['Enabled', 'Disabled', 'PendingImport', 'PendingDeletion'] as const
type Shown = (typeof states)[number]

/** One arrow of the diagram with its end left open. */
const arrow = (
  id: string,
  from: string,
  call: string,
  to: Shown,
  why: string,
  misconceptions: Partial<Record<Shown, string>> = {},
): Question => ({
  id: `arrow-${id}`,
  again: true,
  asks: `${from}: ${call}. Where does the arrow end?`,
  options: states.map((shown) => {
    const misconception = misconceptions[shown]
    return {
      id: shown,
      text: stateWords[shown],
      because: shown === to ? why : `${NOT_THERE[shown]} ${why}`,
      ...(shown === to ? { correct: true as const } : {}),
      ...(misconception === undefined ? {} : { misconception }),
    }
  }),
})

const NOT_THERE: Readonly<Record<Shown, string>> = {
  Enabled: 'A key that works has its material, is switched on and has no deletion date.',
  Disabled: 'Disabled is the switch alone: DisableKey sets it, and a cancelled deletion leaves it.',
  PendingImport: 'Pending import means that material is missing.',
  PendingDeletion: 'Pending deletion means that a deletion date is set.',
}

const diagram: readonly Question[] = [
  arrow(
    'created',
    'CreateKey',
    'with origin EXTERNAL',
    'PendingImport',
    'A new EXTERNAL key has no material.',
    { Enabled: 'M-28' },
  ),
  arrow(
    'first-import',
    'Pending import',
    'ImportKeyMaterial with the first bytes',
    'Enabled',
    'The first import fills the key and it works at once.',
    { Disabled: 'M-09' },
  ),
  arrow('disable', 'Enabled', 'DisableKey', 'Disabled', 'The switch is off, the material stays.', {
    PendingImport: 'M-09',
  }),
  arrow('enable', 'Disabled', 'EnableKey', 'Enabled', 'The switch is on again; no bytes are needed.', {
    PendingImport: 'M-09',
  }),
  arrow(
    'delete-material',
    'Enabled',
    'DeleteImportedKeyMaterial',
    'PendingImport',
    'The material is gone, the KMS key stays.',
    { PendingDeletion: 'M-08' },
  ),
  arrow(
    'expire',
    'Enabled',
    'ValidTo passes',
    'PendingImport',
    'KMS removes the material on that date, with no call from anyone.',
    { Disabled: 'M-11', PendingDeletion: 'M-11' },
  ),
  arrow(
    'schedule',
    'Enabled',
    'ScheduleKeyDeletion',
    'PendingDeletion',
    'The waiting period starts and all work stops.',
    { Enabled: 'M-10' },
  ),
  arrow(
    'cancel',
    'Pending deletion',
    'CancelKeyDeletion',
    'Disabled',
    'A key with its material comes back switched off; EnableKey is the second call.',
    { Enabled: 'M-10' },
  ),
]

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
      says: 'Nothing is missing in Ka: it is switched off, not empty. An import does not switch it on. EnableKey does.',
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
