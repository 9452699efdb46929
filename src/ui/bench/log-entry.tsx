import { useMemo } from 'react'
import type { CallEntry } from '../../lab/lab.ts'
import { operations } from '../../kms/operations/index.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { showKey } from '../act-as.ts'
import { useLab } from '../lab-context.tsx'
import { AtlasLink } from '../learn/atlas-link.tsx'
import { openEvent } from '../workspace/frame.ts'
import { CopyButton } from './copy-button.tsx'
import { cliJson, jsonTree, type JsonNode } from './json-nodes.ts'
import { JsonView } from './json-view.tsx'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.log
/** The AWS CLI's exit status when the service refused. */
const REFUSED = 254

export function treeOf(entry: CallEntry, before: CallEntry | undefined): JsonNode | undefined {
  if (!entry.output) return undefined
  const members = operations.get(entry.request.operation)?.output
  return jsonTree(entry.output, {
    ...(members ? { members } : {}),
    ...(before?.output ? { before: before.output } : {}),
  })
}

export interface LogEntryProps {
  entry: CallEntry
  /** The same command, answered before */
  before: CallEntry | undefined
  coach: string | undefined
  keyArn: string | undefined
  newest: boolean
  onAgain: (entry: CallEntry) => void
  onEdit: (entry: CallEntry) => void
}

/** One call: the command, its answer or the real error, one plain line, and what can be done with it. */
export function LogEntry({ entry, before, coach, keyArn, newest, onAgain, onEdit }: LogEntryProps) {
  const tree = useMemo(() => treeOf(entry, before), [entry, before])
  const lab = useLab()
  const { error, request, eventNumber } = entry
  return (
    <li className={`e ${error && newest ? 'hot' : ''}`}>
      <code className="c" translate="no">
        {visibleText(entry.command)}
      </code>
      {error && (
        <span className="o err" translate="no">
          {says.error(error.code, request.operation)}
          {error.message !== '' && ` ${visibleText(error.message)}`}
        </span>
      )}
      {tree &&
        (tree.is !== 'scalar' && tree.entries.length === 0 ? (
          <span className="d">{says.noOutput}</span>
        ) : (
          <JsonView node={tree} kept={request.keep ?? {}} />
        ))}
      {coach !== undefined && (
        <span className="coach">
          <InlineCode text={coach} />
        </span>
      )}
      <span className="acts">
        {error && <span>{says.exit(REFUSED)}</span>}
        {error && <AtlasLink code={error.code} className="act" />}
        <CopyButton
          text={() => (tree ? cliJson(tree) : entry.command)}
          label={tree ? says.copyOutput : says.copy}
          className="act"
        />
        <button type="button" className="act" onClick={() => onAgain(entry)}>
          {says.again}
        </button>
        <button type="button" className="act" onClick={() => onEdit(entry)}>
          {says.edit}
        </button>
        {eventNumber !== undefined && (
          <button type="button" className="act" onClick={() => openEvent(eventNumber)}>
            {says.event(eventNumber)}
          </button>
        )}
        {keyArn !== undefined && (
          <button type="button" className="act" onClick={() => void showKey(lab, keyArn)}>
            {says.inWorld}
          </button>
        )}
      </span>
    </li>
  )
}
