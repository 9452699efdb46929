import { Component, type ReactNode } from 'react'
import { words } from '../ui/words.ts'

/** The last guard: if the frame itself breaks there is still a page, and the saved work is untouched. */
export class RootGuard extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') }
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <main className="page" role="alert">
        <h1>{words.boot.crashed}</h1>
        <p>{words.boot.crashedText}</p>
        <p className="font-mono">{String(error)}</p>
        <div className="row">
          <button type="button" className="btn primary" onClick={() => location.reload()}>
            {words.boot.reload}
          </button>
          <button type="button" className="btn" onClick={() => void saveLog(error)}>
            {words.boot.saveLog}
          </button>
        </div>
      </main>
    )
  }
}

/** Loaded when it is wanted: the page that stands does not need it. */
const saveLog = async (error: unknown) => (await import('./save-log.ts')).saveLog(error)
