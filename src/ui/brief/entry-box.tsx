import { useId, useState, type SubmitEvent } from 'react'
import type { Entry } from '../../course/lab-definition.ts'
import type { AnswerRow } from '../../lab/rows.ts'
import { isText, useHalfTyped } from '../half-typed.ts'
import { useWorld } from '../lab-context.tsx'
import { InlineCode } from './inline-code.tsx'
import { words } from './words.ts'

const says = words.entry

/** Something the learner confirms or types. */
export function EntryBox({
  entry,
  answer,
  onAnswer,
}: {
  entry: Entry
  answer: AnswerRow | undefined
  onAnswer: (value: string) => void
}) {
  const id = useId()
  const [text, setText] = useHalfTyped(useWorld(), entry.id, answer?.value ?? '', isText)
  const [refused, setRefused] = useState(false)
  if (entry.kind === 'confirm') {
    return (
      <label className="confirm-box">
        <input
          type="checkbox"
          checked={answer?.value === 'yes'}
          onChange={(event) => onAnswer(event.target.checked ? 'yes' : 'no')}
        />
        <span>
          <InlineCode text={entry.asks} />
        </span>
      </label>
    )
  }
  function keep(event: SubmitEvent) {
    event.preventDefault()
    const fits =
      entry.pattern === undefined
        ? text.trim() !== ''
        : new RegExp(`^(?:${entry.pattern})$`).test(text.trim())
    setRefused(!fits)
    if (fits) onAnswer(text.trim())
  }
  const kept = answer !== undefined && answer.value === text.trim()
  return (
    <form className="ask" onSubmit={keep} noValidate>
      <label htmlFor={id} className="ask-q">
        <InlineCode text={entry.asks} />
      </label>
      <div className="ask-row">
        <input
          id={id}
          className="field mono"
          type="text"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={text}
          aria-invalid={refused || undefined}
          aria-describedby={refused ? `${id}-why` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {kept ? (
          <span className="dim" role="status">
            {says.kept}
          </span>
        ) : (
          <button type="submit" className="btn small">
            {answer ? says.change : says.keep}
          </button>
        )}
      </div>
      {refused && (
        <p className="ask-why wrong" id={`${id}-why`} role="alert">
          {entry.refuses}
        </p>
      )}
    </form>
  )
}
