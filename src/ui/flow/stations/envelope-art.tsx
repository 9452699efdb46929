import { chipPath, type Teeth } from '../../glyphs/teeth.ts'

/** The closed box with a chip in it, as part of a larger drawing. */
export function EnvelopeArt({ width, height, teeth }: { width: number; height: number; teeth?: Teeth }) {
  const kms = 'var(--custody-kms)'
  const inner = { width: width * 0.56, height: height * 0.68 }
  const [x, y] = [(width - inner.width) / 2, (height - inner.height) / 2]
  return (
    <>
      <rect width={width} height={height} fill="var(--custody-kms-soft)" stroke={kms} strokeWidth={2} />
      <rect x={x} y={y} {...inner} fill="var(--surface)" stroke={kms} strokeWidth={1.25} />
      <path
        d={`M0 0 ${x} ${y}M${width} 0 ${width - x} ${y}M0 ${height} ${x} ${height - y}M${width} ${height} ${width - x} ${height - y}`}
        stroke={kms}
        strokeWidth={1.25}
      />
      <g transform={`translate(${x + 5} ${y + 5})`}>
        <path d={chipPath(teeth, inner.width - 10, inner.height - 10)} fill="var(--custody-you)" />
      </g>
    </>
  )
}
