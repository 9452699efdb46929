import type { Beat } from '../flow-definition.ts'
import { explainRefusal } from '../explain-refusal.ts'
import { gatesOf } from '../gates.ts'

export const threeGates: Beat = {
  id: 'three-gates',
  title: 'Check the label, open, compare',
  at: 'kms-hsm',
  claims: ['unwrapped-in-the-hsm', 'parameters-24-hours'],
  controls: [],
  note: 'The order of the gates is a teaching model: AWS does not publish the order of these checks, nor the exception for a wrong length.',
  async run(stage, facts) {
    if (!facts.letter) throw new TypeError('nothing was sent')
    return { ...facts, answer: await stage.call('ImportKeyMaterial', facts.letter.input) }
  },
  caption:
    'Three questions in this order: is the label valid for this key? Does the box open? Are the bytes the expected ones?',
  moved: (frame) =>
    frame.facts.answer?.error
      ? `The request reached KMS. ${frame.facts.answer.error.code}. ${explainRefusal(frame)}`
      : 'The request reached KMS. Label, box and content passed, inside the HSM.',
  values: ({ facts: { answer } }) => [
    ...gatesOf(answer).map(({ title, is }) => ({ label: title, value: is.replace('-', ' ') })),
    { label: 'Answer', value: answer?.error?.code ?? 'success', typed: true as const },
  ],
}
