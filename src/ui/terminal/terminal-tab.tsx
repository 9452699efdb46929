import { lazy, Suspense, useState } from 'react'
import { Guard } from '../workspace/pane.tsx'
import { words } from './words.ts'

/** The terminal's own code comes with its first use; where that fails, the rest of the page goes on. */
export function TerminalTab() {
  const [Terminal, setTerminal] = useState(load)
  return (
    <Guard name={words.title} onRetry={() => setTerminal(load)}>
      <Suspense
        fallback={
          <p className="t-note" role="status">
            {words.loading}
          </p>
        }
      >
        <Terminal />
      </Suspense>
    </Guard>
  )
}

/** A lazy component keeps its failure; a retry needs another one. */
const load = () => lazy(() => import('./terminal.tsx'))
