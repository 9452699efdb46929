import { wrappingAlgorithm } from '../../../course/flow/beats/ask-for-parameters.ts'
import type { Station } from './station.ts'

const SPECS = [
  { spec: 'RSA_2048', bytes: 256, size: 34 },
  { spec: 'RSA_3072', bytes: 384, size: 44 },
  { spec: 'RSA_4096', bytes: 512, size: 54 },
] as const

export const request: Station = {
  opens: [{ what: 'request', x: 8, y: 4, width: 336, height: 84 }],
  draw: ({ inputs, facts: { key } }) => (
    <>
      <rect x="8" y="4" width="336" height="84" fill="var(--sunken)" />
      {(
        [
          ['KeyId', `${key?.id.slice(0, 23)}…`],
          ['WrappingAlgorithm', wrappingAlgorithm(inputs.hash)],
          ['WrappingKeySpec', inputs.spec],
        ] as const
      ).map(([name, value], i) => (
        <g key={name} transform={`translate(20 ${29 + 22 * i})`}>
          <text className="ms">{name}</text>
          <text x="136" className="ms ink">
            {value}
          </text>
        </g>
      ))}
      {SPECS.map(({ spec, bytes, size }, i) => {
        const chosen = spec === inputs.spec
        const x = 62 + 114 * i
        const y = 178
        const [w, h] = [size * 1.3, size]
        return (
          <g key={spec}>
            <path
              d={`M${x - w / 2} ${y - h}H${x + w / 2}V${y}H${x - w / 2}Z`}
              fill={chosen ? 'var(--custody-kms-soft)' : 'none'}
              stroke={chosen ? 'var(--custody-kms)' : 'var(--line-strong)'}
              strokeWidth={chosen ? 2 : 1.25}
              strokeDasharray={chosen ? undefined : '4 4'}
            />
            <text x={x} y={y + 22} className={chosen ? 'ms bd ink' : 'ms'} textAnchor="middle">
              {spec}
            </text>
            <text x={x} y={y + 40} className="sm" textAnchor="middle">
              {bytes} bytes
            </text>
          </g>
        )
      })}
    </>
  ),
}
