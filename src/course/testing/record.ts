import { days, type Instant } from '../../world/clock.ts'
import type { AnsweredItem } from '../answered.ts'
import type { ChoiceItem, Item } from '../item-definition.ts'
import type { LabDefinition, Metric } from '../lab-definition.ts'
import { skillsOf } from '../mastery/lab-channel.ts'
import type { Course, LabPass, LearnerRecord } from '../mastery/learner-record.ts'
import type { CompetencyId } from '../words/competencies.ts'
import type { MisconceptionId } from '../words/misconceptions.ts'

export const DAY_ONE: Instant = Date.UTC(2026, 10, 2, 9)
export const NO_RECORD: LearnerRecord = { answers: [], passes: [], slips: [], predictions: [] }

/** A question of four options whose every variant is another one. */
export const plainItem = (
  id: string,
  metric: Metric,
  competency: CompetencyId,
  more: Partial<ChoiceItem> = {},
): ChoiceItem => ({
  id,
  type: 'single',
  metric,
  competency,
  difficulty: 2,
  lens: 'both',
  stem: '{n}',
  options: [
    { id: 'right', text: 'a', because: 'a', correct: true },
    { id: 'b', text: 'b', because: 'b', misconception: 'M-00' },
    { id: 'c', text: 'c', because: 'c', misconception: 'M-00' },
    { id: 'd', text: 'd', because: 'd', misconception: 'M-00' },
  ],
  rests: [],
  checked: '2026-11-23',
  slots: (draw) => ({ n: String(draw.whole(0, 1_000_000)) }),
  ...more,
})

/** The same question offering a belief as its first wrong option. */
export const itemWith = (id: string, metric: Metric, competency: CompetencyId, belief: MisconceptionId) => {
  const item = plainItem(id, metric, competency)
  const options = item.options.map((option) =>
    option.id === 'b' ? { ...option, misconception: belief } : option,
  )
  return { ...item, options }
}

/** As many questions for a metric, its competencies taking turns */
export function plainItems(metric: Metric, count: number): readonly Item[] {
  const skills = skillsOf(metric)
  return Array.from({ length: count }, (_, i) =>
    plainItem(`${metric}-${i}`, metric, skills[i % skills.length]?.[0] as CompetencyId),
  )
}

export const answer = (itemId: string, right: boolean, more: Partial<AnsweredItem> = {}): AnsweredItem => ({
  itemId,
  variant: 1,
  at: DAY_ONE,
  mode: 'practice',
  response: { kind: 'marked', ids: [right ? 'right' : 'b'] },
  right,
  share: right ? 1 : 0,
  tags: [],
  seconds: 60,
  ...more,
})

/** Answers to these questions, the first `right` of them right */
export const answers = (items: readonly Item[], right: number, more: Partial<AnsweredItem> = {}) =>
  items.map(({ id }, i) => answer(id, i < right, more))

export const plainLab = (
  id: string,
  metric: Metric,
  competencies: readonly CompetencyId[],
  more: Partial<LabDefinition> = {},
): LabDefinition => ({
  id,
  code: id,
  title: id,
  module: 2,
  metric,
  objectives: [],
  competencies,
  minutes: 15,
  mode: 'guided',
  story: [],
  steps: [],
  wrongMoves: [],
  reflection: '',
  start: async () => undefined,
  ...more,
})

export const pass = (labId: string, more: Partial<LabPass> = {}): LabPass => ({
  labId,
  at: DAY_ONE,
  began: DAY_ONE,
  hints: {},
  event: 1,
  ...more,
})

/** Twenty questions, a guided lab and a challenge for the whole of a metric */
export function plainCourse(metric: Metric): Course {
  const ids = skillsOf(metric).map(([id]) => id)
  return {
    items: plainItems(metric, 20),
    labs: [plainLab('guided', metric, ids), plainLab('challenge', metric, ids, { mode: 'unguided' })],
  }
}

export const later = (n: number): Instant => DAY_ONE + days(n)
