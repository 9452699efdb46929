import type { Instant } from '../../world/clock.ts'
import type { Metric } from '../lab-definition.ts'
import { isCompetency, type CompetencyId } from '../words/competencies.ts'
import type { MisconceptionId } from '../words/misconceptions.ts'
import { beliefs, type Belief } from './beliefs.ts'
import { boxes, lapsed, type Boxes } from './boxes.ts'
import { countedAnswers, type Counted } from './counted-answers.ts'
import type { Estimate } from './guess-corrected.ts'
import { deepestHint, isChallenge, labChannel, skillsOf, type LabChannel } from './lab-channel.ts'
import type { Course, LabPass, LearnerRecord } from './learner-record.ts'
import { quizChannel, quizSkill, type QuizChannel, type QuizSkill } from './quiz-channel.ts'

/** What the four metrics ask for. */
export const LINE = 0.8
export const CHANNEL_FLOOR = 0.7
export const SKILL_FLOOR = 0.6
export const MIN_ANSWERS = 12
export const MIN_COVERED = 0.8
const NEARLY = 0.7

export type RuleId = 'estimate' | 'quiz' | 'labs' | 'answers' | 'critical' | 'challenge' | 'beliefs'

export interface Rule {
  readonly id: RuleId
  readonly holds: boolean
}

export type Word = 'mastered' | 'nearly' | 'not-yet' | 'not-enough'

/** A competency as both channels see it. */
export interface Skill {
  readonly competency: CompetencyId
  readonly critical: boolean
  readonly quiz: QuizSkill
  readonly lab: LabChannel['skills'][number]
  /** Whether there is anything that could show it there */
  readonly askedIn: { readonly quiz: boolean; readonly labs: boolean }
  /** Critical, and below its floor in a channel in which it can be shown */
  readonly below: boolean
}

export interface Mastery {
  readonly metric: Metric
  /** What the rules say of today */
  readonly word: Word
  readonly estimate: Estimate
  readonly quiz: QuizChannel
  readonly labs: LabChannel
  readonly skills: readonly Skill[]
  /** Competencies that were asked, an item that shows one besides counting half */
  readonly covered: number
  readonly rules: readonly Rule[]
  /** The first challenge that was passed without help beyond a first hint */
  readonly challenge?: LabPass
  /** Active ones that stand against a critical competency */
  readonly blocking: readonly Belief[]
  /** Competencies whose review is late by more than twice its interval */
  readonly overdue: readonly CompetencyId[]
}

/** What all four metrics are judged from, worked out once. */
export interface Judged {
  readonly record: LearnerRecord
  readonly course: Course
  readonly now: Instant
  readonly counted: readonly Counted[]
  readonly boxes: Boxes
  readonly beliefs: ReadonlyMap<MisconceptionId, Belief>
}

export const judged = (record: LearnerRecord, course: Course, now: Instant): Judged => ({
  record,
  course,
  now,
  counted: countedAnswers(record, course),
  boxes: boxes(record, course),
  beliefs: beliefs(record, course),
})

/** Half from questions, half from labs: neither alone can reach the line. */
export function mastery(metric: Metric, all: Judged): Mastery {
  const { record, course, now, counted } = all
  const quiz = quizChannel(counted, metric)
  const labs = labChannel(record, course, metric, all.boxes, now)
  const skills = skillsOfBoth(metric, all, labs)
  const covered = skills.reduce((sum, { quiz: { asked } }) => sum + Math.min(1, asked), 0)
  const challenge = unaidedChallenge(metric, all)
  const blocking = blockingBeliefs(metric, all)
  const half = (part: keyof Estimate) => 0.5 * quiz[part] + 0.5 * labs[part]
  const estimate = { value: half('value'), low: half('low'), high: half('high') }
  const holds: Readonly<Record<RuleId, boolean>> = {
    estimate: atLeast(estimate.value, LINE),
    quiz: atLeast(quiz.value, CHANNEL_FLOOR),
    labs: atLeast(labs.value, CHANNEL_FLOOR),
    answers: quiz.answers.length >= MIN_ANSWERS && atLeast(covered / skills.length, MIN_COVERED),
    critical: !skills.some(({ below }) => below),
    challenge: challenge !== undefined,
    beliefs: blocking.length === 0,
  }
  const rules = (Object.keys(holds) as RuleId[]).map((id) => ({ id, holds: holds[id] }))
  return {
    metric,
    word: wordOf(rules, estimate.value, quiz, labs),
    estimate,
    quiz,
    labs,
    skills,
    covered,
    rules,
    ...(challenge ? { challenge } : {}),
    blocking,
    overdue: skills
      .map(({ competency }) => competency)
      .filter((competency) => lapsed(all.boxes.get(competency), now)),
  }
}

/** Sums of tenths are not tenths to the last bit. */
export const atLeast = (value: number, line: number) => value >= line - 1e-9

function wordOf(rules: readonly Rule[], value: number, quiz: QuizChannel, labs: LabChannel): Word {
  const missing = rules.filter(({ holds }) => !holds).length
  if (missing === 0) return 'mastered'
  if (quiz.answers.length < MIN_ANSWERS || labs.skills.every(({ shown }) => shown === 'none'))
    return 'not-enough'
  return missing === 1 && atLeast(value, NEARLY) ? 'nearly' : 'not-yet'
}

function skillsOfBoth(metric: Metric, { counted, course }: Judged, labs: LabChannel): readonly Skill[] {
  return skillsOf(metric).map(([competency, { critical = false }], i) => {
    const lab = labs.skills[i] as LabChannel['skills'][number]
    const quiz = quizSkill(counted, competency)
    const askedIn = {
      quiz: course.items.some((item) => item.competency === competency),
      labs: course.labs.some((one) => one.competencies.includes(competency)),
    }
    const below =
      critical &&
      ((askedIn.quiz && !atLeast(quiz.value, SKILL_FLOOR)) ||
        (askedIn.labs && !atLeast(lab.value, SKILL_FLOOR)))
    return { competency, critical, quiz, lab, askedIn, below }
  })
}

function unaidedChallenge(metric: Metric, { record, course }: Judged): LabPass | undefined {
  const ids = new Set(skillsOf(metric).map(([id]) => id))
  return record.passes.find((pass) => {
    const lab = course.labs.find(({ id }) => id === pass.labId)
    return (
      lab &&
      isChallenge(lab) &&
      deepestHint(pass) <= 1 &&
      lab.competencies.some((id) => isCompetency(id) && ids.has(id))
    )
  })
}

function blockingBeliefs(metric: Metric, all: Judged): readonly Belief[] {
  const critical = new Set(skillsOf(metric).flatMap(([id, one]) => (one.critical ? [id] : [])))
  return [...all.beliefs.values()].filter(
    ({ state, hits }) =>
      state === 'active' && hits.some(({ competencies: ids }) => ids.some((id) => critical.has(id))),
  )
}
