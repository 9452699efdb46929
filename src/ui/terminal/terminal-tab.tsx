import { useEffect, useState, type ComponentType } from 'react'
import { useLab } from '../lab-context.tsx'
import { Guard } from '../workspace/pane.tsx'
import { fetchTerminal, openShell } from './load-terminal.ts'
import { words } from './words.ts'

/** The terminal's own code comes with its first use; where that fails, the rest of the page goes on. */
export function TerminalTab() {
  const [attempt, setAttempt] = useState(1)
  return (
    <Guard name={words.title} onRetry={() => setAttempt(attempt + 1)}>
      <WhenLoaded key={attempt} />
    </Guard>
  )
}

/** Not by Suspense, which keeps what it shows meanwhile for a third of a second, whatever comes sooner. */
function WhenLoaded() {
  const { terminal } = useLab()
  const [loaded, setLoaded] = useState<{ Terminal: ComponentType } | { failure: unknown }>()

  useEffect(() => {
    let here = true
    openShell(terminal)
    fetchTerminal().then(
      (Terminal) => here && setLoaded({ Terminal }),
      (failure: unknown) => here && setLoaded({ failure }),
    )
    return () => {
      here = false
    }
  }, [terminal])

  if (!loaded)
    return (
      <p className="t-note" role="status">
        {words.loading}
      </p>
    )
  if ('failure' in loaded) throw loaded.failure
  return <loaded.Terminal />
}
