import { words } from '../ui/words.ts'

/** The session did not open: the work is kept as it is, and there are three ways on. */
export function Broken({
  error,
  onFresh,
  onRetry,
}: {
  error: unknown
  onFresh: () => void
  onRetry: () => void
}) {
  return (
    <main id="content" className="page" tabIndex={-1}>
      <h1>{words.boot.broke}</h1>
      <p>{words.boot.brokeText}</p>
      <p className="font-mono text-ink-3">{String(error)}</p>
      <div className="row mt-4">
        <button type="button" className="btn primary" onClick={onRetry}>
          {words.boot.reload}
        </button>
        <button type="button" className="btn" onClick={onFresh}>
          {words.boot.startFresh}
        </button>
        <button type="button" className="btn" onClick={() => void saveLog(error)}>
          {words.boot.saveLog}
        </button>
      </div>
    </main>
  )
}

/** Loaded when it is wanted: the page that stands does not need it. */
const saveLog = async (error: unknown) => (await import('./save-log.ts')).saveLog(error)
