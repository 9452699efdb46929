import { keyState } from '../../kms/key.ts'
import { beats } from './beats/index.ts'
import { frameOf, type Frame } from './flow-definition.ts'

export interface ComparedBeat {
  readonly beat: number
  readonly title: string
  /** What moved in each run, and the state of the key after it */
  readonly runs: readonly [string, string]
  readonly differs: boolean
}

/** Two runs beside each other, beat by beat. @param one and other: frames of the last beat */
export const compareRuns = (one: Frame, other: Frame): readonly ComparedBeat[] =>
  beats.map(({ title }, i) => {
    const runs = [told(one, i + 1), told(other, i + 1)] as const
    return { beat: i + 1, title, runs, differs: runs[0] !== runs[1] }
  })

function told(last: Frame, beat: number): string {
  const frame = frameOf(last, beat)
  const { key } = frame.facts
  return `${beats[beat - 1]?.moved(frame)} KeyState: ${key ? keyState(key) : 'none'}.`
}
