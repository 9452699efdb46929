import { useId } from 'react'
import { beats } from '../../course/flow/beats/index.ts'
import type { Frame } from '../../course/flow/flow-definition.ts'
import { BeatDetail } from './beat-detail.tsx'
import type { Layout } from './layout.ts'
import type { FlowState } from './use-flow.ts'
import { words } from './words.ts'

/** The left column of the score: the beats in order, the open one with its words and choices. */
export function FlowHeads({
  frame,
  state,
  layout,
  onBeat,
}: {
  frame: Frame
  state: FlowState
  layout: Layout
  onBeat: (beat: number) => void
}) {
  const heading = useId()
  return (
    <div className="flow-heads">
      <h1>{words.title}</h1>
      <ol aria-label={words.beats}>
        {beats.map((beat, i) => {
          const number = i + 1
          const height = layout.rows[i]?.size
          const now = { ...frame, beat: number }
          if (number === frame.beat)
            return (
              <li
                key={beat.id}
                className="cur"
                style={{ height }}
                aria-current="step"
                aria-labelledby={heading}
              >
                <span className="n">{number}</span>
                <div>
                  <BeatDetail frame={frame} state={state} headingId={heading} />
                </div>
              </li>
            )
          return (
            <li key={beat.id} className={number < frame.beat ? 'past' : undefined} style={{ height }}>
              <button type="button" onClick={() => onBeat(number)}>
                <span className="n">{number}</span>
                <span>
                  {beat.title}
                  {number < frame.beat && <span className="vh">. {beat.moved(now)}</span>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
