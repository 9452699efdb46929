import { encodeUtf8 } from '../../bytes/utf8.ts'
import { days, hours, minutes } from '../../world/clock.ts'
import { cast, record } from '../cast.ts'
import { answered, met, open } from '../evidence.ts'
import type {
  Condition,
  Entry,
  LabDefinition,
  LabView,
  NumberedEvent,
  Question,
  Stage,
} from '../lab-definition.ts'
import { encrypted, importedKey } from '../stage-import.ts'

const [BY_HAND, BY_DATE, ROTATED] = ['K7', 'K8', 'K9'] as const
const CASE_FILE = 'case-file.txt'
const HOUR_OF_THE_DELETE = 41
const NOISE = 250

/** The trail of before the lab's start is the scene: conditions look for the record whose number was typed. */
const entry = (id: string, asks: string): Entry => ({
  id,
  kind: 'text',
  asks,
  pattern: '\\d{1,4}',
  refuses: 'Write the number of the record, as the trail shows it.',
})

const found = (
  id: string,
  says: string,
  key: string,
  isIt: (event: NumberedEvent, scene: readonly NumberedEvent[]) => boolean,
  lookAt: string,
): Condition => ({
  id: `${id}-found`,
  says,
  holds(view) {
    const typed = view.answer(id)
    if (typed === undefined) return open('No record is named yet.', lookAt)
    const scene = sceneOf(view, key)
    const event = scene.find(({ number }) => number === Number(typed))
    return event && isIt(event, scene) ? met(event) : open(`Record ${typed} is not it.`, lookAt)
  },
})

/** Every record about a key, also from before the lab began. */
function sceneOf(view: LabView, name: string): readonly NumberedEvent[] {
  const arn = view.key(name)?.arn
  return view.scene().filter((event) => event.resources?.some(({ ARN }) => ARN === arn))
}

const ok = (event: NumberedEvent) => event.errorCode === undefined
const isDelete = (event: NumberedEvent, scene: readonly NumberedEvent[]) =>
  event.eventName === 'DeleteImportedKeyMaterial' && ok(event) && event === lastDelete(scene)
const lastDelete = (scene: readonly NumberedEvent[]) =>
  scene.findLast((event) => event.eventName === 'DeleteImportedKeyMaterial' && ok(event))
const isExpiry = (event: NumberedEvent) => event.eventName === 'DeleteExpiredKeyMaterial'
const setTheDate = (event: NumberedEvent) => event.eventName === 'ImportKeyMaterial' && ok(event)
const firstFailure = (event: NumberedEvent, scene: readonly NumberedEvent[]) =>
  event ===
  scene.find(
    (each) =>
      each.eventName === 'Decrypt' &&
      each.errorCode !== undefined &&
      each.number > (scene.find(isExpiry)?.number ?? Number.POSITIVE_INFINITY),
  )

const whoRemoved: Question = {
  id: 'who-removed',
  again: true,
  asks: 'Who removed the material of K7?',
  options: [
    {
      id: 'custodian',
      text: 'somebody in the role KeyCustodian',
      correct: true,
      because: 'The record of DeleteImportedKeyMaterial names that role as its caller.',
    },
    {
      id: 'auditor',
      text: 'somebody in the role Auditor',
      misconception: 'M-32',
      because: 'The last DescribeKey is by the Auditor. Looking at a key removes nothing.',
    },
    {
      id: 'app',
      text: 'somebody in the role AppRole',
      because: 'AppRole tried, and the record shows AccessDenied. A refused call changes nothing.',
    },
    {
      id: 'nobody',
      text: 'nobody; it expired',
      misconception: 'M-32',
      because: 'An expiry leaves a service event with no caller. This record has one.',
    },
  ],
}

const planOrHand: Question = {
  id: 'plan-or-hand',
  again: true,
  asks: 'K9 changed its material. By plan or by hand?',
  options: [
    {
      id: 'plan',
      text: 'by plan',
      because:
        'An automatic rotation leaves a RotateKey with no request before it. Here a request stands right before.',
    },
    {
      id: 'hand',
      text: 'by hand',
      correct: true,
      because: 'RotateKeyOnDemand asked for it; the RotateKey of the service came after.',
    },
    {
      id: 'both',
      text: 'one of each',
      because: 'There is one RotateKey in the trail, and one RotateKeyOnDemand before it.',
    },
  ],
}

const inOrder: Question = {
  id: 'in-order',
  again: true,
  asks: 'Which order is the story of K8?',
  options: [
    {
      id: 'right',
      text: 'import with a date, expiry, first failed Decrypt',
      correct: true,
      because: 'The date was set at the import. Two days later nobody had to call anything.',
    },
    {
      id: 'failed-first',
      text: 'first failed Decrypt, expiry, import with a date',
      because: 'Nothing failed while the material was there.',
    },
    {
      id: 'deleted',
      text: 'import, a deletion by somebody, first failed Decrypt',
      misconception: 'M-32',
      because: 'There is no DeleteImportedKeyMaterial about K8. The service event names no caller.',
    },
  ],
}

