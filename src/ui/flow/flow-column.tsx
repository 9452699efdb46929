import { useId } from 'react'
import { beats } from '../../course/flow/beats/index.ts'
import type { Frame } from '../../course/flow/flow-definition.ts'
import { BeatDetail } from './beat-detail.tsx'
import { FlowSide } from './flow-side.tsx'
import type { Inspected } from './inspected.ts'
import type { FlowState } from './use-flow.ts'
import { useStage } from './use-stage.tsx'
import { words } from './words.ts'

interface Drawn {
  frame: Frame
  pace: number | undefined
  onOpen: (what: Inspected) => void
}

/** In one column. The words of a beat need no engine: before it has started they stand where they will stay. */
export function FlowColumn({
  beat,
  frame,
  state,
  pace,
  onOpen,
}: Omit<Drawn, 'frame'> & { beat: number; frame: Frame | undefined; state: FlowState }) {
  const heading = useId()
  const number = frame?.beat ?? beat
  return (
    <div className="flow-one">
      <h1>{words.title}</h1>
      <section className="cur" aria-labelledby={heading}>
        <p className="flow-small">{words.beatOf(number, beats.length)}</p>
        <BeatDetail number={number} frame={frame} inputs={state.inputs} set={state.set} headingId={heading} />
      </section>
      {frame ? (
        <>
          <Stage frame={frame} pace={pace} onOpen={onOpen} />
          <FlowSide frame={frame} met={state.met} />
        </>
      ) : (
        <p>{words.opening}</p>
      )}
    </div>
  )
}

const Stage = ({ frame, pace, onOpen }: Drawn) => useStage('sequence', frame, pace, 0, onOpen).stage
