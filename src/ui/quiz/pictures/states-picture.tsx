import type { KeyState } from '../../../kms/key.ts'
import { GlyphArt, type GlyphName } from '../../glyphs/glyph.tsx'
import { words } from '../../words.ts'
import { AreaMark, areaLook, Targets, type Box } from './area.tsx'
import type { PictureProps } from './picture-props.ts'

const WIDTH = 760
const HEIGHT = 280
const NODE = { width: 132, height: 60 }

type Node = 'PendingImport' | 'Enabled' | 'Disabled' | 'PendingDeletion' | 'Unavailable' | 'Deleted'
const places: Readonly<Record<Node, { x: number; y: number; glyph?: GlyphName }>> = {
  PendingImport: { x: 4, y: 110, glyph: 'key-pending-import-known' },
  Enabled: { x: 270, y: 16, glyph: 'key-enabled-imported' },
  Disabled: { x: 270, y: 204, glyph: 'key-disabled' },
  PendingDeletion: { x: 470, y: 110, glyph: 'key-pending-deletion' },
  Unavailable: { x: 4, y: 16, glyph: 'key-unavailable' },
  Deleted: { x: 624, y: 110 },
}
const names: Readonly<Record<Node, string>> = {
  ...(words.key.states satisfies Record<KeyState, string>),
  Deleted: 'Deleted',
}

interface Way {
  readonly d: string
  /** A line each */
  readonly says: readonly string[]
  readonly at: readonly [number, number]
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** The ways between the states; what leads along them shows with the answer. */
const ways: readonly Way[] = [
  { d: 'M90 108 L266 50', says: ['ImportKeyMaterial'], at: [164, 72], anchor: 'end' },
  { d: 'M300 78 L140 126', says: ['DeleteImported', 'KeyMaterial'], at: [200, 128] },
  { d: 'M322 78 V202', says: ['DisableKey'], at: [316, 182], anchor: 'end' },
  { d: 'M352 202 V80', says: ['EnableKey'], at: [358, 182] },
  { d: 'M404 52 L492 106', says: ['ScheduleKeyDeletion'], at: [464, 74] },
  { d: 'M492 172 L406 230', says: ['CancelKeyDeletion'], at: [464, 218] },
  { d: 'M604 140 H622', says: ['after 7', 'to 30 days'], at: [613, 186], anchor: 'middle' },
]

/** The map of key states. */
export function StatesPicture(props: PictureProps) {
  const shown = (node: Node) => node in names && (node !== 'Unavailable' || asks(props, node))
  const boxes: Record<string, Box> = {}
  for (const node of Object.keys(places) as Node[])
    if (shown(node)) boxes[node] = { ...places[node], ...NODE }
  return (
    <div className="canvas wide">
      <svg className="scene" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <defs>
          <marker id="way" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0 8 4 0 8Z" fill="var(--ink-3)" />
          </marker>
        </defs>
        {ways.map(({ d, says, at: [x, y], anchor = 'start' }) => (
          <g key={d}>
            <path d={d} fill="none" stroke="var(--ink-3)" strokeWidth={1.25} markerEnd="url(#way)" />
            {props.told &&
              says.map((line, i) => (
                <text key={line} x={x} y={y + 15 * i} className="ms" textAnchor={anchor}>
                  {line}
                </text>
              ))}
          </g>
        ))}
        {(Object.keys(boxes) as Node[]).map((node) => {
          const { x, y, glyph } = places[node]
          const look = areaLook(props, node)
          return (
            <g key={node}>
              <rect className={look} x={x + 1} y={y + 1} width={NODE.width - 2} height={NODE.height - 2} />
              {glyph ? (
                <GlyphArt name={glyph} x={x + 12} y={y + 18} size={24} />
              ) : (
                <path d={`M${x + 16} ${y + 30}h16`} stroke="var(--ink-3)" strokeWidth={2} />
              )}
              {names[node].split(' ').map((word, i, all) => (
                <text key={word} x={x + 46} y={y + 35 + 17 * (i - (all.length - 1) / 2)} className="bd">
                  {word}
                </text>
              ))}
              <AreaMark look={look} x={x + NODE.width - 22} y={y + 4} />
            </g>
          )
        })}
      </svg>
      <Targets props={props} boxes={boxes} width={WIDTH} height={HEIGHT} />
    </div>
  )
}

const asks = ({ asked }: PictureProps, node: Node) => asked.options.some(({ id }) => id === node)
