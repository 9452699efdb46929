import { lazy, Suspense } from 'react'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { minutes } from '../../world/clock.ts'
import { PROGRESS, type ProgressRow } from '../../lab/rows.ts'
import { useLab, useLabState, useRow } from '../lab-context.tsx'
import { ANSWERS, type AnswerRow } from '../../lab/rows.ts'
import { answerKey } from '../../lab/view.ts'
import { act } from '../brief/act.ts'
import { words as says } from './words.ts'

const Debrief = lazy(() => import('./debrief.tsx'))
const ENDED = 'night-ended'

/** How long the night lasts, and its debrief when it is over: by success, or because the learner says so. */
export function IncidentEnd({ definition }: { definition: LabDefinition }) {
  const lab = useLab()
  const now = useLabState((state) => state.now)
  const progress = useRow<ProgressRow>(PROGRESS, definition.id)
  const ended = useRow<AnswerRow>(ANSWERS, answerKey(definition.id, ENDED)) !== undefined
  const level = definition.incident
  if (!progress || level === undefined) return null
  if (progress.passed || ended)
    return (
      <Suspense>
        <Debrief definition={definition} level={level} />
      </Suspense>
    )
  return (
    <details className="night-end">
      <summary>{says.giveUp}</summary>
      <p>{says.giveUpSays}</p>
      <p className="dim">{says.elapsed(Math.floor((now - progress.startedAt) / minutes(1)))}</p>
      <button type="button" className="btn small" onClick={() => act(lab.answer(ENDED, 'yes'))}>
        {says.giveUp}
      </button>
    </details>
  )
}
