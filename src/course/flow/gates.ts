import type { FlowCall } from './flow-definition.ts'

export interface Gate {
  readonly id: 'label' | 'box' | 'content'
  readonly title: string
  readonly asks: string
  readonly is: 'passed' | 'stopped' | 'not-reached'
}

/** Which gate an answer of KMS comes from. It is read from the answer alone: the engine judges, not the picture. */
const GATE_OF: Readonly<Record<string, Gate['id']>> = {
  InvalidImportTokenException: 'label',
  ExpiredImportTokenException: 'label',
  InvalidCiphertextException: 'box',
  IncorrectKeyMaterialException: 'content',
}

const gates = [
  { id: 'label', title: 'Label', asks: 'valid for this key?' },
  { id: 'box', title: 'Box', asks: 'does it open?' },
  { id: 'content', title: 'Content', asks: 'expected bytes?' },
] as const

/** Nothing is reached without an answer, or when the request was refused for another reason. */
export function gatesOf(answer: FlowCall | undefined): readonly Gate[] {
  const stopped = answer?.error ? GATE_OF[answer.error.code] : undefined
  const at = gates.findIndex(({ id }) => id === stopped)
  const passed = !answer || (answer.error && at < 0) ? 0 : answer.error ? at : gates.length
  return gates.map((gate, i) => ({
    ...gate,
    is: i < passed ? 'passed' : i === at ? 'stopped' : 'not-reached',
  }))
}
