import { useId, useLayoutEffect, useRef } from 'react'
import { visibleText } from '../bench/visible-text.ts'
import { words } from './words.ts'

const says = words.paste
const MOST = 200

/** Several lines are never run unseen: they stand here first, with everything in them that hides. */
export function PasteDialog({
  lines,
  hides,
  onAnswer,
}: {
  lines: readonly string[]
  hides: boolean
  onAnswer: (answer: 'run' | 'keep' | 'cancel') => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const box = dialog.current
    box?.showModal()
    // Closed before it is taken away, so that the focus goes back to where it was.
    return () => box?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="confirm t-paste"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onAnswer('cancel')
      }}
    >
      <h2 id={id}>{says.title(lines.length)}</h2>
      {hides && <p>{says.hides}</p>}
      <ol className="term" translate="no" tabIndex={0}>
        {lines.slice(0, MOST).map((line, i) => (
          <li key={i}>{visibleText(line)}</li>
        ))}
      </ol>
      {lines.length > MOST && <p>{says.more(lines.length - MOST)}</p>}
      <div className="row">
        <button type="button" className="btn primary" onClick={() => onAnswer('run')}>
          {says.run}
        </button>
        <button type="button" className="btn" onClick={() => onAnswer('keep')}>
          {says.keep}
        </button>
        <button type="button" className="btn" autoFocus onClick={() => onAnswer('cancel')}>
          {says.cancel}
        </button>
      </div>
    </dialog>
  )
}
