import { useId, useState } from 'react'
import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import { BYTES_PER_ROW, hexRows } from './hex-rows.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.bytes
const ROWS_AT_ONCE = 32
const TEXT_AT_ONCE = 20_000

/** Bytes as hex; as text only on request, since a file is bytes (D15). */
export function BytesView({ name, bytes }: { name: string; bytes: Bytes }) {
  const [as, setAs] = useState<'hex' | 'text'>('hex')
  const group = useId()
  if (bytes.length === 0) return <p className="b-note">{says.empty}</p>
  return (
    <div className="bytes">
      <fieldset className="seg small">
        <legend className="vh">{says.as}</legend>
        {(['hex', 'text'] as const).map((form) => (
          <label key={form} className={as === form ? 'on' : undefined}>
            <input
              type="radio"
              className="vh"
              name={group}
              checked={as === form}
              onChange={() => setAs(form)}
            />
            {says[form]}
          </label>
        ))}
      </fieldset>
      {as === 'hex' ? <Hex name={name} bytes={bytes} /> : <Text bytes={bytes} />}
    </div>
  )
}

function Hex({ name, bytes }: { name: string; bytes: Bytes }) {
  const [rows, setRows] = useState(ROWS_AT_ONCE)
  const left = bytes.length - rows * BYTES_PER_ROW
  return (
    <div className="hexbox" tabIndex={0} role="group" aria-label={says.caption(name)}>
      <table className="hex" translate="no">
        <caption className="vh">{says.caption(name)}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{says.offset}</th>
            <th scope="col">{says.bytes}</th>
            <th scope="col">{says.ascii}</th>
          </tr>
        </thead>
        <tbody>
          {hexRows(bytes, 0, rows).map(({ offset, groups, ascii }) => (
            <tr key={offset}>
              <th scope="row">{offset}</th>
              <td>
                <span>{groups.slice(0, 4).join(' ')}</span>
                <span className="gutter">{groups.slice(4).join(' ')}</span>
              </td>
              <td className="ascii">{ascii}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" className="btn small" onClick={() => setRows(rows * 4)}>
          {says.rest(Math.min(left, rows * 3 * BYTES_PER_ROW))}
        </button>
      )}
    </div>
  )
}

function Text({ bytes }: { bytes: Bytes }) {
  const text = readable(bytes)
  if (text === undefined) return <p className="b-note">{says.notText}</p>
  return (
    <pre className="bytetext" tabIndex={0} translate="no">
      {visibleText(text.slice(0, TEXT_AT_ONCE))}
      {text.length > TEXT_AT_ONCE && '…'}
    </pre>
  )
}

function readable(bytes: Bytes): string | undefined {
  try {
    return decodeUtf8(bytes)
  } catch {
    return undefined
  }
}
