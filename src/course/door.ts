import { encodeUtf8 } from '../bytes/utf8.ts'
import { hours } from '../world/clock.ts'
import { about, lastCallAbout, met, open, requested, stateNow, succeeded } from './evidence.ts'
import type { Condition, LabDefinition, LabView, Prediction } from './lab-definition.ts'
import { encrypted, importedKey } from './stage-import.ts'

const KEY = 'K'
const CIPHERTEXT = 'visit-7.enc'
const MATERIAL = 'material.bin'
const DECRYPT = `\`aws kms decrypt --ciphertext-blob fileb://${CIPHERTEXT}\``

const reads = (view: LabView) => about(view, KEY).filter(({ eventName }) => eventName === 'Decrypt')
const expiry = (view: LabView) =>
  about(view, KEY).find(({ eventName }) => eventName === 'DeleteExpiredKeyMaterial')

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
      because:
        'For that, the file would have to carry its own key. It carries only a reference to the KMS key and its material.',
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
      because:
        'For that, the KMS key would have to be deleted. Expiry ends the material; the key keeps its ARN and policy.',
    },
  ],
}

const predicted: Condition = {
  id: 'door-predicted',
  says: 'You committed to an answer.',
  holds: (view) =>
    view.answer(atOne.id) === undefined
      ? open('No answer is locked yet.', 'Choose one of the three.')
      : met(undefined),
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
    return refusal
      ? met(refusal)
      : open('The line has not been run since.', 'Press the up arrow, then Enter.')
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

/** The first minute on the door page (ux.md, 2): a lab like the others, played over a world of its own. */
export const door: LabDefinition = {
  id: 'door',
  code: 'D0',
  title: 'Make expired data readable again',
  module: 4,
  metric: 'availability-risks',
  objectives: ['O3.2'],
  competencies: ['AVL-1', 'AVL-2'],
  minutes: 1,
  mode: 'worked',
  story: ['This key’s material was imported and expires at 10:00.'],
  steps: [
    {
      id: 'read',
      title: 'Read the record',
      text: [`The file \`${CIPHERTEXT}\` was encrypted under this key. It is 09:00. Run the staged line.`],
      conditions: [readOnce],
      hints: [
        'The line is ready; press Enter.',
        '`Decrypt` takes the ciphertext and finds its key by itself.',
        DECRYPT,
      ],
    },
    {
      id: 'predict',
      title: 'Say what will happen at 10:01',
      text: ['Choose one answer. It is locked, so that you can compare.'],
      predictions: [atOne],
      conditions: [predicted],
      hints: [
        'The material has a date; the key has none.',
        'Ask yourself what Decrypt needs besides the file.',
        'Choose any answer: the reason is shown once you have seen what happens.',
      ],
    },
    {
      id: 'wait',
      title: 'Let the material expire',
      text: ['The clock of this page moves when you move it. Go to 10:01.'],
      conditions: [passed],
      hints: ['The clock is on the page.', 'Move it past 10:00.', 'Use the button “Go to 10:01”.'],
    },
    {
      id: 'read-again',
      title: 'Try to read again',
      text: ['Run the same line once more, and compare the answer with yours.'],
      conditions: [refused],
      hints: ['It is the same line as before.', 'Press the up arrow, then Enter.', DECRYPT],
    },
    {
      id: 'bring-back',
      title: 'Make the data readable again',
      text: [
        `You still have the original 32 bytes in \`${MATERIAL}\`. Bring it back.`,
        'Ask for a public key and a token, close the bytes under the public key, send both. Then read the record.',
      ],
      conditions: [backAgain],
      hints: [
        'The key still exists; only its bytes are missing.',
        '`GetParametersForImport`, wrap, `ImportKeyMaterial`, `Decrypt`.',
        'Use “Show me”: it runs the lines one after the other.',
      ],
    },
  ],
  wrongMoves: [
    {
      id: 'door-other-bytes',
      misconception: 'M-07',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last?.event.eventName === 'ImportKeyMaterial' &&
          last.event.errorCode === 'IncorrectKeyMaterialException'
        )
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
  reflection: 'Same key, same bytes, data readable again. What did the key keep while it was empty?',
  async start(stage) {
    const material = stage.random(32)
    const { arn } = await importedKey(
      stage,
      KEY,
      'Fernhill Trials, visits of study FT-07',
      material,
      stage.now + hours(1),
    )
    await stage.call('CreateAlias', { AliasName: 'alias/visits', TargetKeyId: arn }, 'KeyAdmin')
    stage.putFile(MATERIAL, material)
    stage.putFile(
      CIPHERTEXT,
      await encrypted(stage, arn, encodeUtf8('Visit 7: no adverse event reported.\n')),
    )
  },
}
