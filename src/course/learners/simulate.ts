import { minutes, type Instant } from '../../world/clock.ts'
import { seededEntropy } from '../../world/entropy.ts'
import type { AnsweredItem } from '../answered.ts'
import { grade } from '../grade.ts'
import type { Draw, Item } from '../item-definition.ts'
import { drawFrom } from '../items/draw-from.ts'
import { LAST_VARIANT, shuffled } from '../items/variant-of.ts'
import type { Metric } from '../lab-definition.ts'
import type { Course, LearnerRecord } from '../mastery/learner-record.ts'
import { atLeast, CHANNEL_FLOOR, judged, mastery } from '../mastery/mastery.ts'
import type { LearnerKind } from './learners.ts'
import { guess, rightResponse } from './respond.ts'

/** Every learner sits down on this morning. */
const BEGUN: Instant = Date.UTC(2026, 10, 2, 9)
/** So many questions of each metric are answered: what the estimate looks at. */
const ANSWERED = 20

export interface Simulated {
  readonly learners: number
  /** Learner and metric: over the floor of the questions' channel alone */
  readonly overFloor: number
  /** Learner and metric: all seven rules hold */
  readonly mastered: number
  /** Learners that mastered every metric they were judged in */
  readonly courses: number
  readonly metrics: number
}

/**
 * Learners of a kind, each judged by the rules of the course after one morning.
 *
 * @param seed the same seed makes the same learners
 */
export function simulate(
  kind: LearnerKind,
  learners: number,
  {
    course,
    metrics,
    seed,
  }: { readonly course: Course; readonly metrics: readonly Metric[]; readonly seed: number },
): Simulated {
  const draw = drawFrom(seededEntropy(seedBytes(seed)))
  const total = { overFloor: 0, mastered: 0, courses: 0 }
  for (let i = 0; i < learners; i++) {
    const record = morning(kind, course, metrics, draw)
    const all = judged(record, course, BEGUN + minutes(ANSWERED * metrics.length))
    const results = metrics.map((metric) => mastery(metric, all))
    total.overFloor += results.filter(({ quiz }) => atLeast(quiz.value, CHANNEL_FLOOR)).length
    total.mastered += results.filter(({ word }) => word === 'mastered').length
    total.courses += results.every(({ word }) => word === 'mastered') ? 1 : 0
  }
  return { learners, metrics: metrics.length, ...total }
}

function morning(kind: LearnerKind, course: Course, metrics: readonly Metric[], draw: Draw): LearnerRecord {
  const asked = kind.answers ? metrics.flatMap((metric) => questionsOf(metric, course, draw)) : []
  const passes = kind.passes
    ? course.labs.map(({ id }) => ({ labId: id, at: BEGUN, began: BEGUN, hints: {}, event: 1 }))
    : []
  const answers = asked.map((item, i) => answered(item, kind.knows, BEGUN + minutes(i), draw))
  return { answers, passes, slips: [], predictions: [] }
}

/** At random, the competencies taking turns as in a block of an exam. */
function questionsOf(metric: Metric, { items }: Course, draw: Draw): readonly Item[] {
  const rest = [
    ...shuffled(
      items.filter((item) => item.metric === metric),
      draw,
    ),
  ]
  const times = new Map<string, number>()
  return Array.from({ length: Math.min(ANSWERED, rest.length) }, () => {
    const fewest = Math.min(...rest.map(({ competency }) => times.get(competency) ?? 0))
    const at = rest.findIndex(({ competency }) => (times.get(competency) ?? 0) === fewest)
    const [next] = rest.splice(at, 1) as [Item]
    times.set(next.competency, fewest + 1)
    return next
  })
}

function answered(item: Item, knows: number, at: Instant, draw: Draw): AnsweredItem {
  const response = draw.whole(1, 10_000) <= knows * 10_000 ? rightResponse(item) : guess(item, draw)
  const variant = draw.whole(0, LAST_VARIANT)
  return { itemId: item.id, variant, at, mode: 'practice', response, ...grade(item, response), seconds: 60 }
}

function seedBytes(seed: number): Uint8Array {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, seed)
  return bytes
}
