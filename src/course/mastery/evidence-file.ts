import type { Instant } from '../../world/clock.ts'
import type { Item, Response } from '../item-definition.ts'
import { variantOf } from '../items/variant-of.ts'
import type { LabDefinition } from '../lab-definition.ts'
import { competencies } from '../words/competencies.ts'
import { edition } from '../words/edition.ts'
import { metrics } from '../words/metrics.ts'
import { misconceptions } from '../words/misconceptions.ts'
import { calibration } from './calibration.ts'
import type { Counted } from './counted-answers.ts'
import type { MetricStanding } from './earned.ts'
import { isChallenge } from './lab-channel.ts'
import type { LabPass } from './learner-record.ts'
import { LINE, type Judged, type Skill } from './mastery.ts'

/** What a record made in a browser is, and what it is not. */
export const disclaimer = {
  is: 'A record that this browser made of what a learner answered and did in KMS Key Material Lab, a training simulation.',
  isNot:
    'Not a certificate, and not a record of AWS. Nobody has verified it: the learner could have changed it, and it does not prove who answered.',
} as const

interface Known {
  readonly all: Judged
  readonly standing: readonly MetricStanding[]
  /** The audit record that completed a pass, where it is still known */
  readonly recordOf: (pass: LabPass) => unknown
  readonly at: Instant
}

/** The four metrics with the questions and log entries behind each number, as data that a person can read. */
export const evidenceFile = ({ all, standing, recordOf, at }: Known) => ({
  format: 'kms-key-material-lab/evidence',
  formatVersion: 1,
  ...disclaimer,
  course: { version: edition.version, factsChecked: edition.checked },
  madeAt: iso(at),
  line: LINE,
  metrics: standing.map((each) => metricOf(each, all.course.labs, recordOf)),
  labsPassed: all.record.passes.flatMap((pass) => passOf(pass, all.course.labs, recordOf) ?? []),
  beliefs: [...all.beliefs.values()]
    .filter(({ state }) => state !== 'unseen')
    .map(({ id, state, hits, cleared }) => ({
      id,
      says: misconceptions[id],
      state,
      seenIn: hits.map(({ context, at: seen }) => ({ where: context, at: iso(seen) })),
      ...(cleared && { clearedBy: { where: cleared.context, at: iso(cleared.at) } }),
    })),
  certainty: calibration(all.record),
})

function metricOf(
  { metric, word, earned, estimate, quiz, labs, rules, skills }: MetricStanding,
  courseLabs: readonly LabDefinition[],
  recordOf: Known['recordOf'],
) {
  return {
    metric,
    title: metrics[metric].title,
    today: word,
    earnedAt: earned ? iso(earned.at) : null,
    estimate: range(estimate),
    rules: rules.map(({ id, holds }) => ({ rule: id, holds })),
    quiz: { ...range(quiz), answers: quiz.answers.map(answerOf) },
    labs: { ...range(labs), skills: skills.map((skill) => skillOf(skill, courseLabs, recordOf)) },
  }
}

function answerOf({ answer, item, weight, score, chance }: Counted) {
  const { asked } = variantOf(item, answer.variant)
  return {
    question: item.id,
    variant: answer.variant,
    asks: asked.stem,
    answered: given(asked, answer.response),
    right: answer.right,
    at: iso(answer.at),
    mode: answer.mode,
    competency: item.competency,
    certainty: answer.certainty ?? null,
    seconds: answer.seconds,
    weight,
    score,
    chance,
  }
}

/** An answer in the words of the question. What names nothing in it is told as it was written. */
function given(asked: Item, response: Response): readonly string[] {
  if (response.kind === 'pairs') {
    const { left, right } = asked.type === 'match' ? asked : { left: [], right: [] }
    return Object.entries(response.pairs).map(
      ([one, other]) => `${textOf(left, one)} = ${textOf(right, other)}`,
    )
  }
  const parts = asked.type === 'order' ? asked.steps : 'options' in asked ? asked.options : []
  return response.ids.map((id) => textOf(parts, id))
}

const textOf = (parts: readonly { readonly id: string; readonly text: string }[], id: string) =>
  parts.find((part) => part.id === id)?.text ?? id

function skillOf(
  { competency, critical, quiz, lab }: Skill,
  labs: readonly LabDefinition[],
  recordOf: Known['recordOf'],
) {
  return {
    competency,
    can: competencies[competency].can,
    critical,
    quiz: quiz.asked > 0 ? { asked: quiz.asked, value: round(quiz.value) } : null,
    value: round(lab.value),
    shown: lab.shown,
    ...(lab.rests && { rests: true }),
    pass: lab.pass ? (passOf(lab.pass, labs, recordOf) ?? null) : null,
  }
}

function passOf(pass: LabPass, labs: readonly LabDefinition[], recordOf: Known['recordOf']) {
  const lab = labs.find(({ id }) => id === pass.labId)
  if (!lab) return undefined
  return {
    lab: lab.code,
    title: lab.title,
    kind: isChallenge(lab) ? 'without guidance' : 'guided',
    at: iso(pass.at),
    hints: pass.hints,
    logEntry: pass.event,
    record: recordOf(pass) ?? null,
  }
}

const iso = (at: Instant) => new Date(at).toISOString()
const round = (value: number) => Math.round(value * 1_000) / 1_000
const range = ({ value, low, high }: { value: number; low: number; high: number }) => ({
  value: round(value),
  low: round(low),
  high: round(high),
})
