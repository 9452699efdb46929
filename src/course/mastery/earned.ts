import type { Instant } from '../../world/clock.ts'
import type { Metric } from '../lab-definition.ts'
import { countedAnswers } from './counted-answers.ts'
import { labChannel } from './lab-channel.ts'
import { atLeast, CHANNEL_FLOOR, judged, LINE, mastery, MIN_ANSWERS, type Mastery } from './mastery.ts'
import { recordUntil, type Course, type LearnerRecord } from './learner-record.ts'
import { quizChannel } from './quiz-channel.ts'

/** A metric as it was when all its rules first held. It is never taken away. */
export interface Earned {
  readonly at: Instant
  readonly mastery: Mastery
}

/** A metric as it stands today, with what was earned of it before. */
export interface MetricStanding extends Mastery {
  readonly earned: Earned | undefined
}

/**
 * Looks back through the record, answer by answer and pass by pass. The channels are asked first, since they cost
 * little and refuse nearly every moment: what counts of an answer depends on earlier ones only, and evidence of labs
 * is at most what it is before any of it rests.
 */
export function earned(metric: Metric, record: LearnerRecord, course: Course): Earned | undefined {
  const counted = countedAnswers(record, course)
  for (const at of momentsOf(record)) {
    const quiz = quizChannel(
      counted.filter(({ answer }) => answer.at <= at),
      metric,
    )
    if (quiz.answers.length < MIN_ANSWERS || !atLeast(quiz.value, CHANNEL_FLOOR)) continue
    const until = recordUntil(record, at)
    const labs = labChannel(until, course, metric, new Map(), at)
    if (!atLeast(labs.value, CHANNEL_FLOOR) || !atLeast((quiz.value + labs.value) / 2, LINE)) continue
    const then = mastery(metric, judged(until, course, at))
    if (then.word === 'mastered') return { at, mastery: then }
  }
  return undefined
}

const momentsOf = ({ answers, passes }: LearnerRecord): readonly Instant[] =>
  [...new Set([...answers, ...passes].map(({ at }) => at))].sort((one, two) => one - two)
