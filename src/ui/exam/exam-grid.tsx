import type { ExamAttempt } from '../../course/exam-attempt.ts'
import { isWholeAnswer } from '../../course/is-whole-answer.ts'
import type { Item } from '../../course/item-definition.ts'
import { words } from './words.ts'

/** All questions of the block at a glance: answered, begun, flagged. */
export function ExamGrid({
  exam,
  items,
  place,
  onGo,
}: {
  exam: ExamAttempt
  items: readonly Item[]
  place: number
  onGo: (place: number) => void
}) {
  const stands = exam.items.map(({ itemId }) => {
    const item = items.find(({ id }) => id === itemId)
    const response = exam.responses[itemId]
    return {
      itemId,
      answered: item !== undefined && isWholeAnswer(item, response),
      begun: response !== undefined,
      flagged: exam.flags.includes(itemId),
    }
  })
  const answered = stands.filter((each) => each.answered).length
  return (
    <>
      <h2>{words.grid.title}</h2>
      <p className="num">{words.grid.answered(answered, stands.length)}</p>
      <ol className="exam-grid">
        {stands.map(({ itemId, answered, begun, flagged }, i) => (
          <li key={itemId}>
            <button
              type="button"
              className={`${answered ? 'answered' : begun ? 'begun' : ''} ${flagged ? 'flagged' : ''}`}
              aria-label={words.grid.says(i + 1, answered, begun, flagged)}
              aria-current={i + 1 === place ? 'step' : undefined}
              onClick={() => onGo(i + 1)}
            >
              {i + 1}
            </button>
          </li>
        ))}
      </ol>
      <p className="key">{words.grid.key}</p>
    </>
  )
}
