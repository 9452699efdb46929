import type { Instant } from '../../world/clock.ts'
import type { Metric } from '../lab-definition.ts'
import { isChallenge } from './lab-channel.ts'
import { MIN_ANSWERS, judged, mastery, type Mastery } from './mastery.ts'
import { recordUntil, type Course, type LearnerRecord } from './learner-record.ts'

/** A metric as it was when all its rules first held. It is never taken away. */
export interface Earned {
  readonly at: Instant
  readonly mastery: Mastery
}

/** Looks back through the record, answer by answer and pass by pass. */
export function earned(metric: Metric, record: LearnerRecord, course: Course): Earned | undefined {
  const ofMetric = new Set(course.items.flatMap((item) => (item.metric === metric ? [item.id] : [])))
  const asked = record.answers.filter(({ itemId }) => ofMetric.has(itemId)).map(({ at }) => at)
  // It needs so many answers and a challenge: nothing can have been earned before.
  const enough = asked.sort((one, two) => one - two)[MIN_ANSWERS - 1]
  const challenges = new Set(course.labs.filter(isChallenge).map(({ id }) => id))
  const firstPass = record.passes.find(({ labId }) => challenges.has(labId))?.at
  if (enough === undefined || firstPass === undefined) return undefined
  const times = [...record.answers, ...record.passes].map(({ at }) => at)
  const moments = [...new Set(times)].filter((at) => at >= Math.max(enough, firstPass))
  for (const at of moments.sort((one, two) => one - two)) {
    const then = mastery(metric, judged(recordUntil(record, at), course, at))
    if (then.word === 'mastered') return { at, mastery: then }
  }
  return undefined
}
