import type { LabDefinition } from '../course/lab-definition.ts'
import type { Put, Tables } from '../kms/tables.ts'
import { moveRow } from './checks.ts'
import type { AnswerRow } from './rows.ts'

/** What a wrong answer to a prediction or a question of a lab tells: kept beside wrong moves, since a new start opens the answer again. */
export function beliefsShown(
  lab: LabDefinition,
  id: string,
  { value, certainty, at, seenAt = 0 }: AnswerRow,
  tables: Tables,
): readonly Put[] {
  const asked = lab.steps
    .flatMap(({ predictions = [], questions = [] }) => [...predictions, ...questions])
    .find((each) => each.id === id)
  const marked = value.split(',')
  return (asked?.options ?? [])
    .filter((option) => marked.includes(option.id) && !option.correct && option.misconception !== undefined)
    .map((option) =>
      moveRow(
        lab,
        {
          moveId: `answer:${id}:${option.id}`,
          ...(option.misconception === undefined ? {} : { misconception: option.misconception }),
          ...(certainty === undefined ? {} : { certainty }),
        },
        tables,
        at,
        seenAt,
      ),
    )
}
