import { answered, met, open } from '../../evidence.ts'
import type { Option, Prediction, Question, Step } from '../../lab-definition.ts'
import type { CaseDefinition, CaseParts, Column } from './case-definition.ts'

const COLUMNS: Readonly<Record<Column, string>> = {
  generated: 'KMS generates the material',
  imported: 'they import the material',
  cloudhsm: 'a CloudHSM key store',
  external: 'an external key store',
  none: 'none of the four as written',
}

export const choiceOf = (
  { id, right }: Pick<CaseDefinition, 'id' | 'right'>,
  { why, beliefs = {} }: Pick<CaseParts, 'why' | 'beliefs'>,
): Prediction => ({
  id: `${id}-choice`,
  asks: 'Which architecture do you choose?',
  options: (Object.keys(COLUMNS) as Column[]).map((column): Option => {
    const misconception = beliefs[column]
    return {
      id: column,
      text: COLUMNS[column],
      because: why[column],
      ...(column === right ? { correct: true } : {}),
      ...(misconception === undefined ? {} : { misconception }),
    }
  }),
})

export const deciderOf = ({ id }: CaseDefinition, { demands }: Pick<CaseParts, 'demands'>): Prediction => ({
  id: `${id}-decider`,
  asks: 'Which demand decides?',
  options: demands,
})

/** One case as a task: decide, say why, prove it in the account, pick what the auditor gets. */
export function caseStep(definition: CaseDefinition, parts: CaseParts): Step {
  const { id } = definition
  const choice = choiceOf(definition, parts)
  const decider = deciderOf(definition, parts)
  const evidence: Question = {
    id: `${id}-evidence`,
    again: true,
    asks: 'What do you show Chiyo, the auditor?',
    options: parts.evidence,
  }
  return {
    id,
    title: parts.title,
    text: [...parts.asks, parts.prove],
    predictions: [choice, decider],
    questions: [evidence],
    conditions: [
      {
        id: `${id}-decided`,
        says: 'You chose an architecture and the demand that decides.',
        holds(view) {
          const locked = [choice, decider].filter(({ id }) => view.answer(id) !== undefined).length
          return locked === 2
            ? met(undefined)
            : open(`${locked} of 2 answers are locked.`, 'First answers stay. Lock both.')
        },
      },
      { ...parts.proof, id: `${id}-proved` },
      answered({
        id: `${id}-evidence-named`,
        says: 'You picked the evidence that an auditor can use.',
        questions: [evidence],
        lookAt: 'Read the reason beside the evidence you picked, then answer again.',
      }),
    ],
    hints: parts.hints,
  }
}
