import { useEffect, useId, useRef } from 'react'

interface ConfirmProps {
  title: string
  text: string
  /** Verb and object */
  action: string
  keep: string
  onAnswer: (agreed: boolean) => void
}

/** Asks before something is lost. Escape keeps everything. */
export function Confirm({ title, text, action, keep, onAnswer }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const kept = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // Left to itself the dialog takes its first button, which loses something.
    kept.current?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={() => onAnswer(false)}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      <div className="row">
        <button type="button" className="btn bad" onClick={() => onAnswer(true)}>
          {action}
        </button>
        <button type="button" className="btn" ref={kept} onClick={() => onAnswer(false)}>
          {keep}
        </button>
      </div>
    </dialog>
  )
}
