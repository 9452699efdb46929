import { beats } from '../../course/flow/beats/index.ts'
import { places, type Place } from '../../course/flow/flow-definition.ts'
import { HEAD, middle, type Layout } from './layout.ts'
import { words } from './words.ts'

const YOURS: readonly Place[] = ['hsm', 'disk']
const hue = (place: Place) => (YOURS.includes(place) ? 'fy' : place === 'wire' ? 's3' : 'fk')

/** Places, life lines, rows and the seams: what stays while beats come and go. */
export function Backdrop({ layout, beat }: { layout: Layout; beat: number }) {
  return layout.kind === 'score' ? (
    <ScoreBackdrop layout={layout} beat={beat} />
  ) : (
    <SequenceBackdrop layout={layout} beat={beat} />
  )
}

function ScoreBackdrop({ layout, beat }: { layout: Layout; beat: number }) {
  const { width, height, lanes, rows } = layout
  const open = lanes[beats[beat - 1]?.at ?? 'disk']
  const row = rows[beat - 1] as Layout['rows'][number]
  const [wire, api, key] = [lanes.wire, lanes.api, lanes.key]
  const seams = [api.from + api.size, key.from + key.size]
  return (
    <svg
      className="scene backdrop"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <rect x={open.from} width={open.size} height={height} fill="var(--surface)" />
      <rect y={row.from} width={width} height={row.size} fill="var(--surface)" />
      <path d={`M0 1.5H${wire.from - 2}`} stroke="var(--custody-you)" strokeWidth={3} />
      <path
        d={`M${wire.from + 2} 1.5H${api.from - 2}`}
        stroke="var(--ink-3)"
        strokeWidth={3}
        strokeDasharray="3 4"
      />
      <path d={`M${api.from + 2} 1.5H${width}`} stroke="var(--custody-kms)" strokeWidth={3} />
      {places.map((place) => {
        const x = middle(lanes[place])
        const wide = lanes[place] === open
        const from = row.from
        const to = row.from + row.size
        return (
          <g key={place}>
            {headLines(place, wide).map((line, i) => (
              <text
                key={line.text}
                x={x}
                y={30 + 17 * i}
                className={line.small ? 'sm' : `bd ${hue(place)}`}
                textAnchor="middle"
              >
                {line.text}
              </text>
            ))}
            <path
              d={wide ? `M${x} ${HEAD}V${from}M${x} ${to}V${height}` : `M${x} ${HEAD}V${height}`}
              stroke="var(--line-strong)"
              strokeOpacity={0.45}
              strokeDasharray={place === 'wire' ? '3 4' : undefined}
            />
          </g>
        )
      })}
      {rows.map(({ from, size }, i) => (
        <path
          key={beats[i]?.id}
          d={`M0 ${from + 0.5}H${width}${i + 1 === beat ? `M0 ${from + size + 0.5}H${width}` : ''}`}
          stroke="var(--ink)"
          strokeOpacity={i + 1 === beat ? 0.55 : 0.1}
        />
      ))}
      {seams.map((x) => (
        <path key={x} d={`M${x - 3} 8V${height}M${x + 3} 8V${height}`} stroke="var(--ink)" strokeWidth={2} />
      ))}
    </svg>
  )
}

function headLines(place: Place, wide: boolean): readonly { text: string; small?: true }[] {
  const { name, short, note } = words.places[place]
  if (wide) return note ? [{ text: name }, { text: note, small: true }] : [{ text: name }]
  return [
    ...short.map((text) => ({ text })),
    ...(place === 'wire' ? [{ text: 'public', small: true as const }] : []),
  ]
}

function SequenceBackdrop({ layout, beat }: { layout: Layout; beat: number }) {
  const { width, height, lanes } = layout
  const open = beats[beat - 1]?.at ?? 'disk'
  const seams = [lanes.api.from + lanes.api.size, lanes.key.from + lanes.key.size]
  return (
    <svg
      className="scene backdrop"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <rect y={lanes[open].from} width={width} height={lanes[open].size} fill="var(--surface)" />
      {places.map((place) => {
        const { from, size } = lanes[place]
        return (
          <g key={place}>
            <path
              d={`M1.5 ${from + 2}V${from + size - 2}`}
              stroke={
                YOURS.includes(place)
                  ? 'var(--custody-you)'
                  : place === 'wire'
                    ? 'var(--ink-3)'
                    : 'var(--custody-kms)'
              }
              strokeWidth={3}
              strokeDasharray={place === 'wire' ? '3 4' : undefined}
            />
            <path d={`M0 ${from + 0.5}H${width}`} stroke="var(--ink)" strokeOpacity={0.12} />
            <text x="14" y={from + 31} className={`bd ${hue(place)}`}>
              {words.places[place].name}
            </text>
          </g>
        )
      })}
      {seams.map((y) => (
        <path key={y} d={`M0 ${y - 3}H${width}M0 ${y + 3}H${width}`} stroke="var(--ink)" strokeWidth={2} />
      ))}
    </svg>
  )
}
