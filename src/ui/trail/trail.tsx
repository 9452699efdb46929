import { useEffect, useMemo, useRef, useState } from 'react'
import type { Lab } from '../../lab/lab.ts'
import { trailAtHand } from '../../lab/trail-at-hand.ts'
import type { TrailEvent } from '../../kms/trail.ts'
import { announce } from '../announce.tsx'
import { Camel } from '../camel.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { asOf, useRevision } from '../lab-context.tsx'
import { day, fullDate } from '../when.ts'
import { words } from '../words.ts'
import { allKeys, namer } from '../world/scene-model.ts'
import { closeDrawer, useFrame } from '../workspace/frame.ts'
import { byWhom, fits, keyArnOf, keyOf, resultOf, type TrailFilter } from './trail-words.ts'
import { useKeptPlace } from './use-kept-place.ts'

const says = words.trail
/** Rows drawn at first and added with each "earlier". */
const PAGE = 300

/** The audit trail: every record, newest last, with the chosen one as JSON. */
export function Trail({ lab }: { lab: Lab }) {
  const revision = useRevision()
  const selected = useFrame(({ event }) => event)
  const [filter, setFilter] = useState<TrailFilter>('all')
  const [keyArn, setKeyArn] = useState('')
  const [pages, setPages] = useState(1)
  const { numbered, away, names } = useMemo(() => {
    const { tables } = asOf(lab, revision)
    const name = namer(tables)
    const { records, away } = trailAtHand(tables)
    const numbered = records.map(({ number, ...event }) => ({ event, number }))
    return { numbered, away, names: new Map(allKeys(tables).map((key) => [key.arn, name(key)])) }
  }, [lab, revision])
  const fitting = numbered.filter(
    ({ event }) => fits(event, filter) && (keyArn === '' || keyArnOf(event) === keyArn),
  )
  const shown = fitting.slice(-PAGE * pages)
  const chosen = numbered.find(({ number }) => number === selected) ?? shown.at(-1)

  return (
    <>
      <header className="phead">
        <h2>{says.title}</h2>
        <span className="count">{numbered.length > 0 && says.count(numbered.length)}</span>
        <span className="r row">
          <label>
            <span className="vh">{says.filter}</span>
            <select
              className="field small"
              value={filter}
              onChange={(e) => setFilter(e.target.value as TrailFilter)}
            >
              {Object.entries(says.filters).map(([id, text]) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className="vh">{says.forKey}</span>
            <select className="field small" value={keyArn} onChange={(e) => setKeyArn(e.target.value)}>
              <option value="">{says.anyKey}</option>
              {[...names].map(([arn, name]) => (
                <option key={arn} value={arn}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {chosen && <CopyJson event={chosen.event} />}
          <button
            type="button"
            className="btn quiet icon small close"
            aria-label={says.close}
            onClick={closeDrawer}
          >
            <Icon name="cross" size={14} />
          </button>
        </span>
      </header>
      {numbered.length === 0 && <p className="empty">{says.empty}</p>}
      {away && (
        <p className="away" role="note">
          {says.away(away.count, fullDate(away.from), fullDate(away.until))}
        </p>
      )}
      {numbered.length > 0 && (
        <div className="tgrid">
          {shown.length === 0 ? (
            <p className="empty">{says.none}</p>
          ) : (
            <Rows
              shown={shown}
              hidden={fitting.length - shown.length}
              names={names}
              chosen={chosen?.number}
              onEarlier={() => setPages(pages + 1)}
            />
          )}
          {chosen && (
            // A region that scrolls has to take the focus.
            <pre
              className="json"
              translate="no"
              tabIndex={0}
              role="region"
              aria-label={says.record(chosen.number)}
            >
              <Json event={chosen.event} />
            </pre>
          )}
        </div>
      )}
    </>
  )
}

interface RowsProps {
  shown: readonly { readonly event: TrailEvent; readonly number: number }[]
  hidden: number
  names: ReadonlyMap<string, string>
  chosen: number | undefined
  onEarlier: () => void
}

function Rows({ shown, hidden, names, chosen, onEarlier }: RowsProps) {
  const body = useRef<HTMLDivElement>(null)
  const newest = shown.at(-1)?.number
  useKeptPlace(body)
  // Newest last: the list stays at its end until a row is chosen.
  useEffect(() => {
    const row = body.current?.querySelector('[aria-selected="true"], tr.sel')
    if (row) row.scrollIntoView({ block: 'nearest' })
    else body.current?.scrollTo({ top: body.current.scrollHeight })
  }, [chosen, newest])

  function move(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = shown.findIndex(({ number }) => number === chosen)
    const next = shown[Math.min(Math.max(at + step, 0), shown.length - 1)]
    if (!next) return
    useFrame.setState({ event: next.number })
    body.current?.querySelector<HTMLButtonElement>(`[data-event="${next.number}"]`)?.focus()
  }

  const { number, time, event, key, by, result } = says.columns
  return (
    <div className="rows" ref={body}>
      {hidden > 0 && (
        <button type="button" className="btn quiet small" onClick={onEarlier}>{`${hidden} earlier`}</button>
      )}
      <table>
        <caption className="vh">{says.table}</caption>
        <thead>
          <tr>
            <th scope="col" className="n">
              {number}
            </th>
            <th scope="col">{time}</th>
            <th scope="col">{event}</th>
            <th scope="col" className="key">
              {key}
            </th>
            <th scope="col" className="by">
              {by}
            </th>
            <th scope="col">{result}</th>
          </tr>
        </thead>
        <tbody translate="no" onKeyDown={move}>
          {shown.map((row, i) => (
            <tr
              key={row.number}
              className={rowClass(row.event, row.number === chosen)}
              onClick={() => useFrame.setState({ event: row.number })}
            >
              <td className="n num">{row.number}</td>
              <td className="num">
                {newDay(shown[i - 1]?.event, row.event) && (
                  <span className="date">{day(Date.parse(row.event.eventTime))}</span>
                )}
                {row.event.eventTime.slice(11, 19)}
              </td>
              <td className="b">
                <button
                  type="button"
                  data-event={row.number}
                  aria-pressed={row.number === chosen}
                  tabIndex={row.number === chosen ? 0 : -1}
                >
                  <Camel name={row.event.eventName} />
                </button>
                {/* Where the columns of these two have no room */}
                <span className="whose">
                  {[keyOf(row.event, names), byWhom(row.event)].filter(Boolean).join(' · ')}
                </span>
              </td>
              <td className="key">{keyOf(row.event, names)}</td>
              <td className="by">{byWhom(row.event)}</td>
              <td>
                {row.event.errorCode ? (
                  <span className="fail">
                    <Icon name="cross" size={12} /> <Camel name={row.event.errorCode} />
                  </span>
                ) : (
                  <Camel name={resultOf(row.event)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The date shows where it changes. */
const newDay = (before: TrailEvent | undefined, event: TrailEvent): boolean =>
  before !== undefined && before.eventTime.slice(0, 10) !== event.eventTime.slice(0, 10)

const rowClass = ({ errorCode, eventType }: TrailEvent, selected: boolean): string =>
  [selected && 'sel', errorCode && 'failed', eventType === 'AwsServiceEvent' && 'service']
    .filter(Boolean)
    .join(' ')

function Json({ event }: { event: TrailEvent }) {
  return JSON.stringify(event, null, 2)
    .split('\n')
    .map((line, i) => (
      <span
        key={i}
        className={/^\s*"error(Code|Message)"/.test(line) ? 'bad' : undefined}
      >{`${line}\n`}</span>
    ))
}

function CopyJson({ event }: { event: TrailEvent }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(JSON.stringify(event, null, 2))
      announce(says.copied)
    } catch {
      announce(says.copyFailed)
    }
  }
  return (
    <button type="button" className="btn quiet small" onClick={copy}>
      {says.copy}
    </button>
  )
}
