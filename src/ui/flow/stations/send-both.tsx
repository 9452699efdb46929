import { EnvelopeArt } from './envelope-art.tsx'
import { GlyphArt } from '../../glyphs/glyph.tsx'
import { fileLook } from '../../world/file-kind.ts'
import type { Station } from './station.ts'

export const sendBoth: Station = {
  opens: [
    { what: 'wrapped', x: 24, y: 4, width: 130, height: 112 },
    { what: 'token', x: 198, y: 4, width: 130, height: 112 },
  ],
  draw: ({ inputs, facts: { letter, set, now, original } }) => {
    if (!letter || !set) return null
    const teeth = inputs.bytes === 'raw' && original ? fileLook(original).teeth : undefined
    const swapped = inputs.sending === 'swap-token'
    const over = now >= set.validTo
    return (
      <>
        <g transform="translate(38 8)">
          <EnvelopeArt width={100} height={70} {...(teeth ? { teeth } : {})} />
        </g>
        <text x="88" y="102" className="s2" textAnchor="middle">
          the box, {letter.blob.length} bytes
        </text>
        <GlyphArt name={over ? 'token-expired' : 'token'} x={228} y={8} size={70} />
        <text x="263" y="102" className={swapped || over ? 'fb bd' : 's2'} textAnchor="middle">
          {swapped
            ? 'the token of key B'
            : over
              ? 'the token, a day old'
              : `the token, ${letter.token.length} bytes`}
        </text>
        <path d="M0 126H352" stroke="var(--line-strong)" strokeDasharray="3 4" />
        <text x="0" y="150" className="bd">
          Eve copies
        </text>
        <GlyphArt name="wrapped" x={0} y={160} size={40} />
        <GlyphArt name="token" x={52} y={160} size={40} />
        <GlyphArt name="wrapping-public" x={100} y={160} size={40} />
        <text x="0" y="222" className="sm">
          three things, and none opens the box
        </text>
        {swapped ? (
          <>
            <text x="212" y="150" className="bd fb">
              Mallory swaps
            </text>
            <GlyphArt name="token" x={212} y={160} size={40} />
            <path d="M262 180h26m-7-6 7 6-7 6" fill="none" stroke="var(--bad)" strokeWidth={2} />
            <text x="298" y="184" className="sm fb">
              B’s
            </text>
          </>
        ) : (
          <>
            <text x="212" y="150" className="bd">
              What she lacks
            </text>
            <GlyphArt name="wrapping-private" x={206} y={160} size={40} />
            <text x="252" y="184" className="sm">
              never travels
            </text>
          </>
        )}
      </>
    )
  },
}
