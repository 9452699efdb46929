import type { ReactNode } from 'react'
import { GlyphArt } from '../glyphs/glyph.tsx'
import { SocketArt, type SocketLook } from '../glyphs/socket.tsx'
import { chipPath, type Teeth } from '../glyphs/teeth.ts'

/** What the door's scene shows at one moment, in words that are ready to print. */
export interface DoorMoment {
  readonly fileName: string
  readonly plainName: string
  readonly materialName: string
  readonly alias: string
  readonly fileNote: string
  readonly plainNote: string
  readonly materialNote: string
  readonly stateWord: string
  readonly expiry: string
  readonly expiryNote: string
  readonly caption: readonly string[]
  readonly teeth: Teeth | undefined
  readonly socket: SocketLook
  /** The newest Decrypt: not yet, on its way or done, or refused with this error */
  readonly decrypt: 'staged' | 'done' | { readonly error: string }
  readonly describes: string
}

const kms = 'var(--custody-kms)'
const you = 'var(--custody-you)'
const ink = 'var(--ink)'

function Vault({ x, y, size, teeth }: { x: number; y: number; size: number; teeth: Teeth | undefined }) {
  const arm = size * 0.26
  const inset = size * 0.2
  const inner = size - 2 * inset
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        d={`M1 ${arm}V1H${arm}M${size - arm} 1H${size - 1}V${arm}M${size - 1} ${size - arm}V${size - 1}H${size - arm}M${arm} ${size - 1}H1V${size - arm}`}
        fill="none"
        stroke={you}
        strokeWidth={2.5}
      />
      <g transform={`translate(${inset} ${inset})`}>
        <path d={chipPath(teeth, inner, inner)} fill={you} />
      </g>
    </g>
  )
}

const Cross = ({ x, y }: { x: number; y: number }) => (
  <>
    <circle cx={x} cy={y} r="11" fill="var(--surface)" />
    <path d={`M${x - 7} ${y - 7}l14 14M${x + 7} ${y - 7}l-14 14`} stroke="var(--bad)" strokeWidth={2.5} />
  </>
)

/** Left you, right the service. */
export function DoorSceneWide({ moment }: { moment: DoorMoment }) {
  const { decrypt } = moment
  const refused = typeof decrypt === 'object'
  return (
    <svg className="scene wide" viewBox="0 0 896 268" width="100%" role="img" aria-label={moment.describes}>
      <path d="M0 1.5H336" stroke={you} strokeWidth={3} />
      <path d="M342 1.5H896" stroke={kms} strokeWidth={3} />
      <Heads you={[20, 31]} kms={[362, 31]} />
      <path d="M336 0V268M342 0V268" stroke={ink} strokeWidth={2} />
      <GlyphArt name="plaintext" x={18} y={72} size={34} />
      <text x="62" y="86" className="m">
        {moment.plainName}
      </text>
      <text x="62" y="104" className="sm">
        {moment.plainNote}
      </text>
      <GlyphArt name="ciphertext" x={18} y={132} size={34} />
      <text x="62" y="146" className="m">
        {moment.fileName}
      </text>
      <text x="62" y="164" className="sm">
        {moment.fileNote}
      </text>
      <Vault x={20} y={194} size={50} teeth={moment.teeth} />
      <text x="84" y="216" className="m">
        {moment.materialName}
      </text>
      <text x="84" y="234" className="sm">
        {moment.materialNote}
      </text>

      <g
        fill="none"
        stroke={refused ? 'var(--ink-3)' : ink}
        strokeWidth={1.5}
        className={decrypt === 'done' ? 'lit' : undefined}
      >
        <path
          d="M196 149H551"
          strokeDasharray={refused ? '4 4' : undefined}
          pathLength={refused ? undefined : 1}
        />
        <path d="M545 144.5L551.5 149L545 153.5" />
      </g>
      {refused ? (
        <>
          <Cross x={450} y={149} />
          <text x="450" y="176" className="m fb small" textAnchor="middle">
            {decrypt.error}
          </text>
        </>
      ) : (
        <>
          <text x="450" y="140" className="s2" textAnchor="middle">
            Decrypt
          </text>
          <g
            fill="none"
            stroke={decrypt === 'done' ? ink : 'var(--ink-3)'}
            strokeWidth={1.5}
            className={decrypt === 'done' ? 'lit late' : undefined}
          >
            <path
              d="M552 89H197"
              strokeDasharray={decrypt === 'done' ? undefined : '4 4'}
              pathLength={decrypt === 'done' ? 1 : undefined}
            />
            <path d="M203 84.5L196.5 89L203 93.5" />
          </g>
          <text x="450" y="80" className="sm" textAnchor="middle">
            plaintext
          </text>
        </>
      )}
      <g transform="translate(560 60)">
        <SocketArt look={moment.socket} size={120} />
      </g>
      <text x="706" y="74" className="m bd">
        {moment.alias}
      </text>
      <text x="706" y="101" className="bd">
        {moment.stateWord}
      </text>
      <text x="706" y="125" className="s2">
        Origin EXTERNAL
      </text>
      <text x="706" y="149" className="ft">
        {moment.expiry}
      </text>
      <text x="706" y="173" className="sm">
        {moment.expiryNote}
      </text>
      {moment.caption.map((line, i) => (
        <text key={line} x="560" y={222 + i * 18} className="s2">
          {line}
        </text>
      ))}
    </svg>
  )
}

