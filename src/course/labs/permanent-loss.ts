import type { Bytes } from '../../bytes/bytes.ts'
import { days, minutes } from '../../world/clock.ts'
import { cast, record } from '../cast.ts'
import {
  about,
  answered,
  lastCall,
  lastCallAbout,
  met,
  names,
  open,
  stateNow,
  succeeded,
} from '../evidence.ts'
import type { Condition, LabDefinition, LabView, Option, Prediction, Stage } from '../lab-definition.ts'
import { encrypted, importedKey } from '../stage-import.ts'
import { importMistakes } from './import-mistakes.ts'

const DELETED_MATERIAL = 'p3-material.bin'
const DELETED_OBJECT = 'p3-object.enc'
const NEWER_OBJECT = 'p6-object-new.enc'
const ENOUGH = 6

type Verdict = 'recoverable' | 'in-part' | 'lost'
const TEXTS: Readonly<Record<Verdict, string>> = {
  recoverable: 'recoverable',
  'in-part': 'recoverable in part',
  lost: 'lost',
}

function verdict(
  id: string,
  asks: string,
  right: Verdict,
  because: Readonly<Record<Verdict, string>>,
  misconception: Partial<Record<Verdict, string>>,
): Prediction {
  const options = (['recoverable', 'in-part', 'lost'] as const).map(
    (each): Option => ({
      id: each,
      text: TEXTS[each],
      because: because[each],
      ...(each === right ? { correct: true } : {}),
      ...(misconception[each] === undefined ? {} : { misconception: misconception[each] }),
    }),
  )
  return { id, asks, options }
}

const case1 = verdict(
  'case-1',
  'P1: the material expired two weeks ago. The original bytes lie in the safe, with their fingerprint.',
  'recoverable',
  {
    recoverable:
      'The KMS key is there and the bytes are there. An import of the same bytes brings all of it back.',
    'in-part': 'There is one material, and all of it is in the safe. Nothing is left out.',
    lost: 'Expiry empties the key. It does not touch the copy in the safe.',
  },
  { lost: 'M-12' },
)
const case2 = verdict(
  'case-2',
  'The material was deleted and every copy destroyed. The nightly export still holds plaintext data keys of 12 objects.',
  'in-part',
  {
    recoverable: 'Nobody has the bytes any more, so the KMS key stays empty for good.',
    'in-part':
      'Data keys that are in plaintext open their objects without KMS: 12 can be read and encrypted again now. The rest is lost.',
    lost: 'Look at the export: a data key in plaintext needs no KMS.',
  },
  { recoverable: 'M-26', lost: 'M-31' },
)
const case3 = verdict(
  'case-3',
  `P3: the symmetric KMS key was deleted after its waiting period. Its bytes are in \`${DELETED_MATERIAL}\`.`,
  'lost',
  {
    recoverable:
      'The bytes alone do not do it. Each ciphertext is bound to the KMS key that made it, and that key is gone.',
    'in-part': 'No part of it can be read: every ciphertext needs the deleted KMS key.',
    lost: 'A new KMS key with the same bytes is another key. Nothing decrypts what the deleted key closed.',
  },
  { recoverable: 'M-29' },
)
const case4 = verdict(
  'case-4',
  'P4: deletion of the key is scheduled. The waiting period has 7 days, this is day 6.',
  'recoverable',
  {
    recoverable: 'CancelKeyDeletion, then EnableKey. The material never left.',
    'in-part': 'The key is whole until the waiting period is over.',
    lost: 'That would be true after the waiting period. Today it can still be cancelled.',
  },
  { lost: 'M-10' },
)
const case5 = verdict(
  'case-5',
  'P5: a generated key was disabled last month.',
  'recoverable',
  {
    recoverable: 'EnableKey. A disabled key keeps its material for as long as the key lives.',
    'in-part': 'Disabling takes nothing out of a key.',
    lost: 'Disabling is a switch. Time alone does not empty a generated key.',
  },
  { lost: 'M-09' },
)
const case6 = verdict(
  'case-6',
  'P6 has two materials. The old one was deleted and no copy of it exists; the bytes of the new one are safe.',
  'lost',
  {
    recoverable: 'The old bytes cannot come back from anywhere, and the key needs them.',
    'in-part':
      'It seems fair, but the key works as a whole or not at all. Data under the new bytes is closed too.',
    lost: 'One permanent material is missing for good, so the key never leaves Pending import.',
  },
  { 'in-part': 'M-30' },
)
const case7 = verdict(
  'case-7',
  'One replica of a multi-Region key was deleted. The primary lives.',
  'recoverable',
  {
    recoverable:
      'Related multi-Region keys share ID and material: the primary opens what the replica closed.',
    'in-part': 'What the replica encrypted opens under every related key.',
    lost: 'Each related key can decrypt what another one encrypted.',
  },
  { lost: 'M-23' },
)
export const allVerdicts = [case1, case2, case3, case4, case5, case6, case7]

