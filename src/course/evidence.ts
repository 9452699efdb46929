import { seconds } from '../world/clock.ts'
import { isByApp } from './apps/app.ts'
import type { KeyRecord, KeyState } from '../kms/key.ts'
import type { Condition, LabView, NumberedEvent, Prediction } from './lab-definition.ts'

/** What the labs ask of state and trail, in one place. Everything reads; nothing is remembered. */

export const succeeded = (event: NumberedEvent) => event.errorCode === undefined

/** Records that name this key, oldest first. */
export function about(view: LabView, name: string): readonly NumberedEvent[] {
  const key = view.key(name)
  return key ? view.events.filter((event) => names(event, key)) : []
}

export const names = (event: NumberedEvent, key: KeyRecord) =>
  event.resources?.some(({ ARN }) => ARN === key.arn) === true

/** The newest thing a person asked for; what apps did or what happened by itself afterwards does not hide it. */
export const lastCall = (view: LabView): NumberedEvent | undefined =>
  view.events.findLast((event) => event.eventType === 'AwsApiCall' && !isByApp(event))

/** Which of these keys the newest call was about. */
export function lastCallAbout(
  view: LabView,
  keys: readonly string[],
): { event: NumberedEvent; name: string; state: KeyState } | undefined {
  const event = lastCall(view)
  if (!event) return undefined
  for (const name of keys) {
    const key = view.key(name)
    const state = view.state(name)
    if (key && state && names(event, key)) return { event, name, state }
  }
  return undefined
}

export const requested = (event: NumberedEvent, parameter: string): unknown =>
  event.requestParameters?.[parameter]

/** Words for a state, as a sentence about a key goes on. */
export const stateWords: Readonly<Record<KeyState, string>> = {
  Creating: 'being created',
  Enabled: 'Enabled',
  Disabled: 'Disabled',
  PendingDeletion: 'Pending deletion',
  PendingImport: 'Pending import',
  PendingReplicaDeletion: 'Pending replica deletion',
  Unavailable: 'Unavailable',
  Updating: 'being updated',
}

export function stateNow(view: LabView, name: string): string {
  const state = view.state(name)
  return state ? `${name} is ${stateWords[state]} now.` : `${name} is gone.`
}

export const met = (event: NumberedEvent | undefined) => ({ met: true, event: event?.number ?? 0 }) as const
export const open = (now: string, lookAt: string) => ({ met: false, now, lookAt }) as const

/** Met by the first record about a key that passes the test. */
export function recorded(condition: {
  readonly id: string
  readonly says: string
  readonly key: string
  readonly test: (event: NumberedEvent, view: LabView) => boolean
  readonly now: string | ((view: LabView) => string)
  readonly lookAt: string
}): Condition {
  return {
    id: condition.id,
    says: condition.says,
    holds(view) {
      const event = about(view, condition.key).find((candidate) => condition.test(candidate, view))
      if (event) return met(event)
      return open(typeof condition.now === 'string' ? condition.now : condition.now(view), condition.lookAt)
    },
  }
}

/**
 * What happened once a prediction was locked. An answer costs no time and a call does, so an answer after a call is
 * later than its record. Records have whole seconds and the clock has not, after a move to a date with a part of one.
 */
export function sincePrediction(view: LabView, prediction: Prediction, event: NumberedEvent): boolean {
  if (view.answer(prediction.id) === undefined) return false
  const locked = view.answeredAt?.(prediction.id) ?? 0
  return Date.parse(event.eventTime) >= locked - (locked % seconds(1))
}

/** The answer that is right: an option's id, or the ids of all that have to be marked. */
export const correctOption = (question: Prediction) =>
  question.options
    .filter(({ correct }) => correct)
    .map(({ id }) => id)
    .join(',')

export const rightAnswers = (view: LabView, questions: readonly Prediction[]) =>
  questions.filter((question) => view.answer(question.id) === correctOption(question)).length

/** Met when at least `least` of the questions were answered right; all of them unless told. */
export function answered(condition: {
  readonly id: string
  readonly says: string
  readonly questions: readonly Prediction[]
  readonly least?: number
  readonly lookAt: string
}): Condition {
  const { id, says, questions, least = questions.length, lookAt } = condition
  return {
    id,
    says,
    holds(view) {
      const right = rightAnswers(view, questions)
      return right >= least
        ? met(undefined)
        : open(
            questions.length === 1
              ? 'It has no right answer yet.'
              : `${right} of ${questions.length} are right so far; ${least} are needed.`,
            lookAt,
          )
    },
  }
}
