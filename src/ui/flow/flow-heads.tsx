import { useId, useLayoutEffect, useRef } from 'react'
import { beats } from '../../course/flow/beats/index.ts'
import { frameOf, type Frame } from '../../course/flow/flow-definition.ts'
import { BeatDetail } from './beat-detail.tsx'
import type { Layout } from './layout.ts'
import type { FlowState } from './use-flow.ts'
import { words } from './words.ts'

/** Above and below the words of the open beat */
const PADDING = 28

/** The left column of the score: the beats in order, the open one with its words and choices. */
export function FlowHeads({
  frame,
  state,
  layout,
  onBeat,
  onNeed,
}: {
  frame: Frame
  state: FlowState
  layout: Layout
  onBeat: (beat: number) => void
  /** Told how high the words and choices of the open beat are */
  onNeed: (height: number) => void
}) {
  const heading = useId()
  const detail = useRef<HTMLDivElement>(null)
  const open = frame.beat
  // Told before the browser paints, so that no frame shows the words of one beat in the row of another.
  useLayoutEffect(() => {
    const element = detail.current
    if (!element) return
    const tell = () => onNeed(element.offsetHeight + PADDING)
    tell()
    const observer = new ResizeObserver(tell)
    observer.observe(element)
    return () => observer.disconnect()
  }, [open, onNeed])
  return (
    <div className="flow-heads">
      <h1>{words.title}</h1>
      <ol aria-label={words.beats}>
        {beats.map((beat, i) => {
          const number = i + 1
          const height = layout.rows[i]?.size
          const then = number < frame.beat ? frameOf(frame, number) : undefined
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
                <div ref={detail}>
                  <BeatDetail
                    number={number}
                    frame={frame}
                    inputs={state.inputs}
                    set={state.set}
                    headingId={heading}
                  />
                </div>
              </li>
            )
          return (
            <li key={beat.id} className={number < frame.beat ? 'past' : undefined} style={{ height }}>
              <button type="button" onClick={() => onBeat(number)}>
                <span className="n">{number}</span>
                <span>
                  <span className="name">{beat.title}</span>
                  {then && <span className="vh">. {beat.moved(then)}</span>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
