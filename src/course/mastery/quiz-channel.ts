import type { Metric } from '../lab-definition.ts'
import { competencies, type CompetencyId } from '../words/competencies.ts'
import type { Counted } from './counted-answers.ts'
import { guessCorrected, type Estimate } from './guess-corrected.ts'

/** So many of the latest answers of a metric make its estimate. */
const LATEST = 20
/** A question shows a second competency by half. */
const BESIDES = 0.5

export interface QuizChannel extends Estimate {
  /** The answers that make it, oldest first */
  readonly answers: readonly Counted[]
}

export function quizChannel(counted: readonly Counted[], metric: Metric): QuizChannel {
  const answers = latestOf(counted, metric)
  return { ...guessCorrected(answers), answers }
}

const latestOf = (counted: readonly Counted[], metric: Metric) =>
  counted.filter(({ item }) => item.metric === metric).slice(-LATEST)

export interface QuizSkill {
  /** How much was asked: 1 for a question of its own, a half for one that shows it besides */
  readonly asked: number
  readonly value: number
}

/** What the answers that count today show of one competency, whichever metric they were asked for. */
export function quizSkill(counted: readonly Counted[], competency: CompetencyId): QuizSkill {
  const metrics = [...new Set(Object.values(competencies).map(({ metric }) => metric))]
  const weighed = metrics
    .flatMap((metric) => latestOf(counted, metric))
    .flatMap((one) => {
      const half = shareOf(one, competency)
      return half === 0 ? [] : [{ ...one, weight: one.weight * half, half }]
    })
  return {
    asked: weighed.reduce((total, { half }) => total + half, 0),
    value: guessCorrected(weighed).value,
  }
}

const shareOf = ({ item }: Counted, competency: CompetencyId): number =>
  item.competency === competency ? 1 : item.also?.includes(competency) ? BESIDES : 0
