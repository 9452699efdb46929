import { beliefsShown } from './beliefs-shown.ts'
import { requireText } from './guard.ts'
import type { Action } from './journal.ts'
import type { Lab } from './lab.ts'
import { requireAnswered, requireExam, requirePart } from './learning-row-shapes.ts'
import { ANSWERED, ANSWERS, EXAMS, partKept, PARTS, PROGRESS, type AnswerRow } from './rows.ts'
import type { Session } from './session.ts'
import { answerKey } from './view.ts'

/** What a learner says about the course: none of it changes the world of the lab, nor its clock. */
export function learningActs(
  session: Session,
): Pick<Lab, 'answer' | 'answerItem' | 'putExam' | 'keepPart' | 'takeHint'> {
  const { tables, world } = session
  return {
    async answer(id, value, certainty) {
      requireText(value)
      await session.act({ action: (): Action => ({ kind: 'answer', id }), strict: true }, () => {
        const lab = session.current()
        const key = answerKey(lab?.id, id)
        const locked = lab?.steps.some(({ predictions }) =>
          predictions?.some((prediction) => prediction.id === id),
        )
        if (locked && tables.get(ANSWERS, key)) return
        const row: AnswerRow = {
          value,
          at: world.clock.now(),
          seenAt: session.wallNow(),
          ...(certainty === undefined ? {} : { certainty }),
        }
        tables.apply([[ANSWERS, key, row]])
        if (lab) tables.apply(beliefsShown(lab, id, row, tables))
      })
    },

    async answerItem(answered) {
      const row = requireAnswered(answered)
      await session.act(
        { action: (): Action => ({ kind: 'answer-item', itemId: row.itemId }), strict: true },
        () => {
          tables.apply([[ANSWERED, String(tables.size(ANSWERED) + 1), row]])
        },
      )
    },

    async putExam(exam) {
      const row = requireExam(exam)
      await session.act(
        { action: (): Action => ({ kind: 'exam', attempt: row.attempt }), strict: true },
        () => {
          tables.apply([[EXAMS, row.attempt, row]])
        },
      )
    },

    async keepPart(part, news) {
      await session.act({ action: (): Action => ({ kind: 'part', part }), strict: true }, () => {
        const before = partKept(tables, part)
        const row = requirePart({
          part,
          ...before,
          bets: { ...before?.bets, ...('bets' in news ? news.bets : {}) },
          ...('done' in news && before?.done === undefined ? { done: news.done } : {}),
        })
        tables.apply([[PARTS, part, row]])
      })
    },

    async takeHint(stepId, level) {
      await session.act({ action: (): Action => ({ kind: 'hint', stepId, level }), strict: false }, () => {
        const progress = session.progress()
        if (!progress || (progress.hints[stepId] ?? 0) >= level) return
        tables.apply([
          [PROGRESS, progress.labId, { ...progress, hints: { ...progress.hints, [stepId]: level } }],
        ])
      })
    },
  }
}
