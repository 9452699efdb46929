import { closingHash } from '../../../course/flow/beats/close-the-box.ts'
import { timeLeft } from '../../../course/flow/flow-words.ts'
import { gatesOf, type Gate } from '../../../course/flow/gates.ts'
import type { Frame } from '../../../course/flow/flow-definition.ts'
import { GlyphArt } from '../../glyphs/glyph.tsx'
import { chipPath, type Teeth } from '../../glyphs/teeth.ts'
import { fileLook } from '../../world/file-kind.ts'
import { EnvelopeArt } from './envelope-art.tsx'
import type { Station } from './station.ts'

const WIDTH = 98
const STEP = 122
const TOP = 46
const HEIGHT = 120

export const threeGates: Station = {
  opens: [{ what: 'gates', x: 0, y: 40, width: 346, height: 130 }],
  draw: (frame) => {
    const teeth = frame.facts.original && fileLook(frame.facts.original).teeth
    return gatesOf(frame.facts.answer).map((gate, i) => (
      <g key={gate.id} transform={`translate(${4 + STEP * i} 0)`}>
        <text y="14" className={gate.is === 'not-reached' ? 'bd s3' : 'bd'}>
          {i + 1}. {gate.title}
        </text>
        <text y="32" className="sm">
          {gate.asks}
        </text>
        <rect
          y={TOP}
          width={WIDTH}
          height={HEIGHT}
          fill={gate.is === 'stopped' ? 'var(--bad-soft)' : 'none'}
          {...EDGES[gate.is]}
        />
        {gate.is === 'not-reached' ? (
          <>
            <path
              transform="translate(23 70)"
              d={chipPath(undefined, 52, 40)}
              fill="none"
              stroke="var(--line-strong)"
              strokeWidth={1.5}
              strokeDasharray="4 4"
            />
            <text x={WIDTH / 2} y={TOP + 100} className="sm" textAnchor="middle">
              not reached
            </text>
          </>
        ) : (
          <>
            <Content gate={gate} teeth={teeth} />
            {gate.is === 'passed' ? (
              <path
                d={`M${WIDTH / 2 - 8} ${TOP + 98}l6 6 11-13`}
                fill="none"
                stroke="var(--ok)"
                strokeWidth={2.5}
              />
            ) : (
              <path
                d={`M${WIDTH / 2 - 8} ${TOP + 90}l16 16m0-16-16 16`}
                fill="none"
                stroke="var(--bad)"
                strokeWidth={3}
              />
            )}
          </>
        )}
        {underGate(gate, frame).map((line, n) => (
          <text
            // oxlint-disable-next-line react/no-array-index-key -- two fixed lines
            key={n}
            y={TOP + HEIGHT + 20 + 16 * n}
            className={gate.is === 'stopped' ? 'sm fb' : 'sm'}
          >
            {line}
          </text>
        ))}
        {i < 2 && (
          <path
            d={`M${WIDTH + 3} ${TOP + 60}h15m-6-5 6 5-6 5`}
            fill="none"
            stroke={gate.is === 'passed' ? 'var(--ink)' : 'var(--line-strong)'}
            strokeWidth={1.5}
          />
        )}
      </g>
    ))
  },
}

const EDGES: Readonly<Record<Gate['is'], object>> = {
  passed: { stroke: 'var(--ok)', strokeWidth: 2 },
  stopped: { stroke: 'var(--bad)', strokeWidth: 2 },
  'not-reached': { stroke: 'var(--line-strong)', strokeWidth: 1.25, strokeDasharray: '4 4' },
}

function Content({ gate, teeth }: { gate: Gate; teeth: Teeth | undefined }) {
  if (gate.id === 'label') return <GlyphArt name="token" x={23} y={TOP + 22} size={52} />
  return gate.id === 'box' ? (
    <g transform={`translate(14 ${TOP + 20})`}>
      <EnvelopeArt width={70} height={52} {...(teeth ? { teeth } : {})} />
    </g>
  ) : (
    <path transform={`translate(23 ${TOP + 26})`} d={chipPath(teeth, 52, 44)} fill="var(--custody-you)" />
  )
}

/** What the gate looked at, in two lines at most. */
function underGate({ id, is }: Gate, { inputs, facts: { set, answer } }: Frame): readonly string[] {
  if (is === 'not-reached' || !set || !answer) return []
  const foreign = answer.error?.code === 'InvalidImportTokenException'
  switch (id) {
    case 'label':
      return foreign
        ? ['made for key B,', 'not for this key']
        : is === 'stopped'
          ? [`${timeLeft(answer.at - set.issuedAt)} old,`, 'it holds 24 h']
          : ['this key, this pair,', `${timeLeft(set.validTo - answer.at)} left`]
    case 'box':
      return is === 'passed'
        ? ['opened with the', 'private half']
        : {
            right: ['did not open', ''],
            'wrong-hash': [`closed: ${closingHash(inputs)}`, `asked: ${inputs.hash}`],
            'flip-bit': ['one bit is not', 'as it was'],
            'key-b': ['closed for the', 'pair of key B'],
          }[inputs.closing]
    case 'content':
      return is === 'passed'
        ? ['32 bytes; it knows', 'none yet']
        : [`${{ raw: 32, base64: 45, short: 16, other: 32 }[inputs.bytes]} bytes inside,`, 'it takes 32 raw']
  }
}