export const whoDidIt: LabDefinition = {
  id: 'who-did-it',
  code: 'L4.4',
  title: 'Who did it?',
  module: 4,
  metric: 'availability-risks',
  objectives: ['O4.3'],
  competencies: ['AVL-7', 'ROT-6'],
  recalls: ['AQ31', 'AQ32', 'RQ18'],
  outcome: 'You can find in the log who stopped a key and when, and which call failed first because of it.',
  minutes: 14,
  mode: 'guided',
  story: [
    'It is Wednesday. Two keys have gone dark since Monday, and one changed its material. Dario has to say who did what, before anybody repairs anything.',
    `The trail holds the records of two days and more, some hundreds of them. The keys are \`${BY_HAND}\`, \`${BY_DATE}\` and \`${ROTATED}\`; \`${CASE_FILE}\` says which is which.`,
    'Nothing here has to be changed. Read, filter, and name records by their number.',
  ],
  steps: [
    {
      id: 'who-removed-it',
      title: 'Find who emptied K7, and when',
      text: [
        'Filter the trail by the ARN of `K7`. Several records look guilty: one call was refused, one deleted material that was only waiting. Name the record that emptied the key.',
      ],
      questions: [whoRemoved],
      entries: [entry('removal', 'Number of the record that took the material out of K7')],
      conditions: [
        found(
          'removal',
          'You named the record that emptied K7.',
          BY_HAND,
          isDelete,
          'Look at the records of DeleteImportedKeyMaterial about K7. One was not refused and left the key empty.',
        ),
        answered({
          id: 'culprit',
          says: 'You named the role behind it.',
          questions: [whoRemoved],
          lookAt: '`userIdentity` of that record names the caller.',
        }),
      ],
      hints: [
        'Filter by key first, then by event name.',
        'A record with an error changed nothing. A deletion of waiting material leaves the key Enabled.',
        'The last DeleteImportedKeyMaterial about K7 that has no `errorCode`.',
      ],
    },
    {
      id: 'no-caller',
      title: 'Explain why K8 went dark with no caller',
      text: [
        'Nobody called anything when `K8` stopped. Name the record that KMS wrote then. Then go back in time: who set the date, and in which record?',
      ],
      questions: [inOrder],
      entries: [
        entry('expiry', 'Number of the record that KMS wrote when K8 went dark'),
        entry('date-set', 'Number of the record that set the date'),
      ],
      conditions: [
        found(
          'expiry',
          'You named the service event.',
          BY_DATE,
          isExpiry,
          'Service events have the type AwsServiceEvent and no caller.',
        ),
        found(
          'date-set',
          'You named the import that set the date.',
          BY_DATE,
          setTheDate,
          'The date comes with the import; nothing else can set it.',
        ),
        answered({
          id: 'ordered',
          says: 'You put the story of K8 in order.',
          questions: [inOrder],
          lookAt: 'Compare the times of the three records.',
        }),
      ],
      hints: [
        'Search for a record without a user.',
        '`DeleteExpiredKeyMaterial`, and the `ImportKeyMaterial` with `validTo` in its request.',
        'Filter by K8: the only AwsServiceEvent, and the only ImportKeyMaterial.',
      ],
    },
    {
      id: 'first-to-fail',
      title: 'Find the first call that failed because of it',
      text: [
        'Applications noticed later than the key stopped. Name the first Decrypt that failed because `K8` was empty.',
      ],
      entries: [entry('failure', 'Number of the first Decrypt that failed after K8 went dark')],
      conditions: [
        found(
          'failure',
          'You named the first failed Decrypt.',
          BY_DATE,
          firstFailure,
          'Look at the records of K8 after its service event: the first Decrypt with an error.',
        ),
      ],
      hints: [
        'An error before the key went dark has another reason.',
        '`Decrypt` with `errorCode` KMSInvalidStateException.',
        'The first Decrypt about K8 with an error after the service event.',
      ],
    },
    {
      id: 'plan-or-hand',
      title: 'Say whether K9 rotated by plan or by hand',
      text: ['`K9` has new material. Look at what stands right before its RotateKey record.'],
      questions: [planOrHand],
      conditions: [
        answered({
          id: 'hand',
          says: 'You told a rotation on demand from an automatic one.',
          questions: [planOrHand],
          lookAt: 'Filter by K9 and look at what stands before RotateKey.',
        }),
      ],
      hints: [
        'RotateKey is written by the service in both cases.',
        '`RotateKeyOnDemand` is a call; it has a caller.',
        'Filter by K9 and read the two records with Rotate in their name.',
      ],
    },
  ],
  wrongMoves: [
    {
      id: 'looking-is-not-doing',
      misconception: 'M-32',
      when: (view) => view.answer('who-removed') === 'auditor',
      says: 'The Auditor only looked. DescribeKey reads and changes nothing; it also does not say who changed the key. Only the trail does.',
    },
    {
      id: 'refused-is-not-done',
      when: (view) => {
        const typed = Number(view.answer('removal'))
        return sceneOf(view, BY_HAND).some(
          (event) =>
            event.number === typed &&
            event.eventName === 'DeleteImportedKeyMaterial' &&
            event.errorCode !== undefined,
        )
      },
      says: 'This call was refused: its record has an error. It tells you who tried, not who did.',
    },
  ],
  reflection: 'Which one alarm and which one policy would have changed this story?',
  start: scene,
}

