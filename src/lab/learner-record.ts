import type { LabDefinition } from '../course/lab-definition.ts'
import type { Course, LabPrediction, LearnerRecord } from '../course/mastery/learner-record.ts'
import { regraded } from '../course/mastery/regraded.ts'
import type { TableReader } from '../kms/tables.ts'
import { ANSWERS, answeredItems, MOVES, passedLabs, type AnswerRow, type MoveRow } from './rows.ts'
import { answerKey } from './view.ts'

/** What this workspace tells about its learner. What an answer is worth is worked out again from the answer. */
export function learnerRecord(tables: TableReader, { items, labs }: Course): LearnerRecord {
  return {
    answers: regraded(answeredItems(tables), items),
    passes: passedLabs(tables),
    // An older save does not tell the learner's time: such a slip was before anything else.
    slips: Array.from(tables.rows<MoveRow>(MOVES), ([, { seenAt = 0, ...slip }]) => ({
      ...slip,
      at: seenAt,
    })),
    predictions: labs.flatMap((lab) => predictionsOf(lab, tables)),
  }
}

function predictionsOf(lab: LabDefinition, tables: TableReader): readonly LabPrediction[] {
  return lab.steps
    .flatMap(({ predictions = [] }) => predictions)
    .flatMap(({ id, options }) => {
      const { value, certainty } = tables.get<AnswerRow>(ANSWERS, answerKey(lab.id, id)) ?? {}
      if (value === undefined || certainty === undefined) return []
      const right = options.some((option) => option.id === value && option.correct === true)
      return [{ labId: lab.id, right, certainty }]
    })
}
