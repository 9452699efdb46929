import { useState } from 'react'
import type { Frame } from '../../course/flow/flow-definition.ts'
import { FlowHeads } from './flow-heads.tsx'
import { FlowSide } from './flow-side.tsx'
import type { Inspected } from './inspected.ts'
import type { FlowState } from './use-flow.ts'
import { useStage } from './use-stage.tsx'

/** On a wide screen: the beats from top to bottom, the places from left to right. */
export function FlowScore({
  frame,
  state,
  pace,
  onBeat,
  onOpen,
}: {
  frame: Frame
  state: FlowState
  pace: number | undefined
  onBeat: (beat: number) => void
  onOpen: (what: Inspected) => void
}) {
  const [need, setNeed] = useState(0)
  const { layout, stage } = useStage('score', frame, pace, need, onOpen)
  return (
    <>
      {layout ? (
        <FlowHeads frame={frame} state={state} layout={layout} onBeat={onBeat} onNeed={setNeed} />
      ) : (
        <div />
      )}
      {stage}
      <FlowSide frame={frame} met={state.met} />
    </>
  )
}
