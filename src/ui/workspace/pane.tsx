import { Component, type ReactNode } from 'react'
import { words } from '../words.ts'

/** One part of the workspace. If it breaks, it says so and offers a retry; the others go on (F21). */
export function Pane({
  name,
  id,
  children,
  className,
}: {
  name: string
  id: string
  children: ReactNode
  className?: string
}) {
  return (
    <section aria-label={name} id={id} data-pane={id} tabIndex={-1} className={`pane ${className ?? ''}`}>
      <Guard name={name}>{children}</Guard>
    </section>
  )
}

export class Guard extends Component<
  { name: string; children: ReactNode; onRetry?: () => void },
  { error?: unknown }
> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <div role="alert" className="broken">
        <p className="font-medium">{words.pane.broke(this.props.name)}</p>
        <p className="text-ink-2">{words.pane.others}</p>
        <p className="font-mono text-xs text-ink-3">{String(this.state.error)}</p>
        <button
          type="button"
          className="btn"
          onClick={() => {
            this.props.onRetry?.()
            this.setState({ error: undefined })
          }}
        >
          {words.pane.retry}
        </button>
      </div>
    )
  }
}
