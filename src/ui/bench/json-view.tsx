import { useState, type ReactNode } from 'react'
import type { Bytes } from '../../bytes/bytes.ts'
import { decodeBase64 } from '../../bytes/base64.ts'
import { BytesView } from './bytes-view.tsx'
import type { JsonNode, Mark, Scalar } from './json-nodes.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.log
/** Longer lists and structures inside an answer start folded. */
const OPEN_UP_TO = 24
const CLASS = { text: 's', number: 'n', time: 't', word: 'n', long: 's' } as const

/** An answer as the AWS CLI prints it, with folds, marks, and bytes to open. */
export function JsonView({ node, kept }: { node: JsonNode; kept: Readonly<Record<string, string>> }) {
  return (
    <div className="jsonv" translate="no">
      <Value node={node} kept={kept} depth={0} />
    </div>
  )
}

function Value({
  node,
  kept,
  depth,
  name,
  comma = '',
}: {
  node: JsonNode
  kept: Readonly<Record<string, string>>
  depth: number
  name?: string
  comma?: string
}): ReactNode {
  const [open, setOpen] = useState(node.is === 'scalar' || node.entries.length <= OPEN_UP_TO)
  const key =
    name === undefined ? null : (
      <>
        <span className="k">{JSON.stringify(visibleText(name))}</span>:{' '}
      </>
    )
  if (node.is === 'scalar')
    return (
      <Line depth={depth} {...(node.mark ? { mark: node.mark } : {})}>
        {key}
        <ScalarText
          value={node.value}
          comma={comma}
          name={name}
          kept={depth === 1 && name !== undefined ? kept[name] : undefined}
        />
      </Line>
    )
  const [start, end] = node.is === 'list' ? '[]' : '{}'
  const mark = node.mark ? { mark: node.mark } : {}
  if (node.entries.length === 0)
    return (
      <Line depth={depth} {...mark}>
        {key}
        {start}
        {end}
        {comma}
      </Line>
    )
  const fold = depth > 0 && (
    <button
      type="button"
      className="fold"
      aria-expanded={open}
      aria-label={`${open ? says.fold : says.unfold} ${name ?? ''}`}
      onClick={() => setOpen(!open)}
    >
      {open ? '−' : '+'}
    </button>
  )
  if (!open)
    return (
      <Line depth={depth} folds {...mark}>
        {fold}
        {key}
        {start} <span className="d">{says.more(node.entries.length)}</span> {end}
        {comma}
      </Line>
    )
  return (
    <>
      <Line depth={depth} folds {...mark}>
        {fold}
        {key}
        {start}
      </Line>
      {node.entries.map(({ name: inner, node: entry }, i) => (
        <Value
          key={inner ?? i}
          node={entry}
          kept={kept}
          depth={depth + 1}
          {...(inner === undefined ? {} : { name: inner })}
          comma={i < node.entries.length - 1 ? ',' : ''}
        />
      ))}
      {node.gone.length > 0 && (
        <Line depth={depth + 1}>
          <span className="d">{says.gone(node.gone.map(visibleText).join(', '))}</span>
        </Line>
      )}
      <Line depth={depth}>
        {end}
        {comma}
      </Line>
    </>
  )
}

function Line({
  depth,
  mark,
  folds,
  children,
}: {
  depth: number
  mark?: Mark
  /** Has a sign to fold it, which stands in its margin */
  folds?: boolean
  children: ReactNode
}) {
  return (
    <div
      className={`jl ${folds ? 'folds' : ''} ${mark ? 'chg' : ''}`}
      style={{ '--depth': depth } as React.CSSProperties}
    >
      {children}
      {mark && (
        <span className="d was">
          {mark.was === undefined ? says.changed : says.was(visibleText(mark.was))}
        </span>
      )}
    </div>
  )
}

function ScalarText({
  value,
  comma,
  name,
  kept,
}: {
  value: Scalar
  comma: string
  name: string | undefined
  kept: string | undefined
}) {
  const [open, setOpen] = useState(false)
  const bytes = value.kind === 'long' && value.blob ? blobBytes(value.whole) : undefined
  return (
    <>
      <span className={CLASS[value.kind]}>{visibleText(value.shown)}</span>
      {comma}
      {value.kind === 'long' && (
        <>
          {' '}
          <button
            type="button"
            className="fold long"
            aria-expanded={open}
            aria-label={says.showBytes(name ?? '', value.whole.length)}
            onClick={() => setOpen(!open)}
          >
            {value.shown.endsWith('…"') ? says.characters(value.whole.length) : says.asBytes}
          </button>
        </>
      )}
      {kept !== undefined && <span className="d"> {says.keptAs(visibleText(kept))}</span>}
      {open &&
        value.kind === 'long' &&
        (bytes ? (
          <BytesView name={name ?? ''} bytes={bytes} />
        ) : (
          <span className="s whole">{visibleText(value.whole)}</span>
        ))}
    </>
  )
}

export function blobBytes(base64: string): Bytes | undefined {
  try {
    return decodeBase64(base64)
  } catch {
    return undefined
  }
}
