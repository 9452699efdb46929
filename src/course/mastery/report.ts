import type { Instant } from '../../world/clock.ts'
import { competencies } from '../words/competencies.ts'
import { metrics } from '../words/metrics.ts'
import type { Earned } from './earned.ts'
import { figure } from './figure.ts'
import { deepestHint, isChallenge } from './lab-channel.ts'
import type { Course, LearnerRecord } from './learner-record.ts'
import { SKILL_FLOOR, type Mastery, type Skill } from './mastery.ts'
import type { NextStep } from './quickest.ts'

const CAN_SHOWN = 3
const MISSING_SHOWN = 2

/** The statement for a metric that was earned. It says no more than what was kept. */
export function masteredStatement(
  { at, mastery: { metric, quiz, skills } }: Earned,
  { passes }: LearnerRecord,
  { labs }: Course,
  dated: (at: Instant) => string,
): string {
  const right = quiz.answers.filter(({ answer }) => answer.right).length
  const total = quiz.answers.length
  const inExam = quiz.answers.filter(({ answer }) => answer.mode === 'exam').length
  const pace =
    inExam === total ? ' at exam pace' : inExam > 0 ? `, ${inExam} of them at exam pace` : ' in practice'
  const ids = new Set<string>(skills.map(({ competency }) => competency))
  const alone = labs.filter(
    (lab) =>
      isChallenge(lab) &&
      lab.competencies.some((id) => ids.has(id)) &&
      passes.some((pass) => pass.labId === lab.id && pass.at <= at && deepestHint(pass) === 0),
  )
  const inLabs =
    alone.length > 0
      ? `and ${listed(alone.map(({ code }) => code))} in the simulation without help`
      : 'and a challenge in the simulation with a first hint'
  return `You have shown mastery of ${metrics[metric].title} on ${dated(at)}: ${right} of ${total} questions${pace} (guess-corrected ${figure(quiz.value)}), ${inLabs}.`
}

/** For a metric that is on its way: what is there comes first. */
export function notYetStatement({ skills }: Mastery, [next]: readonly NextStep[]): string {
  const shown = [...skills]
    .filter(hasEvidence)
    .sort((one, two) => worth(two) - worth(one))
    .slice(0, CAN_SHOWN)
  const missing = [...skills]
    .filter(({ below, lab, quiz }) => below || (lab.value === 0 && quiz.value === 0))
    .sort((one, two) => Number(two.critical) - Number(one.critical) || worth(one) - worth(two))
    .slice(0, MISSING_SHOWN)
  return [
    'Not yet.',
    shown.length > 0 ? `You can already ${shown.map(can).join('; ')}.` : '',
    missing.length > 0 ? `Missing: ${missing.map(can).join('; ')}.` : '',
    next ? `Next: ${deedWords(next)}, about ${next.minutes} min.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** A lab or questions, in a few words. */
export function deedWords({ deed }: NextStep): string {
  if (deed.kind === 'lab') return `${deed.lab.title} (${deed.lab.code}) without hints`
  const questions = deed.itemIds.length === 1 ? 'one question' : `${deed.itemIds.length} questions`
  if (deed.kind === 'belief') return `${questions} on belief ${Number(deed.belief.slice(2))}, over a day`
  return deed.competency ? `${questions} on ${deed.competency}` : `${questions} on your weakest skills`
}

/** What is below its floor is missing, whatever one channel says of it. */
const hasEvidence = ({ lab, quiz, below }: Skill) =>
  !below && (lab.value > 0 || (quiz.asked >= 1 && quiz.value >= SKILL_FLOOR))
const worth = ({ lab, quiz }: Skill) => lab.value + quiz.value
const can = ({ competency }: Skill) => competencies[competency].can

const listed = (codes: readonly string[]): string =>
  codes.length < 2 ? codes.join('') : `${codes.slice(0, -1).join(', ')} and ${codes.at(-1)}`
