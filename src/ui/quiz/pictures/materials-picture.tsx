import { SocketArt, type SocketLook } from '../../glyphs/socket.tsx'
import { words } from '../words.ts'
import { AreaMark, areaLook, Targets, type Box } from './area.tsx'
import type { PictureProps } from './picture-props.ts'

const CELL = 168
const HEIGHT = 176
const SOCKET = 72

/** The key's materials in a row, oldest first; an option that names none of them is an empty place at the end. */
export function MaterialsPicture(props: PictureProps) {
  const { asked } = props
  const width = CELL * asked.options.length
  const custody = /\bimport/i.test(asked.stem) ? 'you' : 'kms'
  const boxes = Object.fromEntries(
    asked.options.map(({ id }, i): [string, Box] => [
      id,
      { x: CELL * i + 4, y: 4, width: CELL - 8, height: HEIGHT - 32 },
    ]),
  )
  const count = asked.options.filter(({ text }) => stateIn(text)).length
  return (
    <div className="canvas" style={{ maxWidth: width }}>
      <svg className="scene" viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        {asked.options.map(({ id, text }, i) => {
          const look = areaLook(props, id)
          const state = stateIn(text)
          const x = CELL * i
          const [from = '', ...to] = text.split(': ')
          return (
            <g key={id}>
              <rect className={look} x={x + 5} y={5} width={CELL - 10} height={HEIGHT - 34} />
              <g transform={`translate(${x + (CELL - SOCKET) / 2} 18)`}>
                <SocketArt
                  look={state ? seated(custody, id) : { custody: 'kms', fill: 'never' }}
                  size={SOCKET}
                />
              </g>
              <text x={x + CELL / 2} y={112} className="bd" textAnchor="middle">
                {from.replace(/\.$/, '')}
              </text>
              <text x={x + CELL / 2} y={131} className="ms" textAnchor="middle">
                {state ?? to.join(': ').replace(/\.$/, '')}
              </text>
              <AreaMark look={look} x={x + CELL - 28} y={9} />
            </g>
          )
        })}
        <path
          d={`M8 ${HEIGHT - 12}H${CELL * count - 12}m-7 -4 7 4-7 4`}
          fill="none"
          stroke="var(--time)"
          strokeWidth={1.5}
        />
        <text x={CELL * count} y={HEIGHT - 8} className="sm ft">
          {words.pictures.time}
        </text>
      </svg>
      <Targets props={props} boxes={boxes} width={width} height={HEIGHT} />
    </div>
  )
}

const stateIn = (text: string) => /\b(NON_CURRENT|PENDING_ROTATION|CURRENT)\b/.exec(text)?.[1]

const seated = (custody: SocketLook['custody'], text: string): SocketLook => ({
  custody,
  fill: 'seated',
  text,
})
