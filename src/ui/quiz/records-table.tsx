import { useState } from 'react'
import type { NumberedEvent } from '../../course/lab-definition.ts'
import { Camel } from '../camel.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { byWhom, keyOf, resultOf } from '../trail/trail-words.ts'
import { day } from '../when.ts'
import { words } from './words.ts'

const says = words.log

/** Audit records as a table; each opens as the JSON that CloudTrail would keep. */
export function RecordsTable({
  records,
  names,
}: {
  records: readonly NumberedEvent[]
  names: ReadonlyMap<string, string>
}) {
  const [open, setOpen] = useState<number>()
  const { columns } = says
  return (
    // A region that scrolls has to take the focus.
    <div className="records" tabIndex={0} role="region" aria-label={says.table}>
      <table className="data">
        <caption className="vh">{says.table}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.time}</th>
            <th scope="col">{columns.event}</th>
            <th scope="col">{columns.key}</th>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.result}</th>
          </tr>
        </thead>
        <tbody translate="no">
          {records.map((record, i) => (
            <RecordRows
              key={record.number}
              record={record}
              dated={record.eventTime.slice(0, 10) !== records[i - 1]?.eventTime.slice(0, 10)}
              names={names}
              open={open === record.number}
              onToggle={() => setOpen(open === record.number ? undefined : record.number)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RecordRows({
  record,
  dated,
  names,
  open,
  onToggle,
}: {
  record: NumberedEvent
  dated: boolean
  names: ReadonlyMap<string, string>
  open: boolean
  onToggle: () => void
}) {
  const { number, ...event } = record
  return (
    <>
      <tr className={event.errorCode ? 'failed' : undefined}>
        <td className="num">{number}</td>
        <td className="num">
          {dated && <span className="date">{day(Date.parse(event.eventTime))}</span>}
          {event.eventTime.slice(11, 19)}
        </td>
        <td>
          <button
            type="button"
            aria-expanded={open}
            aria-label={says.open(number, event.eventName)}
            onClick={onToggle}
          >
            <Camel name={event.eventName} />
          </button>
        </td>
        <td>{keyOf(event, names)}</td>
        <td>
          <Camel name={byWhom(event)} />
        </td>
        <td>
          {event.errorCode ? (
            <span className="fail">
              <Icon name="cross" size={12} /> <Camel name={event.errorCode} />
            </span>
          ) : (
            <Camel name={resultOf(event)} />
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6} className="opened">
            <pre>{JSON.stringify(event, null, 2)}</pre>
          </td>
        </tr>
      )}
    </>
  )
}
