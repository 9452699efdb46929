import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import type { CallEntry } from '../../lab/lab.ts'
import { explainError } from './explain-error.ts'
import { announce } from '../announce.tsx'
import { useLab, useLabState } from '../lab-context.tsx'
import type { LocalResult } from './local-form.tsx'
import { LogEntry, treeOf } from './log-entry.tsx'
import { saidOf } from './say-result.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.log
/** Older entries are in the Trail; a long list would slow the page down. */
const SHOWN = 60
/** The upper edge fades, as bench.css has it. */
const FADE = 16

/** A result of the learner's own side; it stands after the call with this number. */
export interface LocalEntry extends LocalResult {
  readonly id: number
  readonly after: number
}

/** What the learner's calls answered, the newest at the bottom, beside the form. */
export function Log({
  local,
  onAgain,
  onEdit,
}: {
  local: readonly LocalEntry[]
  onAgain: (entry: CallEntry) => void
  onEdit: (entry: CallEntry) => void
}) {
  const lab = useLab()
  const calls = useLabState((state) => state.calls)
  const coach = useLabState((state) => state.coach)
  const box = useRef<HTMLDivElement>(null)
  const [coached, setCoached] = useState<ReadonlyMap<number, string>>(new Map())
  const newest = calls.at(-1)
  const shown = calls.slice(-SHOWN)
  // The session keeps the newest one only; an older answer keeps the line it had.
  if (coach && coached.get(coach.eventNumber) !== coach.says)
    setCoached(new Map(coached).set(coach.eventNumber, coach.says))

  const before = useMemo(() => earlierAnswers(calls), [calls])
  const keys = useMemo(() => keysOf(calls, lab.trail()), [calls, lab])
  const plainLine = (entry: CallEntry) =>
    (entry.eventNumber === undefined ? undefined : coached.get(entry.eventNumber)) ??
    (entry.error && explainError(entry.error.code, entry.request.operation, entry.error.message))

  useEffect(() => showNewest(box.current), [newest?.number, local.length])
  useEffect(() => {
    // The form below grows and shrinks; the newest answer stays in sight.
    const log = box.current
    if (!log) return
    const observer = new ResizeObserver(() => showNewest(log))
    observer.observe(log)
    return () => observer.disconnect()
  }, [])

  const spoken = useRef(newest?.number)
  useEffect(() => {
    if (!newest || spoken.current === newest.number) return
    spoken.current = newest.number
    announce(saidOf(newest, treeOf(newest, undefined), plainLine(newest)))
  })

  return (
    // Announced by us, three lines at most (ux.md 4.7): a live log would read out every token.
    <div className="log" role="log" aria-live="off" aria-label={says.label} tabIndex={0} ref={box}>
      {calls.length + local.length === 0 ? (
        <p className="log-empty">{says.empty}</p>
      ) : (
        <ol>
          {local
            .filter(({ after }) => after < (shown[0]?.number ?? 1))
            .map((each) => (
              <LocalLine key={`local-${each.id}`} entry={each} />
            ))}
          {shown.map((entry) => (
            <Fragment key={entry.number}>
              <LogEntry
                entry={entry}
                before={before.get(entry)}
                coach={plainLine(entry)}
                keyArn={keys.get(entry)}
                newest={entry === newest && local.every(({ after }) => after < entry.number)}
                onAgain={onAgain}
                onEdit={onEdit}
              />
              {local
                .filter(({ after }) => after === entry.number)
                .map((each) => (
                  <LocalLine key={`local-${each.id}`} entry={each} />
                ))}
            </Fragment>
          ))}
        </ol>
      )}
    </div>
  )
}

/** An answer longer than the pane begins at its command, a refusal at its error; what came before is above. */
function showNewest(log: HTMLElement | null): void {
  const last = log?.querySelector<HTMLElement>('ol > li:last-child')
  if (!log || !last) return
  if (last.offsetHeight <= log.clientHeight - FADE) {
    log.scrollTop = log.scrollHeight
    return
  }
  const from = last.querySelector('.err') ?? last
  log.scrollTop += from.getBoundingClientRect().top - log.getBoundingClientRect().top - FADE
}

function LocalLine({ entry: { command, output, error, plain } }: { entry: LocalEntry }) {
  return (
    <li className="e">
      <code className="c" translate="no">
        {visibleText(command)}
      </code>
      {output !== undefined && <span className="o">{visibleText(output)}</span>}
      {error !== undefined && <span className="o err">{visibleText(error)}</span>}
      {plain !== undefined && <span className="coach">{plain}</span>}
    </li>
  )
}

/** For each call, the last one before it with the same command and an answer. */
export function earlierAnswers(calls: readonly CallEntry[]): Map<CallEntry, CallEntry> {
  const last = new Map<string, CallEntry>()
  const found = new Map<CallEntry, CallEntry>()
  for (const entry of calls) {
    if (!entry.output) continue
    const before = last.get(entry.command)
    if (before) found.set(entry, before)
    last.set(entry.command, entry)
  }
  return found
}

function keysOf(
  calls: readonly CallEntry[],
  trail: ReturnType<ReturnType<typeof useLab>['trail']>,
): Map<CallEntry, string> {
  const found = new Map<CallEntry, string>()
  for (const entry of calls) {
    const record = entry.eventNumber === undefined ? undefined : trail[entry.eventNumber - 1]
    const arn = record?.resources?.find(({ type }) => type === 'AWS::KMS::Key')?.ARN
    if (arn !== undefined) found.set(entry, arn)
  }
  return found
}