/** Above you, below the service. */
export function DoorSceneTall({ moment }: { moment: DoorMoment }) {
  const { decrypt } = moment
  const refused = typeof decrypt === 'object'
  return (
    <svg className="scene tall" viewBox="0 0 390 252" width="100%" role="img" aria-label={moment.describes}>
      <path d="M0 1.5H390" stroke={you} strokeWidth={3} />
      <Heads you={[16, 28]} kms={[56, 132]} />
      <GlyphArt name={decrypt === 'done' ? 'plaintext' : 'ciphertext'} x={14} y={44} size={34} />
      <text x="56" y="58" className="m">
        {decrypt === 'done' ? moment.plainName : moment.fileName}
      </text>
      <text x="56" y="76" className="sm">
        {decrypt === 'done' ? moment.plainNote : moment.fileNote}
      </text>
      <Vault x={216} y={44} size={38} teeth={moment.teeth} />
      <text x="266" y="58" className="m">
        {moment.materialName}
      </text>
      <text x="266" y="76" className="sm">
        your copy
      </text>
      <path d="M0 100H390M0 106H390" stroke={ink} strokeWidth={2} />
      <g
        fill="none"
        stroke={refused ? 'var(--ink-3)' : ink}
        strokeWidth={1.5}
        className={decrypt === 'done' ? 'lit' : undefined}
      >
        <path
          d="M31 86V142"
          strokeDasharray={refused ? '4 4' : undefined}
          pathLength={refused ? undefined : 1}
        />
        <path
          d={
            decrypt === 'done'
              ? 'M26.5 93 31 86 35.5 93M26.5 135 31 142 35.5 135'
              : 'M26.5 135 31 142 35.5 135'
          }
        />
      </g>
      {refused && <Cross x={31} y={103} />}
      <g transform="translate(16 148)">
        <SocketArt look={{ ...moment.socket, text: moment.socket.text?.slice(0, 4) }} size={88} />
      </g>
      <text x="122" y="164" className="m bd">
        {moment.alias}
      </text>
      <text x="122" y="187" className="bd">
        {moment.stateWord}
      </text>
      <text x="122" y="209" className="s2">
        Origin EXTERNAL
      </text>
      <text x="122" y="231" className="ft">
        {moment.expiry}
      </text>
    </svg>
  )
}

function Heads({
  you: left,
  kms: right,
}: {
  you: readonly [number, number]
  kms: readonly [number, number]
}): ReactNode {
  return (
    <>
      <text x={left[0]} y={left[1]} className="hd fy">
        You
      </text>
      <text x={left[0] + 30} y={left[1]} className="s2">
        Fernhill Trials
      </text>
      <text x={right[0]} y={right[1]} className="hd fk">
        AWS KMS
      </text>
      <text x={right[0] + 70} y={right[1]} className="s2">
        eu-west-1
      </text>
    </>
  )
}
