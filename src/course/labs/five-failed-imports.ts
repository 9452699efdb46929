import { seededEntropy } from '../../world/entropy.ts'
import { answered, lastCall, met, open, stateNow } from '../evidence.ts'
import { drawFrom } from '../items/draw-from.ts'
import { shuffled } from '../items/variant-of.ts'
import type { Condition, LabDefinition, LabView, Question, Step } from '../lab-definition.ts'
import { stageClinic } from './clinic-cases.ts'
import { caseRun, clinicKeys, cured, imports, patients, type Patient } from './clinic-patients.ts'
import { firstImportMistakes, importMistakes, WRAPPED } from './import-mistakes.ts'

const stepOf = (patient: Patient): Step => ({
  id: patient.key.toLowerCase(),
  title: patient.title,
  text: patient.text,
  predictions: [patient.named],
  questions: [patient.cause],
  conditions: [ran(patient), causeNamed(patient), enabled(patient)],
  hints: patient.hints,
})

const ran = (patient: Patient): Condition => ({
  id: `${patient.key}-ran`,
  says: `You named an exception for ${patient.key} and ran the import of the case.`,
  holds(view) {
    if (view.answer(patient.named.id) === undefined)
      return open('No exception is named yet.', 'Lock your answer to the question of this task.')
    const event = caseRun(view, patient)
    if (event) return met(event)
    const tried = imports(view, patient.key)
    if (tried.some(({ errorCode }) => errorCode === 'ExpiredImportTokenException'))
      return open(
        `The token of this case is more than 24 h old by now, and hides how the import of ${patient.key} failed.`,
        'Undo the move of the clock, or start the lab again.',
      )
    return open(
      tried.length > 0
        ? `No import of ${patient.key} has failed as the case did.`
        : `No import of ${patient.key} was tried.`,
      'Use the two files that the case file names at its end.',
    )
  },
})

const causeNamed = ({ key, cause }: Patient): Condition =>
  answered({
    id: `${key}-cause-named`,
    says: `The cause card of ${key} is right.`,
    questions: [cause],
    lookAt: 'Compare sizes, times and ARNs in the case file.',
  })

const enabled = (patient: Patient): Condition => ({
  id: `${patient.key}-cured`,
  says: `${patient.key} is Enabled, by an import of yours.`,
  holds(view) {
    const event = cured(view, patient)
    return event ? met(event) : open(stateNow(view, patient.key), patient.cureLookAt)
  },
})

const label: Question = {
  id: 'tree-label',
  again: true,
  several: true,
  asks: 'Which exceptions speak of the label, the token?',
  options: [
    {
      id: 'invalid-token',
      text: 'InvalidImportTokenException',
      correct: true,
      because: 'The token is none of this key.',
    },
    {
      id: 'expired-token',
      text: 'ExpiredImportTokenException',
      correct: true,
      because: 'The token is older than 24 hours.',
    },
    {
      id: 'ciphertext',
      text: 'InvalidCiphertextException',
      because: 'That one speaks of the box: it does not open.',
    },
    {
      id: 'material',
      text: 'IncorrectKeyMaterialException',
      because: 'That one speaks of what was in the box.',
    },
  ],
}

const box: Question = {
  id: 'tree-box',
  again: true,
  asks: 'The box does not open. Which two things do you compare?',
  options: [
    {
      id: 'hash-and-public-key',
      text: 'the hash of the wrapping line with the request, and the public key with the token',
      correct: true,
      because: 'Another hash and another public key are the two reasons that two patients had.',
    },
    {
      id: 'state-and-origin',
      text: 'the state of the key and its origin',
      because: 'Those two have exceptions of their own. The box tells nothing about them.',
    },
    {
      id: 'length-and-fingerprint',
      text: 'the length of the material and its fingerprint',
      misconception: 'M-14',
      because: 'Nobody has seen the material yet when the box does not open.',
    },
  ],
}

