import { seededEntropy } from '../world/entropy.ts'
import { minutes, seconds, type Instant } from '../world/clock.ts'
import type { ExamAttempt } from './exam-attempt.ts'
import type { Draw, Item } from './item-definition.ts'
import { drawFrom } from './items/draw-from.ts'
import { LAST_VARIANT, shuffled } from './items/variant-of.ts'
import type { Metric } from './lab-definition.ts'

/** A block of the real length per question: 170 minutes for 65 questions are 157 seconds each. */
export const EXAM_MINUTES = 65
/** How many questions of each metric a block has: 25 */
export const EXAM_SHARES: Readonly<Record<Metric, number>> = {
  'rotation-methods': 6,
  'import-workflow': 6,
  'availability-risks': 7,
  'compliance-choice': 6,
}
/** Forms that no real exam has, and how many of them a metric may have: four in a block. The rest are forms of a real one. */
const OURS = new Set<Item['type']>(['predict', 'log'])
const OURS_EACH = 1

/** The time a learner asks for before the start: a factor, or none. */
export const TIME_FACTORS = [1, 1.25, 1.5, 2] as const
export type ExamTime = (typeof TIME_FACTORS)[number] | 'untimed'

type ExamItems = ExamAttempt['items']

/**
 * The questions of a block: mixed over the metrics and their competencies, unseen ones first. One of each metric is a
 * pilot, which is not scored and not marked as such.
 *
 * @param seen ids of questions that earlier blocks had
 * @throws RangeError when the bank is too small
 */
export function assembleExam(items: readonly Item[], seed: number, seen: ReadonlySet<string>): ExamItems {
  const draw = drawFrom(seededEntropy(seedBytes(seed)))
  const chosen = (Object.keys(EXAM_SHARES) as Metric[]).flatMap((metric) => {
    const picked = pick(items, metric, draw, seen)
    const pilot = draw.oneOf(picked)
    return picked.map((item) => ({ itemId: item.id, ...(item === pilot && { pilot: true as const }) }))
  })
  return shuffled(chosen, draw).map((each) => ({ ...each, variant: draw.whole(0, LAST_VARIANT) }))
}

/** One after the other: one that was not seen, from the competency that has fewest so far. */
function pick(
  items: readonly Item[],
  metric: Metric,
  draw: Draw,
  seen: ReadonlySet<string>,
): readonly Item[] {
  const wanted = EXAM_SHARES[metric]
  const fitting = items.filter((item) => item.metric === metric && item.type !== 'hotspot')
  const rest = shuffled(fitting, draw)
  const picked: Item[] = []
  const count = (competency: string) => picked.filter((item) => item.competency === competency).length
  while (picked.length < wanted) {
    const full = picked.filter(({ type }) => OURS.has(type)).length >= OURS_EACH
    const left = rest.filter((item) => !picked.includes(item) && !(full && OURS.has(item.type)))
    const unseen = left.filter(({ id }) => !seen.has(id))
    const open = unseen.length > 0 ? unseen : left
    const fewest = Math.min(...open.map(({ competency }) => count(competency)))
    const next = open.find(({ competency }) => count(competency) === fewest)
    if (!next) throw new RangeError(`the bank has too few questions of ${metric}`)
    picked.push(next)
  }
  return picked
}

function seedBytes(seed: number): Uint8Array {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, seed)
  return bytes
}

/** A block that begins now. @param now by the wall clock */
export const beginExam = (
  attempt: string,
  seed: number,
  items: ExamItems,
  time: ExamTime,
  now: Instant,
): ExamAttempt => ({
  attempt,
  seed,
  items,
  startedAt: now,
  ...(time === 'untimed'
    ? {}
    : { timeFactor: time, limitSeconds: Math.round(minutes(EXAM_MINUTES * time) / 1_000) }),
  responses: {},
  flags: [],
  seconds: {},
})

/** When it ends by itself; undefined where it has no limit. */
const endOf = ({ startedAt, limitSeconds }: ExamAttempt): Instant | undefined =>
  limitSeconds === undefined ? undefined : startedAt + seconds(limitSeconds)

/** Whole seconds until the end, 0 when it is over; undefined where it has no limit. */
export function secondsLeft(exam: ExamAttempt, now: Instant): number | undefined {
  const end = endOf(exam)
  return end === undefined ? undefined : Math.max(0, Math.ceil((end - now) / 1_000))
}

/** The block as it is handed in: now, or when its time ran out, whatever came first. A block is handed in once. */
export const handIn = (exam: ExamAttempt, now: Instant): ExamAttempt =>
  exam.finishedAt === undefined ? { ...exam, finishedAt: Math.min(now, endOf(exam) ?? now) } : exam
