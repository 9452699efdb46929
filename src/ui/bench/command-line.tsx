import { commandParts } from './command-parts.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

/** The literal command a form stands for; what differs from the last one is bold. */
export function CommandLine({ command, before, notes = [] }: { command: string; before?: string | undefined; notes?: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long command scrolls and must be reachable by keyboard
    <pre className="lit" tabIndex={0} translate="no" role="group" aria-label={words.form.command}>
      <span className="lit-sign" aria-hidden="true">$ </span>
      {commandParts(command, before).map(({ text, changed }, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are their places
        changed ? <b key={i}>{visibleText(text)}</b> : <span key={i}>{visibleText(text)}</span>,
      )}
      {notes.map((note) => <span key={note} className="lit-note">{`\n${visibleText(note)}`}</span>)}
    </pre>
  )
}