async function scene(stage: Stage): Promise<void> {
  const { sponsor, study, fraction } = cast(stage)
  const make = async (name: string, validTo?: number) => {
    const key = await importedKey(
      stage,
      name,
      `${name}: ${sponsor}, study ${study}`,
      stage.random(32),
      validTo,
    )
    return { ...key, object: await encrypted(stage, key.arn, record(study, 1)) }
  }
  const byHand = await make(BY_HAND)
  const byDate = await make(BY_DATE, stage.now + days(2) + hours(3))
  const { KeyMetadata } = await stage.call('CreateKey', { Description: `${ROTATED}: intake` }, 'KeyAdmin')
  const rotatedArn = (KeyMetadata as { readonly Arn: string }).Arn
  stage.name(ROTATED, rotatedArn)
  stage.putFile(
    CASE_FILE,
    encodeUtf8(
      [byHand.arn, byDate.arn, rotatedArn]
        .map((arn, i) => `${[BY_HAND, BY_DATE, ROTATED][i] as string}  ${arn}\n`)
        .join(''),
    ),
  )

  const attempt = (...call: Parameters<Stage['call']>) => stage.call(...call).catch(() => undefined)
  const begun = stage.now
  const incidents: readonly (readonly [hour: number, act: () => Promise<unknown>])[] = [
    // Material that only waits: taking it away leaves the key as it is (F-336).
    [
      9,
      async () => {
        const parameters = await stage.call('GetParametersForImport', {
          KeyId: byHand.arn,
          WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
          WrappingKeySpec: 'RSA_2048',
        })
        const { KeyMaterialId } = await stage.call('ImportKeyMaterial', {
          KeyId: byHand.arn,
          ImportToken: parameters.ImportToken,
          EncryptedKeyMaterial: await stage.wrap(parameters.PublicKey as never, stage.random(32)),
          ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
          ImportType: 'NEW_KEY_MATERIAL',
        })
        await stage.call('DeleteImportedKeyMaterial', { KeyId: byHand.arn, KeyMaterialId })
      },
    ],
    [20, () => stage.call('RotateKeyOnDemand', { KeyId: rotatedArn }, 'KeyAdmin')],
    [33, () => attempt('DeleteImportedKeyMaterial', { KeyId: byHand.arn }, 'AppRole')],
    [HOUR_OF_THE_DELETE, () => stage.call('DeleteImportedKeyMaterial', { KeyId: byHand.arn })],
    [44, () => attempt('Decrypt', { CiphertextBlob: byHand.object }, 'AppRole')],
    [52, () => attempt('Decrypt', { CiphertextBlob: byDate.object }, 'AppRole')],
    [53, () => attempt('Decrypt', { CiphertextBlob: byDate.object }, 'AppRole')],
    [54, () => stage.call('DescribeKey', { KeyId: byHand.arn }, 'Auditor')],
  ]
  const noise: readonly (() => Promise<unknown>)[] = [
    () => stage.call('Encrypt', { KeyId: rotatedArn, Plaintext: record(study, 2) }, 'AppRole'),
    () => stage.call('GenerateDataKey', { KeyId: rotatedArn, KeySpec: 'AES_256' }, 'AppRole'),
    () => attempt('Decrypt', { CiphertextBlob: byDate.object }, 'AppRole'),
    () => stage.call('DescribeKey', { KeyId: byDate.arn }, 'Auditor'),
    () => stage.call('ListKeys', {}, 'Auditor'),
    () => attempt('Decrypt', { CiphertextBlob: byDate.object, EncryptionContext: { a: 'b' } }, 'AppRole'),
    () => stage.call('GetKeyRotationStatus', { KeyId: rotatedArn }, 'Auditor'),
  ]
  let next = 0
  for (let i = 0; i < NOISE; i++) {
    // The first failures belong to the story: no noise of Decrypt once K8 is empty.
    const hour = (i * 51) / NOISE
    for (; (incidents[next]?.[0] ?? Number.POSITIVE_INFINITY) <= hour; next++) {
      await stage.moveClock(begun + hours(incidents[next]?.[0] ?? 0))
      await incidents[next]?.[1]()
    }
    await stage.moveClock(begun + Math.round(hours(hour)) + minutes(Math.floor(fraction() * 10)))
    await noise[Math.floor(fraction() * noise.length)]?.()
  }
  for (; next < incidents.length; next++) {
    await stage.moveClock(begun + hours(incidents[next]?.[0] ?? 0))
    await incidents[next]?.[1]()
  }
}