/** A key that the learner made here and filled with bytes. */
const rebuilt = (view: LabView) => {
  for (const created of view.events.filter(({ eventName }) => eventName === 'CreateKey')) {
    const key = view.keys().find((each) => names(created, each))
    const filled =
      key &&
      view.events.find(
        (event) => event.eventName === 'ImportKeyMaterial' && succeeded(event) && names(event, key),
      )
    if (filled) return filled
  }
  return undefined
}

const rebuildTried: Condition = {
  id: 'rebuild-tried',
  says: `You filled a new key with bytes, and tried to decrypt ${DELETED_OBJECT} after that.`,
  holds(view) {
    const filled = rebuilt(view)
    if (!filled)
      return open(
        'No new key has been filled.',
        `Create a key with origin EXTERNAL and import \`${DELETED_MATERIAL}\` into it.`,
      )
    const tried = view.events.find(
      (event) =>
        event.number > filled.number && event.eventName === 'Decrypt' && event.errorCode !== undefined,
    )
    return tried
      ? met(tried)
      : open('The new key is full. The old object has not been tried yet.', `Decrypt ${DELETED_OBJECT}.`)
  },
}

const wholeKeyStops: Condition = {
  id: 'whole-key-stops',
  says: `You tried to decrypt ${NEWER_OBJECT}, whose own material is still there.`,
  holds(view) {
    const event = about(view, 'P6').find(
      ({ eventName, errorCode }) => eventName === 'Decrypt' && errorCode === 'KMSInvalidStateException',
    )
    return event
      ? met(event)
      : open(
          `${NEWER_OBJECT} has not been tried. ${stateNow(view, 'P6')}`,
          'Decrypt needs no more than the file.',
        )
  },
}

export const permanentLoss: LabDefinition = {
  id: 'permanent-loss',
  code: 'L4.3',
  title: 'Lost, or not lost?',
  module: 4,
  metric: 'availability-risks',
  objectives: ['O2.3'],
  competencies: ['AVL-3'],
  recalls: ['AQ03', 'AQ11', 'AQ12'],
  outcome: 'You can say after an accident which data is lost, which is not, and why.',
  minutes: 12,
  mode: 'guided',
  bench: 'forms',
  story: [
    'A sponsor asks which of its records Fernhill can still read after a bad year. Seven cases lie on the table. Three questions decide each of them.',
    'Who still holds the bytes? Does the KMS key still exist? Who holds a data key in plaintext? `P1`, `P4`, `P5` and `P6` are in your account; you may look at them.',
  ],
  steps: [
    {
      id: 'verdicts',
      title: 'Say for each case what can be saved',
      text: ['Your first answer stays. Look at the keys before you answer, and say how sure you are.'],
      predictions: allVerdicts,
      conditions: [
        answered({
          id: 'judged',
          says: `At least ${ENOUGH} of your 7 verdicts are right.`,
          questions: allVerdicts,
          least: ENOUGH,
          lookAt: 'First answers stay. Start the lab again when more than one was wrong.',
        }),
      ],
      hints: [
        'Two things are needed for symmetric data: the KMS key, and every permanent material in it.',
        'DescribeKey shows the state; the list of rotations shows which material is missing.',
        '`aws kms list-key-rotations --key-id <ARN of P6> --include-key-material ALL_KEY_MATERIAL`',
      ],
    },
    {
      id: 'rebuild',
      title: 'Try to rebuild a deleted key from its bytes',
      text: [
        `The bytes of the deleted key of case 3 are in \`${DELETED_MATERIAL}\`. Make a new key, import them, and try to decrypt \`${DELETED_OBJECT}\`.`,
        'The import works. Then see what the old ciphertext says.',
      ],
      conditions: [rebuildTried],
      hints: [
        'A whole import into a new key, then one Decrypt.',
        '`CreateKey` with origin EXTERNAL, `GetParametersForImport`, wrap, `ImportKeyMaterial`, `Decrypt`.',
        `\`aws kms decrypt --ciphertext-blob fileb://${DELETED_OBJECT} --key-id <ARN of the new key>\``,
      ],
    },
    {
      id: 'whole-key',
      title: 'Try data whose own material is there',
      text: [
        `\`${NEWER_OBJECT}\` was closed with the newer material of \`P6\`, which is present. Try to decrypt it.`,
      ],
      conditions: [wholeKeyStops],
      hints: [
        'Look at the state of `P6` first.',
        '`Decrypt` with the file; the key need not be named.',
        `\`aws kms decrypt --ciphertext-blob fileb://${NEWER_OBJECT}\``,
      ],
    },
  ],
  wrongMoves: [
    ...importMistakes(['P1', 'P6']),
    {
      id: 'expects-it-back',
      misconception: 'M-07',
      when(view) {
        const last = lastCallAbout(view, ['P6'])
        return (
          last?.event.eventName === 'GetParametersForImport' &&
          last.state === 'PendingImport' &&
          succeeded(last.event)
        )
      },
      says: 'KMS gives you parameters, but there is nothing to wrap: the old bytes of P6 exist nowhere. Other bytes are refused, or wait as new material while the key stays empty.',
    },
    {
      id: 'replicate-to-rescue',
      when(view) {
        const last = lastCall(view)
        return last?.eventName === 'ReplicateKey' && last.errorCode !== undefined
      },
      says: 'A single-Region key cannot be replicated. And where a key can, replication copies no imported bytes.',
    },
  ],
  reflection: 'Write the sentence for the sponsor: what is lost, what is not, and why.',
  start: prepare,
}

