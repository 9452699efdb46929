import { minutes, type Instant } from '../../world/clock.ts'
import { correctOption, rightAnswers } from '../evidence.ts'
import type { LabView } from '../lab-definition.ts'
import { faultOf } from './faults/index.ts'
import { harmDone } from './harm.ts'
import type { Plan } from './incident.ts'
import { closedRecords, failingApps, lastFailure, learnersActs, watchedApps } from './judge.ts'
import { EVIDENCE, isEvidence } from './evidence-entry.ts'
import { questionsOf } from './questions.ts'

export interface ScorePart {
  readonly id: 'service' | 'data' | 'cause' | 'safety' | 'cost'
  readonly points: number
  readonly of: number
  /** Why so many */
  readonly because: string
}

const NO_SPEED = 'No points for speed where records are lost.'
const NOT_BACK = 'Not every app works.'

/** 100 points: 30 service time, 30 data, 20 cause and evidence, 10 safety, 10 cost. Speed counts only when no data is lost. */
export function scoreOf(plan: Plan, view: LabView): readonly ScorePart[] {
  const { closed, of } = closedRecords(plan, view)
  const target = plan.faults.reduce((sum, { fault }) => sum + faultOf(fault).target, 0)
  const last = lastFailure(watchedApps(plan, view))
  const late = last !== undefined && last > view.startedAt ? last : undefined
  const took = Math.max(1, Math.ceil(((late ?? view.startedAt) - view.startedAt) / minutes(1)))
  const questions = questionsOf(plan)
  const right = rightAnswers(view, questions)
  const named = isEvidence(plan, view, view.answer(EVIDENCE))
  const harm = harmDone(plan, view)
  const extra = extraKeys(plan, view)
  const stopped =
    closed > 0 ? NO_SPEED : failingApps(watchedApps(plan, view)).length > 0 ? NOT_BACK : undefined
  return [
    {
      id: 'service',
      of: 30,
      points: stopped !== undefined ? 0 : Math.round(30 * Math.min(1, target / took)),
      because:
        stopped ??
        `${late === undefined ? 'No record failed after you came' : `The last record failed after ${took} min`}; ${target} min are the target.${onThePhone(view, late ?? view.startedAt)}`,
    },
    {
      id: 'data',
      of: 30,
      points: closed === 0 ? 30 : Math.round(15 * (1 - closed / Math.max(1, of))),
      because:
        closed === 0 ? 'Every record that could be saved opens.' : `${closed} of ${of} records do not open.`,
    },
    {
      id: 'cause',
      of: 20,
      points: 3 * right + (named ? 5 : 0),
      because: `${right} of ${questions.length} answers are right; the record of the cause is ${named ? '' : 'not '}named.`,
    },
    {
      id: 'safety',
      of: 10,
      points: Math.max(0, 10 - 5 * harm.length),
      because:
        harm.length === 0
          ? 'No act made it worse.'
          : `You ${[...new Set(harm.map(({ short }) => short))].join(', ')}.`,
    },
    {
      id: 'cost',
      of: 10,
      points: Math.max(0, 10 - 3 * extra),
      because:
        extra === 0
          ? 'No key was created without need.'
          : `${extra} ${extra === 1 ? 'key' : 'keys'} more than the repair needs, each at 1 USD a month.`,
    },
  ]
}

/** What calls to the custodian had of the time; one that came when the service was back had nothing of it. */
function onThePhone(view: LabView, back: Instant): string {
  const rings = view.rings.filter(({ at }) => at < back)
  if (rings.length === 0) return ''
  const spent = rings.reduce((sum, { at, until }) => sum + until - at, 0) / minutes(1)
  return ` ${rings.length === 1 ? 'A phone call' : `${rings.length} phone calls`} took ${Math.round(spent)} min.`
}

export const total = (parts: readonly ScorePart[]) => parts.reduce((sum, { points }) => sum + points, 0)

function extraKeys(plan: Plan, view: LabView): number {
  const may = plan.faults.reduce((sum, { fault }) => sum + (faultOf(fault).mayCreate ?? 0), 0)
  const made = learnersActs(view).filter(
    ({ eventName, errorCode }) =>
      errorCode === undefined && (eventName === 'CreateKey' || eventName === 'ReplicateKey'),
  ).length
  return Math.max(0, made - may)
}

/** Beliefs that the learner's answers showed. */
export const beliefsShown = (plan: Plan, view: LabView): readonly string[] => [
  ...new Set(
    questionsOf(plan).flatMap((question) => {
      const answer = view.answer(question.id)
      if (answer === undefined || answer === correctOption(question)) return []
      return question.options.find(({ id }) => id === answer)?.misconception ?? []
    }),
  ),
]
