import { places, type Place } from '../../../course/flow/flow-definition.ts'
import { GlyphArt, type GlyphName } from '../../glyphs/glyph.tsx'
import { words } from '../words.ts'
import { AreaMark, areaLook, Targets, type Box } from './area.tsx'
import type { PictureProps } from './picture-props.ts'

const WIDTH = 760
const HEIGHT = 300
const LANE = WIDTH / places.length
const HEAD = { y: 24, height: 84 }

const lanes: Readonly<Record<Place, { name: readonly string[]; yours?: true; glyph?: GlyphName }>> = {
  hsm: { name: ['Your', 'HSM'], yours: true, glyph: 'material' },
  disk: { name: ['Work-', 'station'], yours: true },
  wire: { name: ['Public', 'internet'] },
  api: { name: ['KMS', 'API'] },
  'kms-hsm': { name: ['KMS', 'HSM'] },
  key: { name: ['KMS', 'key'], glyph: 'key-pending-import' },
  log: { name: ['Audit', 'log'] },
}
/** The ways of an import in the order in which they are gone; the fourth stays on the workstation. */
const ways: Readonly<Record<string, { from: Place; to: Place; y: number }>> = {
  e1: { from: 'disk', to: 'api', y: 138 },
  e2: { from: 'api', to: 'disk', y: 162 },
  e3: { from: 'hsm', to: 'disk', y: 186 },
  e5: { from: 'disk', to: 'api', y: 210 },
  e6: { from: 'api', to: 'kms-hsm', y: 234 },
  e7: { from: 'kms-hsm', to: 'key', y: 258 },
  e8: { from: 'api', to: 'log', y: 282 },
}
const middle = (place: Place) => LANE * (places.indexOf(place) + 0.5)

/** Places and ways of the import: yours left, the service right, time runs down. */
export function FlowPicture(props: PictureProps) {
  const asks = (id: string) => props.asked.options.some((option) => option.id === id)
  const boxes: Record<string, Box> = {}
  for (const place of places)
    if (asks(place)) boxes[place] = { x: LANE * places.indexOf(place) + 4, width: LANE - 8, ...HEAD }
  for (const [id, { from, to, y }] of Object.entries(ways))
    if (asks(id))
      boxes[id] = {
        x: Math.min(middle(from), middle(to)) - 4,
        y: y - 12,
        width: Math.abs(middle(to) - middle(from)) + 8,
        height: 24,
      }
  const seams = [LANE * 3, LANE * 5]
  return (
    <div className="canvas wide">
      <svg className="scene" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <path d={`M0 1.5H${LANE * 2 - 3}`} stroke="var(--custody-you)" strokeWidth={3} />
        <path d={`M${LANE * 3 + 3} 1.5H${WIDTH}`} stroke="var(--custody-kms)" strokeWidth={3} />
        <text x={4} y={18} className="sm">
          {words.pictures.you}
        </text>
        <text x={LANE * 3 + 8} y={18} className="sm">
          {words.pictures.kms}
        </text>
        {seams.map((x) => (
          <path
            key={x}
            d={`M${x - 2.5} 6V${HEIGHT}M${x + 2.5} 6V${HEIGHT}`}
            stroke="var(--ink)"
            strokeWidth={2}
          />
        ))}
        {places.map((place) => {
          const { name, yours, glyph } = lanes[place]
          const look = areaLook(props, place)
          const x = LANE * places.indexOf(place)
          return (
            <g key={place}>
              <path
                d={`M${middle(place)} ${HEAD.y + HEAD.height}V${HEIGHT}`}
                stroke="var(--line-strong)"
                strokeDasharray={place === 'wire' ? '3 4' : undefined}
              />
              {asks(place) && (
                <rect className={look} x={x + 5} y={HEAD.y + 1} width={LANE - 10} height={HEAD.height - 2} />
              )}
              {name.map((line, i) => (
                <text
                  key={line}
                  x={middle(place)}
                  y={HEAD.y + 30 + 17 * i}
                  className={`bd ${yours ? 'fy' : place === 'wire' ? 's2' : 'fk'}`}
                  textAnchor="middle"
                >
                  {line}
                </text>
              ))}
              {glyph && <GlyphArt name={glyph} x={middle(place) - 10} y={HEAD.y + 56} size={20} />}
              <AreaMark look={look} x={x + LANE - 26} y={HEAD.y + 4} />
            </g>
          )
        })}
        {Object.entries(ways).map(([id, { from, to, y }]) => {
          const look = areaLook(props, id)
          const [a, b] = [middle(from), middle(to)]
          const tip = b > a ? -1 : 1
          const box = boxes[id]
          return (
            <g key={id}>
              {box && <rect className={look} x={box.x} y={box.y} width={box.width} height={box.height} />}
              <path d={`M${a} ${y}H${b + tip * 2}`} stroke="var(--ink)" strokeWidth={1.5} fill="none" />
              <path d={`M${b} ${y}l${tip * 9} -4.5v9Z`} fill="var(--ink)" />
              <rect x={(a + b) / 2 - 13} y={y - 9} width={26} height={18} fill="var(--surface)" />
              <text x={(a + b) / 2} y={y + 4} className="ms" textAnchor="middle">
                {id}
              </text>
              {box && <AreaMark look={look} x={box.x + box.width - 40} y={y - 9} />}
            </g>
          )
        })}
      </svg>
      <Targets props={props} boxes={boxes} width={WIDTH} height={HEIGHT} />
    </div>
  )
}
