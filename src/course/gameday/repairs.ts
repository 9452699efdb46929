import { days } from '../../world/clock.ts'
import { earliestValidTo, type KeyRecord } from '../../kms/key.ts'
import type { LabView, NumberedEvent } from '../lab-definition.ts'

/** An alarm that leaves at least this much time. */
const ENOUGH_WARNING = days(7)
const NEAR = days(30)

/** Material without a date, or with a far one and an alarm well before it: one alarm for each key. */
export function expiryIsWatched(view: LabView, key: KeyRecord | undefined): boolean {
  if (!key) return false
  const end = earliestValidTo(key)
  if (end === undefined) return true
  if (end < view.now + NEAR) return false
  return view
    .alarms()
    .some(
      ({ metric, threshold, comparison, region, statistic }) =>
        region === key.region &&
        metric.MetricName === 'SecondsUntilKeyMaterialExpiration' &&
        metric.Dimensions.some(({ Name, Value }) => Name === 'KeyId' && Value === key.id) &&
        (comparison === 'LessThanThreshold' || comparison === 'LessThanOrEqualToThreshold') &&
        (statistic === 'Minimum' || statistic === 'Average') &&
        threshold * 1_000 >= ENOUGH_WARNING,
    )
}

/** The newest record of the whole trail about a key of the lab that passes; the key itself may be gone. */
export function newest(
  view: LabView,
  key: string,
  test: (event: NumberedEvent) => boolean,
): NumberedEvent | undefined {
  const arn = view.arnOf(key)
  return beforeTheLearner(view).findLast(
    (event) => event.resources?.some(({ ARN }) => ARN === arn) === true && test(event),
  )
}

/** What the learner does is no evidence of what went wrong before. */
export const beforeTheLearner = (view: LabView): readonly NumberedEvent[] => {
  const all = view.scene()
  return all.slice(0, all.length - view.events.length)
}

export const succeededAs = (name: string) => (event: NumberedEvent) =>
  event.eventName === name && event.errorCode === undefined
