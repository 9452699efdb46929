import type { Bytes } from '../../../bytes/bytes.ts'

const ACROSS = 48
const CELL = 6

export const gridHeight = (bytes: Uint8Array): number => Math.ceil(bytes.length / ACROSS) * CELL

/** A closed box, one cell for each byte: the higher the value, the stronger the cell. @param mark a byte to point at */
export function BlobGrid({ bytes, mark }: { bytes: Bytes; mark?: number | undefined }) {
  const [width, height] = [ACROSS * CELL, gridHeight(bytes)]
  // Four strengths in four paths draw far faster than hundreds of cells.
  const levels = ['', '', '', '']
  bytes.forEach((byte, i) => {
    levels[byte >> 6] += `M${(i % ACROSS) * CELL} ${Math.floor(i / ACROSS) * CELL}h5v5h-5z`
  })
  return (
    <>
      <rect width={width} height={height} fill="var(--custody-kms-soft)" />
      {levels.map((path, level) => (
        <path
          // oxlint-disable-next-line react/no-array-index-key -- four fixed strengths
          key={level}
          d={path}
          fill="var(--custody-kms)"
          fillOpacity={0.12 + 0.25 * level}
        />
      ))}
      <rect
        x="-1"
        y="-1"
        width={width + 2}
        height={height + 2}
        fill="none"
        stroke="var(--custody-kms)"
        strokeWidth={2}
      />
      {mark !== undefined && (
        <rect
          x={(mark % ACROSS) * CELL - 3}
          y={Math.floor(mark / ACROSS) * CELL - 3}
          width={CELL + 5}
          height={CELL + 5}
          fill="none"
          stroke="var(--bad)"
          strokeWidth={2}
        />
      )}
    </>
  )
}