const content: Question = {
  id: 'tree-content',
  again: true,
  asks: 'The label holds and the box opens, yet the import is refused. What do you do?',
  options: [
    {
      id: 'count-and-compare',
      text: 'count the bytes, then compare the fingerprint with the custody card',
      correct: true,
      because: 'Not 32 raw bytes, or not the bytes this key knows: these were the two patients.',
    },
    {
      id: 'new-token',
      text: 'ask for new parameters and send the same bytes again',
      misconception: 'M-16',
      because: 'A fresh label on the same content changes nothing: the content is what is refused.',
    },
    {
      id: 'say-new',
      text: 'say that the bytes are new material',
      misconception: 'M-07',
      because: 'New material never stands in for lost material. The key stays without its own bytes.',
    },
  ],
}

const tree: Step = {
  id: 'tree',
  title: 'Draw the tree: label, box, content',
  text: [
    'Each of these imports failed in one of three places: the label, the box, or what is in it. The name of the exception says in which.',
    'Fill in the tree. AWS does not publish in which order the service checks; the name alone tells you where to look.',
  ],
  questions: [label, box, content],
  conditions: [
    answered({
      id: 'tree-filled',
      says: 'The tree is right in all three places.',
      questions: [label, box, content],
      lookAt: 'Look at the exceptions of your six failed imports in the trail.',
    }),
  ],
  hints: [
    'Sort your six failed imports by their exception.',
    'Two names have Token in them, one has Ciphertext, one has KeyMaterial.',
    'Label: `InvalidImportTokenException`, `ExpiredImportTokenException`. Box: compare hash and public key. Content: count and compare the fingerprint.',
  ],
}

const byKey = (key: Patient['key']) => stepOf(patients.find((each) => each.key === key) as Patient)

/** The seed says who comes first; P3b is the second visit of P3. */
function waitingRoom(seed: number): readonly Step[] {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, seed)
  const order = shuffled(
    [['P1'], ['P2'], ['P3', 'P3b'], ['P4'], ['P5']] as const,
    drawFrom(seededEntropy(bytes)),
  )
  return order.flat().map(byKey)
}

/** The import of a case is made on purpose: it teaches, it is not answered as a mistake. */
function isCaseRun(view: LabView): boolean {
  const last = lastCall(view)
  return last !== undefined && patients.some((patient) => caseRun(view, patient)?.number === last.number)
}

const blobsOf = (key: string) => [WRAPPED, `${key.toLowerCase()}-wrapped.bin`]

export const fiveFailedImports: LabDefinition = {
  id: 'five-failed-imports',
  code: 'L2.3',
  title: 'Clinic: five failed imports',
  module: 2,
  metric: 'import-workflow',
  objectives: ['O2.1', 'O2.2', 'O4.1'],
  competencies: ['IMP-3', 'IMP-4', 'IMP-5', 'IMP-7'],
  recalls: ['IQ03', 'IQ04', 'IQ05', 'IQ09', 'IQ10', 'IQ14', 'IQ24'],
  outcome: 'You can tell from the exception why an import failed, and cure it.',
  minutes: 18,
  mode: 'guided',
  story: [
    'A partner of Fernhill tried five imports, and five failed; one of them failed twice in two ways. Nobody wrote down the answers.',
    'Amara rebuilt every case here, up to its last call: the same files, the same times. Each patient is an empty KMS key with a case file. You name the exception, run the import, say what was wrong, and cure the key.',
    'Here public key and token of one answer may be used again within their 24 hours. AWS does not document that, and asks for a new pair for each import.',
  ],
  steps: [...patients.map(stepOf), tree],
  forSeed: (seed) => ({ steps: [...waitingRoom(seed), tree] }),
  wrongMoves: [
    ...[...firstImportMistakes(clinicKeys), ...importMistakes(clinicKeys, blobsOf)].map((move) => ({
      ...move,
      when: (view: LabView) => !isCaseRun(view) && move.when(view),
    })),
    {
      id: 'new-patient',
      misconception: 'M-08',
      when: (view) => lastCall(view)?.eventName === 'CreateKey',
      says: 'A new key cures nobody. The patient still exists with its ARN, and what was closed with it opens with no other key. Cure the import, not the key.',
    },
  ],
  reflection: 'In which order would you check label, box and content, and why?',
  start: stageClinic,
}
