import type { Bytes } from '../../bytes/bytes.ts'
import { derRows, type DerRow } from './der-rows.ts'

/** A DER file as the values it is made of. */
export const DerTree = ({ bytes }: { bytes: Bytes }) => (
  <ul className="flow-tree" translate="no">
    <Row row={derRows(bytes)} />
  </ul>
)

function Row({ row: { tag, length, value, parts } }: { row: DerRow }) {
  return (
    <li>
      <span className="tag">{tag}</span> <span className="len">{length} bytes</span>
      {value && (
        <>
          {' '}
          <span className="val">{value}</span>
        </>
      )}
      {parts.length > 0 && (
        <ul>
          {parts.map((part, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- the parts of one value stand in order
            <Row key={i} row={part} />
          ))}
        </ul>
      )}
    </li>
  )
}
