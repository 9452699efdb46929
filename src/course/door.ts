import { encodeUtf8 } from '../bytes/utf8.ts'
import { hours, minutes } from '../world/clock.ts'
import { about, lastCallAbout, met, open, requested, stateNow, succeeded } from './evidence.ts'
import type { Condition, Prediction, Stage, WrongMove } from './lab-definition.ts'
import { PUBLIC_KEY, TOKEN } from './labs/judge-wrapped-upload.ts'
import { WRAPPED } from './labs/import-mistakes.ts'
import { encrypted, importedKey } from './stage-import.ts'

/** An act that the door page stages, so that one press of Enter or a button does it. */
export type StagedAct =
  | {
      readonly does: 'call'
      readonly operation: string
      /** `{key}` stands for the ARN of the demo's key; `{file}` for bytes of a file */
      readonly input: Readonly<Record<string, string | { readonly file: string }>>
      readonly keep?: Readonly<Record<string, string>>
    }
  /** To this many minutes after the demo began */
  | { readonly does: 'move-clock'; readonly minutesAfterStart: number; readonly button: string }
  /** What openssl does on a learner's computer: RSAES_OAEP_SHA_256 */
  | { readonly does: 'wrap'; readonly publicKey: string; readonly material: string; readonly to: string }

export interface DoorStep {
  readonly id: 'read' | 'predict' | 'wait' | 'read-again' | 'bring-back'
  readonly title: string
  readonly text: readonly string[]
  readonly prediction?: Prediction
  readonly acts: readonly StagedAct[]
  readonly conditions: readonly Condition[]
  /** Shown when all conditions hold */
  readonly done: string
}

/** The first minute on the door page (ux.md, 2). */
export interface DoorDemo {
  readonly id: 'door'
  readonly lead: string
  readonly keyName: string
  readonly steps: readonly DoorStep[]
  readonly wrongMoves: readonly WrongMove[]
  readonly success: string
  /** In the first moments the clock shows 09:00; the page starts the demo there */
  start(stage: Stage): Promise<void>
}

const KEY = 'Kv'
const CIPHERTEXT = 'visit-7.enc'
const MATERIAL = 'material.bin'
/** Stands for the key's ARN in a staged call */
export const DOOR_KEY = '{key}'

const reads = (view: Parameters<Condition['holds']>[0]) => about(view, KEY).filter(({ eventName }) => eventName === 'Decrypt')
const expiry = (view: Parameters<Condition['holds']>[0]) => about(view, KEY).find(({ eventName }) => eventName === 'DeleteExpiredKeyMaterial')

const readOnce: Condition = {
  id: 'door-read',
  says: `${CIPHERTEXT} was decrypted.`,
  holds(view) {
    const read = reads(view).find(succeeded)
    return read ? met(read) : open('Nothing has been decrypted yet.', 'Run the line that is staged.')
  },
}

const atOne: Prediction = {
  id: 'door-at-10-01',
  asks: 'What will the same line answer at 10:01, one minute after the material expires?',
  options: [
    {
      id: 'plaintext',
      text: 'The plaintext; the file was encrypted while the key worked',
      misconception: 'M-30',
      because: 'For that, the file would have to carry its own key. It carries only a reference to the KMS key and its material.',
    },
    {
      id: 'pending-import',
      text: 'KMSInvalidStateException: the key is pending import',
      correct: true,
      because: 'KMS removes the material on its date. The KMS key stays and waits for the same bytes.',
    },
    {
      id: 'not-found',
      text: 'NotFoundException: the key is gone',
      misconception: 'M-11',
      because: 'For that, the KMS key would have to be deleted. Expiry ends the material; the key keeps its ARN and policy.',
    },
  ],
}

const predicted: Condition = {
  id: 'door-predicted',
  says: 'You committed to an answer.',
  holds: (view) => (view.answer(atOne.id) === undefined ? open('No answer is locked yet.', 'Choose one of the three.') : met(undefined)),
}

const passed: Condition = {
  id: 'door-expired',
  says: 'The clock passed 10:00 and KMS removed the material.',
  holds(view) {
    const event = expiry(view)
    return event ? met(event) : open(stateNow(view, KEY), 'Use the button “Go to 10:01”.')
  },
}

const refused: Condition = {
  id: 'door-refused',
  says: 'The same line was refused.',
  holds(view) {
    const refusal = reads(view).find(({ errorCode }) => errorCode === 'KMSInvalidStateException')
    return refusal ? met(refusal) : open('The line has not been run since.', 'Press the up arrow, then Enter.')
  },
}

