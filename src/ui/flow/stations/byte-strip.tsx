import { encodeHex } from '../../../bytes/hex.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { secretBytesAt } from '../../../course/flow/custody.ts'
import type { Place } from '../../../course/flow/flow-definition.ts'

const CELL = 22
const ACROSS = 16

/** The secret, byte by byte, 16 a row. It can only be drawn at a place that may hold one. @param text read the bytes as letters */
export function ByteStrip({ place, bytes, text }: { place: Place; bytes: Bytes; text: boolean }) {
  const shown = secretBytesAt(place, bytes)
  const rows = Math.max(2, Math.ceil(shown.length / ACROSS))
  return (
    <>
      <path d={groundOf(shown.length)} fill="var(--custody-you)" />
      {Array.from({ length: rows * ACROSS }, (_, i) => {
        const x = (i % ACROSS) * CELL
        const y = Math.floor(i / ACROSS) * CELL
        const byte = shown[i]
        if (byte === undefined && rows > 2) return null
        return byte === undefined ? (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a place in a row of bytes
            key={i}
            x={x + 2}
            y={y + 2}
            width={CELL - 4}
            height={CELL - 4}
            fill="none"
            stroke="var(--line-strong)"
            strokeDasharray="3 3"
          />
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- a place in a row of bytes
          <text key={i} x={x + CELL / 2} y={y + 15} className="on-chip" textAnchor="middle">
            {text ? letter(byte) : encodeHex(Uint8Array.of(byte))}
          </text>
        )
      })}
    </>
  )
}

/** Full rows in one piece, then the rest: no seams between the bytes. */
function groundOf(length: number): string {
  const [full, rest] = [Math.floor(length / ACROSS), length % ACROSS]
  const last = rest > 0 ? `M0 ${full * CELL}h${rest * CELL}v${CELL}H0Z` : ''
  return full > 0 ? `M0 0H${ACROSS * CELL}V${full * CELL}H0Z${last}` : last
}

/** A line feed has no shape of its own. */
const letter = (byte: number): string => (byte === 10 ? '\\n' : String.fromCharCode(byte))

export const stripHeight = (bytes: Uint8Array): number => Math.max(2, Math.ceil(bytes.length / ACROSS)) * CELL
