import { lazy, Suspense, useRef, type ReactNode } from 'react'
import type { Frame } from '../../course/flow/flow-definition.ts'
import type { Inspected } from './inspected.ts'
import type { Layout } from './layout.ts'
import { useLayout } from './use-layout.ts'

/** Its library is larger than the page around it. */
const FlowStage = lazy(() => import('./flow-stage.tsx'))

/**
 * The picture of a beat, drawn once it is known how much room there is.
 *
 * @param pace 1 for normal speed; undefined: things move at once
 * @param need the least height of the open beat's row
 */
export function useStage(
  kind: Layout['kind'],
  frame: Frame,
  pace: number | undefined,
  need: number,
  onOpen: (what: Inspected) => void,
): { readonly layout: Layout | undefined; readonly stage: ReactNode } {
  const pane = useRef<HTMLDivElement>(null)
  const layout = useLayout(pane, frame.beat, kind, pace, need)
  const fits = layout?.kind === kind && layout.rows.length >= (kind === 'score' ? frame.beat : 1)
  return {
    layout,
    stage: (
      <div className="flow-pane" ref={pane}>
        {fits && (
          <Suspense fallback={null}>
            <FlowStage frame={frame} layout={layout} onOpen={onOpen} />
          </Suspense>
        )}
      </div>
    ),
  }
}