async function prepare(stage: Stage): Promise<void> {
  const { sponsor, study } = cast(stage)
  const text = (name: string) => `${name}: records of ${sponsor}, study ${study}`
  const imported = async (name: string, validTo?: number) => {
    const material = stage.random(32)
    const key = await importedKey(stage, name, text(name), material, validTo)
    return { ...key, material, object: await encrypted(stage, key.arn, record(study, 1)) }
  }
  const keep = (name: string, made: { readonly material: Bytes; readonly object: Bytes }) => {
    stage.putFile(`${name}-material.bin`, made.material)
    stage.putFile(`${name}-object.enc`, made.object)
  }

  const generated = await stage.call('CreateKey', { Description: text('P5') }, 'KeyAdmin')
  const p5 = (generated.KeyMetadata as { readonly Arn: string }).Arn
  stage.name('P5', p5)
  await stage.call('DisableKey', { KeyId: p5 }, 'KeyAdmin')

  keep('p1', await imported('P1', stage.now + days(20)))

  const p6 = await imported('P6')
  const parameters = await stage.call('GetParametersForImport', {
    KeyId: p6.arn,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  await stage.call('ImportKeyMaterial', {
    KeyId: p6.arn,
    ImportToken: parameters.ImportToken,
    EncryptedKeyMaterial: await stage.wrap(parameters.PublicKey as Bytes, stage.random(32)),
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    ImportType: 'NEW_KEY_MATERIAL',
  })
  const listed = await stage.call('ListKeyRotations', {
    KeyId: p6.arn,
    IncludeKeyMaterial: 'ALL_KEY_MATERIAL',
  })
  const [old] = listed.Rotations as readonly { readonly KeyMaterialId: string }[]
  await stage.call('RotateKeyOnDemand', { KeyId: p6.arn }, 'KeyAdmin')
  await stage.moveClock(stage.now + minutes(5))
  stage.putFile(NEWER_OBJECT, await encrypted(stage, p6.arn, record(study, 2)))
  await stage.call('DeleteImportedKeyMaterial', { KeyId: p6.arn, KeyMaterialId: old?.KeyMaterialId })

  const p3 = await imported('P3')
  keep('p3', p3)
  await stage.call('ScheduleKeyDeletion', { KeyId: p3.arn, PendingWindowInDays: 7 }, 'KeyAdmin')
  await stage.moveClock(stage.now + days(27))

  const p4 = await imported('P4')
  await stage.call('ScheduleKeyDeletion', { KeyId: p4.arn, PendingWindowInDays: 7 }, 'KeyAdmin')
  await stage.moveClock(stage.now + days(6))
}
