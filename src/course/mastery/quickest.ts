import { days, type Instant } from '../../world/clock.ts'
import type { AnsweredItem } from '../answered.ts'
import type { Item } from '../item-definition.ts'
import { variantName } from '../items/variant-name.ts'
import type { LabDefinition, Metric } from '../lab-definition.ts'
import { isCompetency, type CompetencyId } from '../words/competencies.ts'
import type { MisconceptionId } from '../words/misconceptions.ts'
import { carriedBy, watchedBy } from './beliefs.ts'
import { skillsOf } from './lab-channel.ts'
import type { LearnerRecord } from './learner-record.ts'
import { judged, mastery, type Judged, type Mastery, type RuleId } from './mastery.ts'

/** What a learner could do next. */
export type Deed =
  /** Without a hint */
  | { readonly kind: 'lab'; readonly lab: LabDefinition }
  | { readonly kind: 'questions'; readonly competency?: CompetencyId; readonly itemIds: readonly string[] }
  /** Questions that offer the belief, one of them a day later */
  | { readonly kind: 'belief'; readonly belief: MisconceptionId; readonly itemIds: readonly string[] }

export interface NextStep {
  readonly deed: Deed
  readonly minutes: number
  /** What the estimate would gain when all goes well */
  readonly gain: number
  /** Rules that would hold then and do not now */
  readonly mends: readonly RuleId[]
  /** Nothing else would be missing */
  readonly enough: boolean
}

/** An item that has no new variant among so many has hardly one. */
const LOOKED_AT = 60
const MINUTES_A_QUESTION = 1.5
const A_SET = 5
/** So many questions on the weakest skills together */
const A_ROUND = 10

/** What would change the metric soonest, found by trying each on the rules: what is enough first, then what moves most in a minute. */
export function quickest(metric: Metric, all: Judged, count = 2): readonly NextStep[] {
  const now = mastery(metric, all)
  if (now.word === 'mastered') return []
  return deedsFor(metric, all, now)
    .map((deed) => tried(deed, metric, all, now))
    .filter(({ gain, mends }) => gain > 1e-9 || mends.length > 0)
    .sort(
      (one, two) =>
        Number(two.enough) - Number(one.enough) ||
        (one.enough ? one.minutes - two.minutes : rate(two) - rate(one)),
    )
    .slice(0, count)
}

/** A rule that is mended weighs as much as a quarter of the whole scale. */
const rate = ({ gain, mends, minutes }: NextStep) => (gain * 4 + mends.length) / minutes

function deedsFor(metric: Metric, all: Judged, { skills, blocking }: Mastery): readonly Deed[] {
  const ids = skillsOf(metric).map(([id]) => id)
  const fresh = freshItems(all)
  const ofMetric = fresh.filter((item) => item.metric === metric)
  const value = new Map(
    skills.map(({ competency, quiz }) => [competency, quiz.asked === 0 ? -1 : quiz.value]),
  )
  const weakest = [...ofMetric].sort(
    (one, two) => (value.get(one.competency) ?? 0) - (value.get(two.competency) ?? 0),
  )
  const sets = ids.map((competency) => ({
    competency,
    itemIds: ofMetric
      .filter((item) => item.competency === competency)
      .map(({ id }) => id)
      .slice(0, A_SET),
  }))
  return [
    ...all.course.labs
      .filter(
        (lab) =>
          lab.competencies.some((id) => isCompetency(id) && ids.includes(id)) ||
          blocking.some(({ id }) => watchedBy(lab).has(id)),
      )
      .map((lab): Deed => ({ kind: 'lab', lab })),
    ...sets.filter(({ itemIds }) => itemIds.length > 0).map((set): Deed => ({ kind: 'questions', ...set })),
    ...(weakest.length > 0
      ? [{ kind: 'questions', itemIds: weakest.map(({ id }) => id).slice(0, A_ROUND) } as const]
      : []),
    ...blocking.flatMap(({ id }): Deed[] => {
      const itemIds = fresh.filter((item) => carriedBy(item).has(id)).map((item) => item.id)
      return itemIds.length < 2 ? [] : [{ kind: 'belief', belief: id, itemIds: itemIds.slice(0, 2) }]
    }),
  ]
}

function tried(deed: Deed, metric: Metric, { record, course, now }: Judged, before: Mastery): NextStep {
  const at = deed.kind === 'belief' ? now + days(1) : now
  const after = mastery(metric, judged(withDeed(record, deed, now, course.items), course, at))
  const held = new Set(before.rules.filter(({ holds }) => holds).map(({ id }) => id))
  return {
    deed,
    minutes: deed.kind === 'lab' ? deed.lab.minutes : Math.ceil(deed.itemIds.length * MINUTES_A_QUESTION),
    gain: after.estimate.value - before.estimate.value,
    mends: after.rules.filter(({ id, holds }) => holds && !held.has(id)).map(({ id }) => id),
    enough: after.word === 'mastered',
  }
}

/** The record as it would be when the deed is done without a mistake. */
function withDeed(record: LearnerRecord, deed: Deed, now: Instant, items: readonly Item[]): LearnerRecord {
  if (deed.kind === 'lab')
    return {
      ...record,
      passes: [...record.passes, { labId: deed.lab.id, at: now, began: now, hints: {}, event: 0 }],
    }
  const seen = seenVariants(record, items)
  const answers = deed.itemIds.flatMap((itemId, i): AnsweredItem[] => {
    const item = items.find(({ id }) => id === itemId)
    const variant = item && freshVariant(item, seen)
    if (variant === undefined) return []
    const at = deed.kind === 'belief' && i > 0 ? now + days(1) : now
    const response = { kind: 'marked', ids: [] } as const
    return [{ itemId, variant, at, mode: 'practice', response, right: true, share: 1, tags: [], seconds: 60 }]
  })
  return { ...record, answers: [...record.answers, ...answers] }
}

/** Questions that the learner has not had in every variant. */
function freshItems({ record, course: { items } }: Judged): readonly Item[] {
  const seen = seenVariants(record, items)
  return items.filter((item) => freshVariant(item, seen) !== undefined)
}

function seenVariants({ answers }: LearnerRecord, items: readonly Item[]): ReadonlySet<string> {
  const byId = new Map(items.map((item) => [item.id, item]))
  return new Set(
    answers.flatMap(({ itemId, variant }) => {
      const item = byId.get(itemId)
      return item ? [variantName(item, variant)] : []
    }),
  )
}

function freshVariant(item: Item, seen: ReadonlySet<string>): number | undefined {
  const last = item.slots ? LOOKED_AT : 0
  for (let number = 0; number <= last; number++) if (!seen.has(variantName(item, number))) return number
  return undefined
}
