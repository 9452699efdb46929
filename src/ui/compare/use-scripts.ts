import { useEffect, useState } from 'react'
import type { Script } from '../../course/table/experiment-definition.ts'
import type { ScriptRun, StepRun } from '../../lab/run-script.ts'
import type { Session } from '../session.tsx'

export interface ScriptState {
  /** As they come in; all of them once the run is over */
  readonly steps: readonly StepRun[]
  readonly run?: ScriptRun
}

export interface ScriptsState {
  readonly phase: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  /** One for each script, in order; nothing for a place without one */
  readonly runs: readonly ScriptState[]
  readonly error?: string
  readonly ms?: number
  again(): void
  stop(): void
}

type Progress = Omit<ScriptsState, 'again' | 'stop'>

/**
 * Runs scripts side by side, each in a world of its own that never touches the learner's work; begins anew with
 * others, and stops with the page.
 *
 * @param scripts the same array as long as they are the same
 */
export function useScripts(
  session: Pick<Session, 'hands' | 'seed'> | undefined,
  scripts: readonly (Script | undefined)[],
): ScriptsState {
  const [progress, setProgress] = useState<Progress>(() => begin(scripts, 'waiting'))
  const [attempt, setAttempt] = useState(0)
  const [controller, setController] = useState<AbortController>()

  useEffect(() => {
    if (!session) return
    const own = new AbortController()
    const { signal } = own
    setController(own)
    setProgress(begin(scripts, 'running'))
    const start = performance.now()
    const took = () => Math.round(performance.now() - start)
    const put = (at: number, change: (before: ScriptState) => ScriptState) => {
      if (signal.aborted) return
      setProgress((before) => ({
        ...before,
        runs: before.runs.map((run, i) => (i === at ? change(run) : run)),
      }))
    }
    void (async () => {
      try {
        const { runScript } = await import('../../lab/run-script.ts')
        await Promise.all(
          scripts.map(async (script, at) => {
            if (!script) return
            const run = await runScript(script, {
              hands: session.hands,
              seed: session.seed(),
              signal,
              onStep: (step) => put(at, ({ steps }) => ({ steps: [...steps, step] })),
            })
            put(at, () => ({ steps: run.steps, run }))
          }),
        )
        if (!signal.aborted) setProgress((before) => ({ ...before, phase: 'done', ms: took() }))
      } catch (reason) {
        if (signal.aborted) return
        own.abort()
        const error = reason instanceof Error ? reason.message : String(reason)
        setProgress((before) => ({ ...before, phase: 'failed', error }))
      }
    })()
    return () => own.abort()
  }, [session, scripts, attempt])

  return {
    ...progress,
    again: () => setAttempt((before) => before + 1),
    stop() {
      controller?.abort()
      setProgress((before) => (before.phase === 'running' ? { ...before, phase: 'stopped' } : before))
    },
  }
}

const begin = (scripts: readonly unknown[], phase: Progress['phase']): Progress => ({
  phase,
  runs: scripts.map(() => ({ steps: [] })),
})
