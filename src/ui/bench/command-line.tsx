import { commandParts } from './command-parts.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

/** The literal command a form stands for; what differs from the last one is bold. */
export function CommandLine({
  command,
  before,
  notes = [],
}: {
  command: string
  before?: string | undefined
  notes?: readonly string[]
}) {
  return (
    <pre className="lit" tabIndex={0} translate="no" role="group" aria-label={words.form.command}>
      <span className="lit-sign" aria-hidden="true">
        ${' '}
      </span>
      {commandParts(command, before).map(({ text, changed }, i) =>
        changed ? <b key={i}>{visibleText(text)}</b> : <span key={i}>{visibleText(text)}</span>,
      )}
      {notes.map((note) => (
        <span key={note} className="lit-note">{`\n${visibleText(note)}`}</span>
      ))}
    </pre>
  )
}
