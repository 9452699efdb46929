import { chipPath } from '../../glyphs/teeth.ts'
import { fileLook } from '../../world/file-kind.ts'
import { ByteStrip, stripHeight } from './byte-strip.tsx'
import type { Station } from './station.ts'

export const yourBytes: Station = {
  opens: [{ what: 'material', x: 0, y: 0, width: 352, height: 100 }],
  draw: ({ inputs, facts: { working, original } }) => {
    if (!working || !original) return null
    const text = inputs.bytes === 'base64'
    const below = 34 + stripHeight(working)
    const [own, sent] = [fileLook(original), fileLook(working)]
    return (
      <>
        <text x="0" y="16" className="m bd">
          material.bin
        </text>
        <text x="352" y="16" className="s2" textAnchor="end">
          {text ? '45 bytes: letters' : `${working.length} bytes, secret`}
        </text>
        <g transform="translate(0 26)">
          <ByteStrip place="hsm" bytes={working} text={text} />
        </g>
        <text x="0" y={below + 16} className="ms">
          $ wc -c material.bin
        </text>
        <text x="160" y={below + 16} className="ms ink">
          {working.length} material.bin
        </text>
        <g transform={`translate(0 ${below + 34})`}>
          <path d={chipPath(own.teeth, 72, 56)} fill="var(--custody-you)" />
          <text x="36" y="42" className="on-chip" textAnchor="middle">
            {own.fingerprint}
          </text>
          <text x="90" y="20" className="s2">
            the original, it stays in your HSM
          </text>
          <text x="90" y="40" className="sm">
            fingerprint: SHA-256, first 8 digits
          </text>
        </g>
        {sent.fingerprint !== own.fingerprint && (
          <text x="0" y={below + 116} className="s2">
            What goes on has another one: {sent.fingerprint}
          </text>
        )}
      </>
    )
  },
}
