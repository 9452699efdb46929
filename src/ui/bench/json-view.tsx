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

/** Deeper lines are moved in no further. */
const DEEPEST = 12

interface Place {
  readonly kept: Readonly<Record<string, string>>
  readonly depth: number
  readonly name?: string
  readonly comma: string
}

/** An answer as the AWS CLI prints it, with folds, marks, and bytes to open. */
export function JsonView({ node, kept }: { node: JsonNode; kept: Readonly<Record<string, string>> }) {
  return (
    <div className="jsonv" translate="no">
      {valueOf(node, { kept, depth: 0, comma: '' }, undefined)}
    </div>
  )
}

/** Only what can be opened is a component of its own: an answer has dozens of lines, and a terminal many answers. */
function valueOf(node: JsonNode, place: Place, key: React.Key | undefined): ReactNode {
  if (node.is !== 'scalar') return <Nest key={key} node={node} place={place} />
  const { kept, depth, name, comma } = place
  const { value, mark } = node
  const keptAs = depth === 1 && name !== undefined ? kept[name] : undefined
  return (
    <div key={key} className={lineLook(depth, mark)}>
      {nameOf(name)}
      <span className={CLASS[value.kind]}>{visibleText(value.shown)}</span>
      {comma}
      {value.kind === 'long' && <Whole value={value} name={name ?? ''} />}
      {keptAs !== undefined && <span className="d"> {says.keptAs(visibleText(keptAs))}</span>}
      {markOf(mark)}
    </div>
  )
}

/** A list or a structure, which can be folded. */
function Nest({ node, place }: { node: Exclude<JsonNode, { is: 'scalar' }>; place: Place }): ReactNode {
  const { kept, depth, name, comma } = place
  const { entries, gone, mark } = node
  const [open, setOpen] = useState(entries.length <= OPEN_UP_TO)
  const [start, end] = node.is === 'list' ? '[]' : '{}'
  if (entries.length === 0)
    return (
      <div className={lineLook(depth, mark)}>
        {nameOf(name)}
        {start}
        {end}
        {comma}
        {markOf(mark)}
      </div>
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
      <div className={lineLook(depth, mark, 'folds')}>
        {fold}
        {nameOf(name)}
        {start} <span className="d">{says.more(entries.length)}</span> {end}
        {comma}
        {markOf(mark)}
      </div>
    )
  return (
    <>
      <div className={lineLook(depth, mark, 'folds')}>
        {fold}
        {nameOf(name)}
        {start}
        {markOf(mark)}
      </div>
      {entries.map(({ name: inner, node: entry }, i) =>
        valueOf(
          entry,
          {
            kept,
            depth: depth + 1,
            ...(inner === undefined ? {} : { name: inner }),
            comma: i < entries.length - 1 ? ',' : '',
          },
          inner ?? i,
        ),
      )}
      {gone.length > 0 && (
        <div className={lineLook(depth + 1)}>
          <span className="d">{says.gone(gone.map(visibleText).join(', '))}</span>
        </div>
      )}
      <div className={lineLook(depth)}>
        {end}
        {comma}
      </div>
    </>
  )
}

/** What is too long for its line, or bytes: shown whole on request. */
function Whole({ value, name }: { value: Extract<Scalar, { kind: 'long' }>; name: string }) {
  const [open, setOpen] = useState(false)
  const bytes = value.blob ? blobBytes(value.whole) : undefined
  return (
    <>
      {' '}
      <button
        type="button"
        className="fold long"
        aria-expanded={open}
        aria-label={says.showBytes(name, value.whole.length)}
        onClick={() => setOpen(!open)}
      >
        {value.shown.endsWith('…"') ? says.characters(value.whole.length) : says.asBytes}
      </button>
      {open &&
        (bytes ? (
          <BytesView name={name} bytes={bytes} />
        ) : (
          <span className="s whole">{visibleText(value.whole)}</span>
        ))}
    </>
  )
}

/** How far a line is moved in is a class, for a browser styles lines with the same classes once. */
const lineLook = (depth: number, mark?: Mark, folds = '') =>
  `jl in-${Math.min(depth, DEEPEST)} ${folds} ${mark ? 'chg' : ''}`

const nameOf = (name: string | undefined) =>
  name !== undefined && (
    <>
      <span className="k">{JSON.stringify(visibleText(name))}</span>:{' '}
    </>
  )

const markOf = (mark: Mark | undefined) =>
  mark && (
    <span className="d was">{mark.was === undefined ? says.changed : says.was(visibleText(mark.was))}</span>
  )

export function blobBytes(base64: string): Bytes | undefined {
  try {
    return decodeBase64(base64)
  } catch {
    return undefined
  }
}
