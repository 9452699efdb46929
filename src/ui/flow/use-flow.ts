import { useEffect, useRef, useState } from 'react'
import type { Flow } from '../../course/flow/flow-engine.ts'
import { faultless, type FlowInputs, type Frame } from '../../course/flow/flow-definition.ts'
import type { Session } from '../session.tsx'

export interface FlowState {
  /** What the screen shows; the newest that was played while another one is on its way */
  readonly frame?: Frame
  readonly inputs: FlowInputs
  /** Exceptions seen since the page was opened, in order */
  readonly met: readonly string[]
  readonly error?: string
  set(change: Partial<FlowInputs>): void
  /** The same beats with new names, new bytes and a new wrapping pair */
  renew(): void
}

/** An engine of the page's own: it never touches the learner's work. */
export function useFlow(session: Pick<Session, 'hands' | 'seed'> | undefined, beat: number): FlowState {
  const [inputs, setInputs] = useState(faultless)
  const [frame, setFrame] = useState<Frame>()
  const [met, setMet] = useState<readonly string[]>([])
  const [error, setError] = useState<string>()
  const [world, setWorld] = useState(0)
  const [set] = useState(
    () => (change: Partial<FlowInputs>) => setInputs((before) => ({ ...before, ...change })),
  )
  const flow = useRef<{ readonly of: number; readonly engine: Promise<Flow> }>(undefined)

  useEffect(() => {
    if (!session) return
    let wanted = true
    if (flow.current?.of !== world) flow.current = { of: world, engine: engineOf(session) }
    const { engine } = flow.current
    void (async () => {
      try {
        const next = await (await engine).frame(beat, inputs)
        if (!wanted) return
        setFrame(next)
        setError(undefined)
        setMet((before) => [...new Set([...before, ...refusalsOf(next)])])
      } catch (reason) {
        if (wanted) setError(reason instanceof Error ? reason.message : String(reason))
      }
    })()
    return () => {
      wanted = false
    }
  }, [session, beat, inputs, world])

  return {
    inputs,
    met,
    ...(frame ? { frame } : {}),
    ...(error === undefined ? {} : { error }),
    set,
    renew: () => setWorld(world + 1),
  }
}

/** The engine is not part of what the page needs to draw itself. */
async function engineOf({ hands, seed }: Pick<Session, 'hands' | 'seed'>): Promise<Flow> {
  const { openFlow } = await import('../../course/flow/flow-engine.ts')
  return openFlow(hands, seed())
}

/** Every exception that KMS has answered with, up to this frame. */
const refusalsOf = ({ facts }: Frame): readonly string[] =>
  facts.calls.flatMap(({ error }) => error?.code ?? [])
