import { useState } from 'react'
import { LabRefusal } from '../../lab/refusal.ts'
import type { CallEntry, CallRequest } from '../../lab/lab.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { useLab, useLabState } from '../lab-context.tsx'
import { openEvent } from '../workspace/frame.ts'
import { AtlasLink } from '../learn/atlas-link.tsx'
import { explainError } from './explain-error.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

/** Runs a call and keeps what became of it, for the part of the page that asked. */
export function useCall() {
  const lab = useLab()
  const [entry, setEntry] = useState<CallEntry>()
  const [refusal, setRefusal] = useState<string>()
  const call = async (request: CallRequest) => {
    setRefusal(undefined)
    try {
      setEntry(await lab.call(request))
    } catch (error) {
      if (!(error instanceof LabRefusal)) throw error
      setRefusal(error.message)
    }
  }
  return { call, entry, refusal }
}

/** The answer in one place, with its audit record and what an error means. */
export function Outcome({
  entry,
  refusal,
  done,
}: {
  entry: CallEntry | undefined
  refusal: string | undefined
  done: string
}) {
  const coach = useLabState((state) => state.coach)
  if (refusal !== undefined)
    return (
      <p className="t-out bad" role="alert">
        <b>{words.log.refused}</b> {refusal}
      </p>
    )
  if (!entry) return null
  const event = entry.eventNumber
  const link = event !== undefined && (
    <button type="button" className="ev" onClick={() => openEvent(event)}>
      {words.log.event(event)}
    </button>
  )
  if (!entry.error)
    return (
      <p className="t-out ok" role="status">
        <Icon name="tick" size={14} /> {done} {link}
      </p>
    )
  const plain =
    coach && coach.eventNumber === event
      ? coach.says
      : explainError(entry.error.code, entry.request.operation, entry.error.message)
  return (
    <div className="t-out bad" role="alert">
      <p>
        <code translate="no">
          {words.log.error(entry.error.code, entry.request.operation)} {visibleText(entry.error.message)}
        </code>
      </p>
      {plain !== undefined && (
        <p>
          <InlineCode text={plain} /> <AtlasLink code={entry.error.code} /> {link}
        </p>
      )}
      {plain === undefined && link}
    </div>
  )
}
