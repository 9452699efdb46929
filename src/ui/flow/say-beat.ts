import { beats } from '../../course/flow/beats/index.ts'
import { faultNames } from '../../course/flow/faults.ts'
import type { Frame } from '../../course/flow/flow-definition.ts'
import { words } from './words.ts'

/** A beat as it is read out: where we are, what moved, what can be set. */
export function sayBeat(frame: Frame): string {
  const beat = beats[frame.beat - 1]
  if (!beat) return ''
  const faults = faultNames(frame.beat)
  return [
    `${words.beatOf(frame.beat, beats.length)}. ${beat.title}.`,
    beat.moved(frame),
    ...(faults.length > 0 ? [`Faults you can set here: ${faults.join(', ')}.`] : []),
  ].join(' ')
}

/** What KMS refused in this beat, if it did: it is said at once. */
export function refusalIn({ beat, facts }: Frame): string | undefined {
  const call = beat === 1 ? facts.probe : beat === 7 ? facts.answer : beat === 10 ? facts.again : undefined
  return call?.error ? `${call.operation}: ${call.error.code}` : undefined
}
