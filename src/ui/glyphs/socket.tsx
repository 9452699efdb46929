import { openingPath, seatedPath, type Teeth } from './teeth.ts'

/** One socket of a key and what sits in it. Hue says who answers for the material, shape says the state. */
export interface SocketLook {
  /** Whose material: made by KMS, or brought by the learner */
  readonly custody: 'kms' | 'you'
  /** seated: the bytes are there; emptied: it waits for bytes it knows; never: it was never filled */
  readonly fill: 'seated' | 'emptied' | 'never'
  readonly teeth?: Teeth | undefined
  /** Printed on the chip: 8 hex digits or a name */
  readonly text?: string | undefined
  readonly barred?: boolean
  readonly expires?: boolean
  readonly hatched?: boolean
  /** The edge has gaps: the store that holds the bytes cannot be reached */
  readonly broken?: boolean
  /** Pulls the chip out of the socket: for the moment at which it drops */
  readonly dropping?: boolean
}

export function Socket({
  look,
  size = 104,
  name,
  note,
}: {
  look: SocketLook
  size?: number
  name?: string | undefined
  note?: string | undefined
}) {
  return (
    <svg
      className="scene socket"
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
      overflow="visible"
    >
      <SocketArt look={look} size={size} name={name} note={note} />
    </svg>
  )
}

export function SocketArt({
  look,
  size,
  name,
  note,
}: {
  look: SocketLook
  size: number
  name?: string | undefined
  note?: string | undefined
}) {
  const k = size / 104
  const { custody, fill } = look
  const cut = look.teeth ?? (custody === 'kms' ? 'sealed' : 'flat')
  const kms = 'var(--custody-kms)'
  const hue = custody === 'kms' ? kms : 'var(--custody-you)'
  const small = size < 56
  if (look.hatched) {
    return (
      <>
        <path
          d={`M1 1H${size - 1}V${size - 1}H1Z`}
          fill="var(--surface)"
          stroke={kms}
          strokeWidth={small ? 1.5 : 2}
        />
        <path d={hatch(size)} stroke={kms} strokeWidth={small ? 1.25 : 1.5} />
      </>
    )
  }
  if (look.broken) {
    const [near, far, from, to] = [1, size - 1, 44 * k, 66 * k]
    return (
      <>
        <path
          d={`M${near} ${from}V${near}H${far}V${from - 8 * k}M${far} ${to - 8 * k}V${far}H${near}V${to}`}
          fill="none"
          stroke={kms}
          strokeWidth={small ? 1.5 : 2}
        />
        {fill === 'seated' && <path className="seated" d={seatedPath(size, cut)} fill={hue} opacity={0.45} />}
        {look.text && (
          <text x={size / 2} y={size * 0.68} className="ms" textAnchor="middle">
            {look.text}
          </text>
        )}
      </>
    )
  }
  if (fill !== 'seated') {
    return (
      <>
        <path
          d={`M1 1H${size - 1}V${size - 1}H1Z`}
          fill="none"
          stroke={kms}
          strokeWidth={small ? 1.5 : 2}
          strokeDasharray={small ? '4 3' : '7 5'}
        />
        <path
          d={openingPath(size, fill === 'never' ? 'flat' : cut)}
          fill="none"
          stroke={fill === 'never' ? kms : 'var(--custody-you)'}
          strokeWidth={fill === 'never' ? 1.25 : 1.5}
          strokeDasharray={small ? '2.5 2' : '4 3.5'}
        />
        {look.dropping && <path className="dropping" d={seatedPath(size, cut)} fill={hue} />}
        {name && (
          <text x={size / 2} y={size * 0.47} className="hd fk" textAnchor="middle">
            {name}
          </text>
        )}
        {(note ?? look.text) && (
          <text
            x={size / 2}
            y={size * (name ? 0.63 : 0.6)}
            className={note ? 'sm' : 'ms'}
            textAnchor="middle"
          >
            {note ?? look.text}
          </text>
        )}
      </>
    )
  }
  return (
    <>
      <path d={`M0 0H${size}V${size}H0Z`} fill="var(--surface)" />
      <path
        d={`M0 0H${size}V${size}H0Z${openingPath(size, cut)}`}
        fill="var(--custody-kms-soft)"
        fillRule="evenodd"
      />
      <path d={`M1 1H${size - 1}V${size - 1}H1Z`} fill="none" stroke={kms} strokeWidth={small ? 1.5 : 2} />
      <path d={openingPath(size, cut)} fill="none" stroke={kms} strokeWidth={1.25} />
      <path className="seated" d={seatedPath(size, cut)} fill={hue} />
      {look.text && (
        <text x={size / 2} y={size * 0.68} className="on-chip" textAnchor="middle">
          {look.text}
        </text>
      )}
      {look.barred && <rect x={-6 * k} y={46 * k} width={size + 12 * k} height={12 * k} fill="var(--ink)" />}
      {look.expires && (
        <g fill="none" stroke="var(--time)">
          <circle cx={88 * k} cy={88 * k} r={15 * k} fill="var(--surface)" strokeWidth={small ? 1.5 : 2} />
          <path
            d={`M${88 * k} ${80 * k}v${8.5 * k}l${5.5 * k} ${3.4 * k}`}
            strokeWidth={small ? 1.25 : 1.75}
          />
        </g>
      )}
    </>
  )
}

/** Diagonals inside the frame. */
function hatch(size: number): string {
  const a = size / 8
  const b = size - a
  const step = (b - a) / 4
  const lines: string[] = []
  for (let i = 0.5; i < 8; i++) {
    const reach = i * step
    const [x1, y1] = reach <= b - a ? [a, a + reach] : [a + reach - (b - a), b]
    const [x2, y2] = reach <= b - a ? [a + reach, a] : [b, a + reach - (b - a)]
    lines.push(`M${x1} ${y1}L${x2} ${y2}`)
  }
  return lines.join('')
}
