import { chipPath, type Teeth } from './teeth.ts'

/** Material of the learner's: solid, with teeth once it has a fingerprint, else flat with a question mark. */
export function Chip({
  teeth,
  text,
  width = 72,
  height = 60,
}: {
  teeth: Teeth | undefined
  text?: string
  width?: number
  height?: number
}) {
  return (
    <svg
      className="scene"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={chipPath(teeth, width, height)} fill="var(--custody-you)" />
      {text && (
        <text x={width / 2} y={height * 0.7} className="on-chip" textAnchor="middle">
          {text}
        </text>
      )}
    </svg>
  )
}

/** The chip in its closed box: the only form in which material crosses the seam. */
export function Envelope({
  width = 108,
  height = 76,
  teeth,
}: {
  width?: number
  height?: number
  teeth?: Teeth | undefined
}) {
  const inner = { width: width - 50.48 * (width / 108), height: height - 28 * (height / 76) }
  const x = (width - inner.width) / 2
  const y = (height - inner.height) / 2
  const chip = { width: inner.width - 10, height: inner.height - 10 }
  const kms = 'var(--custody-kms)'
  return (
    <svg
      className="scene"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <rect
        x="1"
        y="1"
        width={width - 2}
        height={height - 2}
        fill="var(--custody-kms-soft)"
        stroke={kms}
        strokeWidth={2}
      />
      <rect x={x} y={y} {...inner} fill="var(--surface)" stroke={kms} strokeWidth={1.25} />
      <path
        d={`M0 0 ${x} ${y}M${width} 0 ${width - x} ${y}M0 ${height} ${x} ${height - y}M${width} ${height} ${width - x} ${height - y}`}
        stroke={kms}
        strokeWidth={1.25}
      />
      <g transform={`translate(${x + 5} ${y + 5})`}>
        <path d={chipPath(teeth, chip.width, chip.height)} fill="var(--custody-you)" />
      </g>
    </svg>
  )
}

/** A copy kept outside KMS; empty when there is none, because the absence is the risk. */
export function Vault({
  teeth,
  empty = false,
  size = 36,
}: {
  teeth?: Teeth | undefined
  empty?: boolean
  size?: number
}) {
  const arm = size * 0.26
  const far = size - 1
  const inset = size * 0.2
  return (
    <svg className="scene" width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <path
        d={`M1 ${arm}V1H${arm}M${size - arm} 1H${far}V${arm}M${far} ${size - arm}V${far}H${size - arm}M${arm} ${far}H1V${size - arm}`}
        fill="none"
        stroke="var(--custody-you)"
        strokeWidth={size < 40 ? 2 : 2.5}
      />
      {empty ? (
        <path d={`M${size * 0.34} ${size / 2}H${size * 0.66}`} stroke="var(--custody-you)" strokeWidth={2} />
      ) : (
        <g transform={`translate(${inset} ${inset})`}>
          <path d={chipPath(teeth, size - 2 * inset, size - 2 * inset)} fill="var(--custody-you)" />
        </g>
      )}
    </svg>
  )
}
