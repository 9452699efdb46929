import { minutes } from '../../world/clock.ts'
import type { AppView } from '../apps/app-view.ts'
import { answered, met, open } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, Step } from '../lab-definition.ts'
import { custodian } from './custodian.ts'
import { EVIDENCE, evidenceEntry, evidenceOf, isEvidence } from './evidence-entry.ts'
import { faultOf } from './faults/index.ts'
import { wrongMovesOf } from './harm.ts'
import { herringOf } from './herrings.ts'
import type { Plan } from './incident.ts'
import {
  causesGone,
  closedRecords,
  failingApps,
  learnersActs,
  PROOF,
  watchedApps,
  worksSince,
} from './judge.ts'
import { drawOf, rootOf } from './plan.ts'
import { questionsOf } from './questions.ts'
import { FAR, services } from './services.ts'
import { setUp } from './world.ts'

type Compiled = Pick<LabDefinition, 'story' | 'steps' | 'start' | 'wrongMoves' | 'phone'>

/** An incident as a lab: the whole workspace, with undo, journal and trail, serves it. */
export function compiled(plan: Plan): Compiled {
  return {
    story: storyOf(plan),
    steps: [repair(plan), debrief(plan)],
    wrongMoves: wrongMovesOf(plan),
    start: (stage) => setUp(stage, plan),
    phone: custodian,
  }
}

const twoDigits = (n: number) => String(n).padStart(2, '0')
const clock = (at: number) =>
  `${twoDigits(new Date(at).getUTCHours())}:${twoDigits(new Date(at).getUTCMinutes())}`

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const date = (at: number) => `${DAYS[new Date(at).getUTCDay()]}, ${clock(at)}`

function storyOf(plan: Plan): readonly string[] {
  const draw = drawOf(plan.seed, plan.level, 2)
  const voices = [
    ...plan.faults.map(({ fault, service }) => faultOf(fault).chat(services[service])),
    ...plan.herrings.map((id) => herringOf(id).chat),
  ]
  const order: string[] = []
  while (voices.length > 0) order.push(...voices.splice(draw.whole(0, voices.length - 1), 1))
  return [
    `Saturday, ${clock(plan.beginAt)}. You are on call for Fernhill, and records of ${plan.sponsor} do not go through. World shows the apps; the trail ${plan.gap ? 'goes back to' : 'holds everything since'} Monday.`,
    `A typed call costs a virtual minute, one from the forms two. You may act as every role, ring the custodian, which takes ten minutes, and move the clock forward.${plan.level === 1 ? ' For imported material that ends on a date an alarm exists: `aws cloudwatch describe-alarms`.' : ' Not everything that you hear tonight is true.'}`,
    ...(plan.level === 3
      ? [
          `Fernhill works in two Regions: at home in \`eu-west-1\`, with a stand-by in \`${FAR}\`. The trail here shows both; \`aws cloudtrail lookup-events\` shows one at a time.`,
        ]
      : []),
    ...(plan.gap
      ? [
          `The records from ${date(plan.gap.from)} to ${date(plan.gap.until)} UTC are not at hand tonight; their numbers are missing in the trail. This gap is a device of the exercise, nothing that CloudTrail does. What you need stands outside of it, or somebody knows of it.`,
        ]
      : []),
    ...order,
  ]
}

/** What an app did last, in the past tense: the learner may have repaired since what it met. */
const newestAct = ({ name, last }: AppView) =>
  last === undefined
    ? `\`${name}\` has not run yet`
    : last.failed > 0
      ? `\`${name}\` failed at ${clock(last.at)} with ${last.code ?? 'an error'}`
      : `\`${name}\` found nothing to do at ${clock(last.at)}`

/** When the learner last changed something; undefined: not yet. */
function lastChange(view: LabView): number | undefined {
  const change = learnersActs(view).findLast(
    ({ readOnly, errorCode }) => !readOnly && errorCode === undefined,
  )
  return change && Date.parse(change.eventTime)
}

const hasRunSince = (change: number | undefined, failing: readonly AppView[]) =>
  change === undefined || failing.some(({ last }) => last !== undefined && last.at > change)

