import { timeLeft } from '../../../course/flow/flow-words.ts'
import { encodeHex } from '../../../bytes/hex.ts'
import { hours } from '../../../world/clock.ts'
import { GlyphArt } from '../../glyphs/glyph.tsx'
import type { Station } from './station.ts'

const pairs = (bytes: Uint8Array) => encodeHex(bytes).replace(/(..)(?=.)/g, '$1 ')

export const boxAndLabel: Station = {
  opens: [
    { what: 'public-key', x: 8, y: 8, width: 160, height: 200 },
    { what: 'token', x: 184, y: 8, width: 160, height: 200 },
  ],
  draw: ({ facts: { set, now } }) => {
    if (!set) return null
    const left = Math.max(0, set.validTo - now)
    const part = left / hours(24)
    const ring = 2 * Math.PI * 46
    return (
      <>
        <GlyphArt name="wrapping-public" x={40} y={14} size={96} />
        <text x="88" y="140" className="m bd" textAnchor="middle">
          PublicKey.bin
        </text>
        <text x="88" y="160" className="s2" textAnchor="middle">
          {set.publicKey.length} bytes, DER
        </text>
        <text x="88" y="182" className="ms" textAnchor="middle">
          {pairs(set.publicKey.slice(0, 4))} …
        </text>
        <text x="88" y="198" className="ms" textAnchor="middle">
          … {pairs(set.publicKey.slice(-4))}
        </text>
        <path d="M176 16V200" stroke="var(--line)" />
        <g transform="translate(264 62)">
          <circle r="46" fill="none" stroke="var(--line)" strokeWidth={5} />
          <circle
            r="46"
            fill="none"
            stroke="var(--time)"
            strokeWidth={5}
            strokeDasharray={`${ring * part} ${ring}`}
            transform="rotate(-90)"
          />
          <GlyphArt name={left > 0 ? 'token' : 'token-expired'} x={-28} y={-28} size={56} />
        </g>
        <text x="264" y="140" className="m bd" textAnchor="middle">
          ImportToken.bin
        </text>
        <text x="264" y="160" className="s2" textAnchor="middle">
          {set.token.length} bytes, simulated
        </text>
        <text x="264" y="182" className="ft bd" textAnchor="middle">
          {left > 0 ? `${timeLeft(left)} left of 24 h` : 'over: 24 h have passed'}
        </text>
      </>
    )
  },
}
