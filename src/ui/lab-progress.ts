import type { LabDefinition, Prediction } from '../course/lab-definition.ts'
import { ANSWERS, PROGRESS, type AnswerRow, type ProgressRow } from '../lab/rows.ts'
import type { TableReader } from '../kms/tables.ts'

export interface TaskCount {
  readonly done: number
  readonly of: number
  /** Which one is open: 0 is the first; undefined when all are done */
  readonly open?: number
}

/** How far the learner is in a lab. A task is done when all its conditions were met. */
export function taskCount(lab: LabDefinition, tables: TableReader): TaskCount {
  const met = tables.get<ProgressRow>(PROGRESS, lab.id)?.met ?? {}
  const done = lab.steps.map(({ conditions }) => conditions.every(({ id }) => Object.hasOwn(met, id)))
  const open = done.indexOf(false)
  return { done: done.filter(Boolean).length, of: done.length, ...(open < 0 ? {} : { open }) }
}

/** A prediction of the open task that has no answer yet: what it asks about must not be given away. */
export function openPrediction(lab: LabDefinition | undefined, tables: TableReader): Prediction | undefined {
  if (!lab) return undefined
  const { open } = taskCount(lab, tables)
  const step = open === undefined ? undefined : lab.steps[open]
  return step?.predictions?.find(({ id }) => !tables.get<AnswerRow>(ANSWERS, `${lab.id}/${id}`))
}