function repair(plan: Plan): Step {
  const green: Condition = {
    id: 'green',
    says: `Every app works, for ${PROOF / minutes(1)} virtual minutes without a failed record.`,
    holds(view) {
      const failing = failingApps(watchedApps(plan, view))
      if (failing.length > 0)
        return open(
          `${failing.map(newestAct).join('; ')}.`,
          hasRunSince(lastChange(view), failing)
            ? 'Look at the apps in World, then at the newest failed calls of AppRole in the trail.'
            : 'What failed has not run again since your last change. Let the clock go on, then look again.',
        )
      const { works, quietFor } = worksSince(plan, view)
      return works
        ? met(undefined)
        : open(
            `Nothing has failed for ${Math.floor(quietFor / minutes(1))} minutes.`,
            'Let the clock go on: `lab clock +10m`, or the clock in the strip.',
          )
    },
  }
  const data: Condition = {
    id: 'data',
    says: 'Every record that can be saved opens.',
    holds(view) {
      const { closed, of, ofDeletedKeys } = closedRecords(plan, view)
      if (ofDeletedKeys > 0)
        return open(
          `${closed} of ${of} records do not open; for ${ofDeletedKeys} of them the KMS key is deleted.`,
          'Nothing brings a deleted key back. Undo what let it happen, or end the night here.',
        )
      if (closed > 0)
        return open(
          `${closed} of ${of} records do not open.`,
          'Find the key that closed them, and its state.',
        )
      return worksSince(plan, view).works
        ? met(undefined)
        : open('The apps do not work yet.', 'This is judged when they have worked for ten minutes.')
    },
  }
  const cause: Condition = {
    id: 'cause-removed',
    says: 'What stopped the service is undone, and nothing is set that stops it again.',
    holds(view) {
      if (!worksSince(plan, view).works)
        return open('The apps do not work yet.', 'This is judged when they have worked for ten minutes.')
      return causesGone(plan, view)
        ? met(undefined)
        : open(
            'The apps work, and the cause is still there.',
            'Ask what would let the same thing happen again: a date, a permission, an alias, a policy.',
          )
    },
  }
  const hints = plan.faults.map(({ fault }) => faultOf(fault).hints)
  return {
    id: 'service-back',
    title: 'Bring the service back and undo what stopped it',
    text: [
      'Find out what stopped it before you touch anything. The first failed call in the trail tells which key, which role and which error.',
      'Calls to KMS are under Do and in the Terminal; what stands beside KMS is in the Terminal alone, as `aws iam`, `aws s3` and `aws cloudwatch`.',
      'The custodian keeps the bytes of imported keys. Ring her where bytes are missing, or where you doubt them.',
      'Repair it with as few acts as you can. Then let ten virtual minutes pass: a repair that does not hold is none.',
    ],
    conditions: [green, data, cause],
    hints: [
      'Set the filter of the trail to Refused and read the oldest of the new errors. Then look for the record that stands before it and names the same key.',
      hints.map(([which]) => which).join(' And for the other service: '),
      hints.map(([, worked]) => worked).join(' And for the other service: '),
    ],
  }
}

function debrief(plan: Plan): Step {
  const questions = questionsOf(plan)
  const { bucket } = services[rootOf(plan).service]
  const named: Condition = {
    id: 'evidence-named',
    says: 'You named the record that shows the cause.',
    holds(view) {
      const typed = view.answer(EVIDENCE)
      if (typed === undefined)
        return open('No record is named yet.', 'Its number stands in the first column of the trail.')
      return isEvidence(plan, view, typed)
        ? met(evidenceOf(plan, view))
        : open(
            `Record ${typed} is not it.`,
            `Look for the newest change around \`${bucket}\` before the first failure.`,
          )
    },
  }
  return {
    id: 'debrief',
    title: 'Say what happened, with evidence',
    text: [
      `Five questions about the service around \`${bucket}\`, and one record. Answer from the trail. Four right answers pass; every right answer counts.`,
    ],
    questions,
    entries: [evidenceEntry],
    conditions: [
      answered({
        id: 'debrief-answers',
        says: 'At least four of the five answers are right.',
        questions,
        least: 4,
        lookAt: 'Read the reason beside the answer you chose, then answer again.',
      }),
      named,
    ],
    hints: [
      'Everything that is asked stands in the trail from before you came.',
      'Filter the trail by the key of the failing service, and read upwards from the first failure.',
      'The record of the cause stands right before the first failed call, or days before it, or names no caller at all. Answer again until the reasons fit.',
    ],
  }
}
