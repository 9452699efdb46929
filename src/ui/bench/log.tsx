import { useEffect, useMemo, useRef } from 'react'
import type { CallEntry } from '../../lab/lab.ts'
import { explainError } from './explain-error.ts'
import { announce } from '../announce.tsx'
import { useLab, useLabState } from '../lab-context.tsx'
import { LogEntry, treeOf } from './log-entry.tsx'
import { saidOf } from './say-result.ts'
import { words } from './words.ts'

const says = words.log
/** Older entries are in the Trail; a long list would slow the page down. */
const SHOWN = 60

/** What the learner's calls answered, the newest at the bottom, beside the form. */
export function Log({ onAgain, onEdit }: { onAgain: (entry: CallEntry) => void; onEdit: (entry: CallEntry) => void }) {
  const lab = useLab()
  const calls = useLabState((state) => state.calls)
  const coach = useLabState((state) => state.coach)
  const box = useRef<HTMLDivElement>(null)
  const coached = useRef(new Map<number, string>())
  const newest = calls.at(-1)
  if (coach) coached.current.set(coach.eventNumber, coach.says)

  const before = useMemo(() => earlierAnswers(calls), [calls])
  const keys = useMemo(() => keysOf(calls, lab.trail()), [calls, lab])
  const plainLine = (entry: CallEntry) =>
    (entry.eventNumber === undefined ? undefined : coached.current.get(entry.eventNumber)) ?? (entry.error && explainError(entry.error.code, entry.request.operation))

  const spoken = useRef(newest?.number)
  useEffect(() => {
    const log = box.current
    if (log) log.scrollTop = log.scrollHeight
    if (!newest || spoken.current === newest.number) return
    spoken.current = newest.number
    announce(saidOf(newest, treeOf(newest, undefined), plainLine(newest)))
  })

  return (
    // Announced by us, three lines at most (ux.md 4.7): a live log would read out every token.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="log" role="log" aria-live="off" aria-label={says.label} tabIndex={0} ref={box}>
      {calls.length === 0 ? (
        <p className="log-empty">{says.empty}</p>
      ) : (
        <ol>
          {calls.slice(-SHOWN).map((entry) => (
            <LogEntry key={entry.number} entry={entry} before={before.get(entry)} coach={plainLine(entry)} keyArn={keys.get(entry)} newest={entry === newest} onAgain={onAgain} onEdit={onEdit} />
          ))}
        </ol>
      )}
    </div>
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

function keysOf(calls: readonly CallEntry[], trail: ReturnType<ReturnType<typeof useLab>['trail']>): Map<CallEntry, string> {
  const found = new Map<CallEntry, string>()
  for (const entry of calls) {
    const record = entry.eventNumber === undefined ? undefined : trail[entry.eventNumber - 1]
    const arn = record?.resources?.find(({ type }) => type === 'AWS::KMS::Key')?.ARN
    if (arn !== undefined) found.set(entry, arn)
  }
  return found
}
