import { secretBytesAt } from '../../../course/flow/custody.ts'
import { GlyphArt } from '../../glyphs/glyph.tsx'
import { ByteStrip, stripHeight } from './byte-strip.tsx'
import { BlobGrid, gridHeight } from './blob-grid.tsx'
import type { Station } from './station.ts'

export const closeTheBox: Station = {
  opens: [
    { what: 'material', x: 0, y: 0, width: 352, height: 72 },
    { what: 'wrapped', x: 32, y: 140, width: 288, height: 84 },
  ],
  draw: ({ inputs, facts: { working, closed } }) => {
    if (!working || !closed) return null
    const strip = 24 + stripHeight(secretBytesAt('disk', working))
    const grid = gridHeight(closed.blob)
    const top = 212 - grid
    return (
      <>
        <text x="0" y="14" className="m bd">
          material.bin
        </text>
        <text x="352" y="14" className="s2" textAnchor="end">
          {working.length} bytes, secret
        </text>
        <g transform="translate(0 22)">
          <ByteStrip place="disk" bytes={working} text={inputs.bytes === 'base64'} />
        </g>
        <path
          d={`M0 ${strip}L32 ${top}M352 ${strip}L320 ${top}`}
          stroke="var(--custody-kms)"
          strokeWidth={1.25}
          strokeDasharray="4 4"
        />
        <GlyphArt name="wrapping-public" x={52} y={(strip + top) / 2 - 20} size={40} />
        <text x="104" y={(strip + top) / 2 - 4} className="s2">
          closed with{' '}
          <tspan className={inputs.closing === 'key-b' ? 'm fb' : 'm ink'}>
            {inputs.closing === 'key-b' ? 'B’s PublicKey.bin' : 'PublicKey.bin'}
          </tspan>
        </text>
        <text x="104" y={(strip + top) / 2 + 16} className="s2">
          OAEP, <tspan className={inputs.closing === 'wrong-hash' ? 'fb bd' : undefined}>{closed.hash}</tspan>
          , fresh random salt
        </text>
        <g transform={`translate(32 ${top})`}>
          <BlobGrid
            bytes={closed.blob}
            mark={inputs.closing === 'flip-bit' ? closed.blob.length >> 1 : undefined}
          />
        </g>
        <text x="32" y="231" className="m bd">
          wrapped.bin
        </text>
        <text x="320" y="231" className="s2" textAnchor="end">
          {inputs.closing === 'flip-bit' ? 'one bit flipped' : `${closed.blob.length} bytes, safe to send`}
        </text>
      </>
    )
  },
}
