import { memo, useId, useMemo, useState } from 'react'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import { operations } from '../../kms/operations/index.ts'
import type { TerminalEntry } from '../../lab/terminal.ts'
import { BytesView } from '../bench/bytes-view.tsx'
import { CopyButton } from '../bench/copy-button.tsx'
import { explainError } from '../bench/explain-error.ts'
import { jsonTree } from '../bench/json-nodes.ts'
import { JsonView } from '../bench/json-view.tsx'
import { visibleText } from '../bench/visible-text.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { showKey } from '../act-as.ts'
import { useLab } from '../lab-context.tsx'
import { AtlasLink } from '../learn/atlas-link.tsx'
import { Unbroken } from '../unbroken.tsx'
import { span } from '../when.ts'
import { openEvent } from '../workspace/frame.ts'
import type { Placed } from './entry-blocks.ts'
import { Explanation } from './explanation.tsx'
import { outputOf } from './output-kind.ts'
import { TextOutput } from './text-output.tsx'
import { words } from './words.ts'

const says = words.entry
const MOST_EVENTS = 3
/** A pasted script is a heading only by its beginning. */
const LONGEST_LINE = 4_000

export interface EntryProps extends Placed {
  /** The newest line, and it failed */
  hot: boolean
  onAgain: (line: string) => unknown
  onEdit: (line: string) => void
}

/** One line with its result, and what can be done with it. */
export const Entry = memo(function Entry(props: EntryProps) {
  const { entry, above, before, hot, onAgain, onEdit } = props
  const id = useId()
  const lab = useLab()
  const [view, setView] = useState<'usual' | 'bytes' | 'text'>('usual')
  const [explained, setExplained] = useState(false)
  const output = useMemo(() => outputOf(entry.stdout), [entry])
  const { calls, exitCode, eventNumbers } = entry
  const refusal = calls.findLast(({ error }) => error)
  const coach = calls.findLast((call) => call.coach !== undefined)?.coach
  const plain =
    coach ??
    (refusal?.error && explainError(refusal.error.code, refusal.operation, refusal.error.message)) ??
    undefined
  const keyArn = calls.findLast((call) => call.keyArn !== undefined)?.keyArn
  const place = placeOf(entry)
  const silent = output.is === 'nothing' && entry.stderr.length === 0
  return (
    <article className={`e t-entry ${hot ? 'hot' : ''}`} aria-labelledby={id}>
      {place !== (above && placeOf(above)) && (
        <p className="t-place d" translate="no">
          {visibleText(place)}
        </p>
      )}
      <h3 className="c" id={id} translate="no">
        <Unbroken text={visibleText(entry.line.slice(0, LONGEST_LINE))} />
        {entry.line.length > LONGEST_LINE && '…'}
      </h3>
      <Shown entry={entry} before={before} view={view} />
      {entry.stderr.length > 0 && <TextOutput text={textOf(entry.stderr)} error />}
      {plain !== undefined && (
        <span className="coach">
          <InlineCode text={plain} />
        </span>
      )}
      {entry.notes.map((note) => (
        <span key={note} className="coach note">
          {visibleText(note)}
        </span>
      ))}
      <div className="acts">
        <span className={exitCode === 0 ? 'd' : 'err'}>{says.exit(exitCode)}</span>
        {refusal?.error && <AtlasLink code={refusal.error.code} className="act" />}
        {entry.duration > 0 && <span className="d">{says.took(span(entry.duration))}</span>}
        <CopyButton
          text={() => (silent ? entry.line : textOf(entry.stdout) + textOf(entry.stderr))}
          label={silent ? says.copy : says.copyOutput}
          className="act"
        />
        <button type="button" className="act" onClick={() => onAgain(entry.line)}>
          {says.again}
        </button>
        <button type="button" className="act" onClick={() => onEdit(entry.line)}>
          {says.edit}
        </button>
        {output.is === 'json' && (
          <button type="button" className="act" onClick={() => setView(view === 'text' ? 'usual' : 'text')}>
            {view === 'text' ? says.asTree : says.asText}
          </button>
        )}
        {(output.is === 'text' || output.is === 'json') && (
          <button
            type="button"
            className="act"
            aria-pressed={view === 'bytes'}
            onClick={() => setView(view === 'bytes' ? 'usual' : 'bytes')}
          >
            {says.asBytes}
          </button>
        )}
        {calls.length > 0 && (
          <button
            type="button"
            className="act"
            aria-expanded={explained}
            onClick={() => setExplained(!explained)}
          >
            {says.explain}
          </button>
        )}
        {eventNumbers.slice(0, MOST_EVENTS).map((number) => (
          <button key={number} type="button" className="act" onClick={() => openEvent(number)}>
            {says.event(number)}
          </button>
        ))}
        {eventNumbers.length > MOST_EVENTS && (
          <span className="d">{says.moreEvents(eventNumbers.length - MOST_EVENTS)}</span>
        )}
        {keyArn !== undefined && (
          <button type="button" className="act" onClick={() => showKey(lab, keyArn)}>
            {says.inWorld}
          </button>
        )}
      </div>
      {explained && <Explanation calls={calls} />}
    </article>
  )
})

interface ShownProps {
  entry: TerminalEntry
  before: TerminalEntry | undefined
  view: 'usual' | 'bytes' | 'text'
}

/** On its own, because an entry is drawn once more when the next one comes. */
const Shown = memo(function Shown({ entry, before, view }: ShownProps) {
  const output = useMemo(() => outputOf(entry.stdout), [entry])
  const tree = useMemo(() => {
    if (output.is !== 'json') return undefined
    const old = before && outputOf(before.stdout)
    const [call] = entry.calls
    const members = entry.calls.length === 1 ? operations.get(call?.operation ?? '')?.output : undefined
    return jsonTree(output.value as Readonly<Record<string, unknown>>, {
      ...(members && !Array.isArray(output.value) ? { members } : {}),
      ...(old?.is === 'json' ? { before: old.value as Readonly<Record<string, unknown>> } : {}),
    })
  }, [entry, before, output])
  if (output.is === 'nothing')
    return entry.stderr.length === 0 && entry.exitCode === 0 ? (
      <span className="d vh">{says.nothing}</span>
    ) : null
  if (output.is === 'bytes' || view === 'bytes')
    return (
      <>
        {output.is === 'bytes' && <span className="d">{says.bytes(entry.stdout.length)}</span>}
        <BytesView name={says.output} bytes={entry.stdout} />
      </>
    )
  return tree && view === 'usual' ? <JsonView node={tree} kept={{}} /> : <TextOutput text={output.text} />
})

const placeOf = ({ prompt }: TerminalEntry) => `${prompt.as}@${prompt.region}:${prompt.cwd}`

/** What is no UTF-8 is shown by the sign for that; a command writes its complaints as text. */
function textOf(bytes: TerminalEntry['stdout']): string {
  try {
    return decodeUtf8(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
