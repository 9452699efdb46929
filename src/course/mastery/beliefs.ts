import { days, type Instant } from '../../world/clock.ts'
import type { Certainty } from '../answered.ts'
import type { Item } from '../item-definition.ts'
import type { LabDefinition } from '../lab-definition.ts'
import { isCompetency, type CompetencyId } from '../words/competencies.ts'
import { isMisconception, misconceptions, type MisconceptionId } from '../words/misconceptions.ts'
import type { Course, LabPass, LearnerRecord } from './learner-record.ts'

/** Where a belief showed, or where it was ruled out. */
export interface BeliefEvent {
  readonly at: Instant
  /** `item:RQ12`, or `lab:first-import/base64`: two of the same say no more than one */
  readonly context: string
  readonly certainty?: Certainty
  readonly competencies: readonly CompetencyId[]
}

export interface Belief {
  readonly id: MisconceptionId
  readonly state: 'unseen' | 'suspected' | 'active' | 'cleared'
  /** Since it was last ruled out; those of before it was ruled out when it is */
  readonly hits: readonly BeliefEvent[]
  /** Right answers to questions in which it was on offer, since the last hit */
  readonly rights: readonly BeliefEvent[]
  /** What ruled it out */
  readonly cleared?: BeliefEvent
}

type Told =
  | { readonly kind: 'hit'; readonly event: BeliefEvent }
  | { readonly kind: 'right'; readonly event: BeliefEvent }
  | { readonly kind: 'pass'; readonly event: BeliefEvent; readonly began: Instant }

/** Where each belief of the course stands, as told by answers, wrong moves and predictions. */
export function beliefs(record: LearnerRecord, course: Course): ReadonlyMap<MisconceptionId, Belief> {
  const told = toldOf(record, course)
  return new Map(
    (Object.keys(misconceptions) as MisconceptionId[]).map((id) => [id, stateOf(id, told.get(id) ?? [])]),
  )
}

/**
 * Suspected at one hit; active at two in different places, or at one of which the learner was sure. Ruled out by two
 * later right answers, one of them a day later, or by a lab that watches for it and was begun after the last hit.
 */
function stateOf(id: MisconceptionId, told: readonly Told[]): Belief {
  let hits: BeliefEvent[] = []
  let rights: BeliefEvent[] = []
  let cleared: BeliefEvent | undefined
  for (const one of told) {
    if (one.kind === 'hit') {
      if (cleared) hits = []
      hits.push(one.event)
      rights = []
      cleared = undefined
      continue
    }
    if (cleared) continue
    const since = hits.at(-1)?.at
    if (one.kind === 'pass') {
      if (since !== undefined && one.began > since) cleared = one.event
      continue
    }
    rights.push(one.event)
    const from = since ?? (rights[0] as BeliefEvent).at
    if (rights.length >= 2 && one.event.at - from >= days(1)) cleared = one.event
  }
  const held =
    hits.some(({ certainty }) => certainty === 'high') || new Set(hits.map(({ context }) => context)).size > 1
  const state = cleared ? 'cleared' : held ? 'active' : hits.length > 0 ? 'suspected' : 'unseen'
  return { id, state, hits, rights, ...(cleared ? { cleared } : {}) }
}

function toldOf({ answers, slips, passes }: LearnerRecord, { items, labs }: Course) {
  const byItem = new Map(items.map((item) => [item.id, item]))
  const byLab = new Map(labs.map((lab) => [lab.id, lab]))
  const told = new Map<MisconceptionId, Told[]>()
  const tell = (belief: string, one: Told) => {
    if (!isMisconception(belief)) return
    const list = told.get(belief)
    if (list) list.push(one)
    else told.set(belief, [one])
  }
  for (const { itemId, at, right, tags, certainty } of answers) {
    const item = byItem.get(itemId)
    if (!item) continue
    const event = {
      at,
      context: `item:${itemId}`,
      competencies: [item.competency, ...(item.also ?? [])],
      ...(certainty === undefined ? {} : { certainty }),
    }
    for (const tag of tags) tell(tag, { kind: 'hit', event })
    if (right) for (const belief of carriedBy(item)) tell(belief, { kind: 'right', event })
  }
  for (const { labId, moveId, misconception, certainty, at } of slips)
    tell(misconception ?? '', {
      kind: 'hit',
      event: {
        at,
        context: `lab:${labId}/${moveId}`,
        competencies: competenciesOf(byLab.get(labId)),
        ...(certainty === undefined ? {} : { certainty }),
      },
    })
  for (const pass of passes) {
    const lab = byLab.get(pass.labId)
    if (!lab) continue
    const event = { at: pass.at, context: `lab:${pass.labId}`, competencies: competenciesOf(lab) }
    for (const belief of watchedBy(lab)) tell(belief, { kind: 'pass', event, began: beganAt(pass) })
  }
  for (const list of told.values()) list.sort((one, two) => one.event.at - two.event.at)
  return told
}

/** Where an older save does not tell when the attempt began, it rules nothing out. */
const beganAt = ({ began = 0 }: LabPass): Instant => began

const offers = new WeakMap<Item, ReadonlySet<string>>()

/** Beliefs that a question offers, so that a right answer speaks against them. */
export function carriedBy(item: Item): ReadonlySet<string> {
  const known = offers.get(item)
  if (known) return known
  const parts = 'options' in item ? item.options : item.slips
  const tags = new Set<string>(parts.flatMap(({ misconception = [] }) => misconception))
  tags.delete('M-00')
  offers.set(item, tags)
  return tags
}

/** Beliefs whose moves a lab recognises. */
export const watchedBy = ({ wrongMoves }: LabDefinition): ReadonlySet<string> =>
  new Set(wrongMoves.flatMap(({ misconception = [] }) => misconception))

const competenciesOf = (lab: LabDefinition | undefined): readonly CompetencyId[] =>
  (lab?.competencies ?? []).filter(isCompetency)
