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
          <g key={i}>
            <rect x={x} y={y} width={CELL} height={CELL} fill="var(--custody-you)" />
            <text x={x + CELL / 2} y={y + 15} className="on-chip" textAnchor="middle">
              {text ? letter(byte) : encodeHex(Uint8Array.of(byte))}
            </text>
          </g>
        )
      })}
    </>
  )
}

/** A line feed has no shape of its own. */
const letter = (byte: number): string => (byte === 10 ? '\\n' : String.fromCharCode(byte))

export const stripHeight = (bytes: Uint8Array): number => Math.max(2, Math.ceil(bytes.length / ACROSS)) * CELL