const backAgain: Condition = {
  id: 'door-back',
  says: `${CIPHERTEXT} was decrypted again, with the same key and the same bytes.`,
  holds(view) {
    const after = expiry(view)?.number ?? Number.POSITIVE_INFINITY
    const read = reads(view).find((event) => event.number > after && succeeded(event))
    return read ? met(read) : open(stateNow(view, KEY), `The original 32 bytes are in ${MATERIAL}.`)
  },
}

const decryptIt: StagedAct = { does: 'call', operation: 'Decrypt', input: { CiphertextBlob: { file: CIPHERTEXT } } }

export const door: DoorDemo = {
  id: 'door',
  lead: 'This key’s material was imported and expires at 10:00.',
  keyName: KEY,
  steps: [
    {
      id: 'read',
      title: 'Read the record',
      text: [`The file \`${CIPHERTEXT}\` was encrypted under this key. It is 09:00. Run the staged line.`],
      acts: [decryptIt],
      conditions: [readOnce],
      done: 'The ciphertext named its key, the key opened it, and the trail has a new row.',
    },
    {
      id: 'predict',
      title: 'Say what will happen',
      text: ['Choose one answer. It is locked, so that you can compare.'],
      prediction: atOne,
      acts: [],
      conditions: [predicted],
      done: 'Locked. Now let the time come.',
    },
    {
      id: 'wait',
      title: 'Let the material expire',
      text: ['The clock of this page moves when you move it.'],
      acts: [{ does: 'move-clock', minutesAfterStart: 61, button: 'Go to 10:01' }],
      conditions: [passed],
      done: 'The socket is empty: the key is Pending import. KMS wrote that down by itself.',
    },
    {
      id: 'read-again',
      title: 'Try to read again',
      text: ['Run the same line once more.'],
      acts: [decryptIt],
      conditions: [refused],
      done: 'This is the text that KMS returns. Compare it with your answer.',
    },
    {
      id: 'bring-back',
      title: 'Make the data readable again',
      text: [
        `You still have the original 32 bytes in \`${MATERIAL}\`. Bring it back.`,
        'Ask for a public key and a token, close the bytes under the public key, send both. Then read the record.',
      ],
      acts: [
        {
          does: 'call',
          operation: 'GetParametersForImport',
          input: { KeyId: DOOR_KEY, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
          keep: { PublicKey: PUBLIC_KEY, ImportToken: TOKEN },
        },
        { does: 'wrap', publicKey: PUBLIC_KEY, material: MATERIAL, to: WRAPPED },
        {
          does: 'call',
          operation: 'ImportKeyMaterial',
          input: {
            KeyId: DOOR_KEY,
            ImportToken: { file: TOKEN },
            EncryptedKeyMaterial: { file: WRAPPED },
            ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
          },
        },
        decryptIt,
      ],
      conditions: [backAgain],
      done: 'The record opens.',
    },
  ],
  wrongMoves: [
    {
      id: 'door-other-bytes',
      misconception: 'M-07',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return last?.event.eventName === 'ImportKeyMaterial' && last.event.errorCode === 'IncorrectKeyMaterialException'
      },
      says: `IncorrectKeyMaterialException. These are not the bytes this key knows. The original ones are in ${MATERIAL}.`,
    },
    {
      id: 'door-new-material',
      misconception: 'M-07',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last?.event.eventName === 'ImportKeyMaterial' &&
          succeeded(last.event) &&
          requested(last.event, 'importType') === 'NEW_KEY_MATERIAL' &&
          last.state === 'PendingImport'
        )
      },
      says: 'New material never stands in for lost material. The key still waits for the bytes it had.',
    },
  ],
  success: 'Same key, same bytes, data readable again. That is success metric 3. Module 1 starts here.',
  async start(stage) {
    const material = stage.random(32)
    const { arn } = await importedKey(stage, KEY, 'Visits of study FT-07', material, stage.now + hours(1))
    stage.putFile(MATERIAL, material)
    stage.putFile(CIPHERTEXT, await encrypted(stage, arn, encodeUtf8('visit 7: blood pressure 128/82 mmHg\n')))
  },
}

/** Where a staged clock move leads. */
export const doorInstant = (startedAt: number, act: Extract<StagedAct, { does: 'move-clock' }>) => startedAt + minutes(act.minutesAfterStart)
