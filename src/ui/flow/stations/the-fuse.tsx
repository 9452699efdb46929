import { keyState } from '../../../kms/key.ts'
import { GlyphArt } from '../../glyphs/glyph.tsx'
import { SocketArt } from '../../glyphs/socket.tsx'
import { stateWord } from '../../key-look.ts'
import { dayAndYear } from '../../when.ts'
import { fileLook } from '../../world/file-kind.ts'
import type { Station } from './station.ts'

export const theFuse: Station = {
  opens: [],
  draw: ({ inputs, facts: { key, original, ended, again, trail, now } }) => {
    if (!key) return null
    const state = keyState(key)
    const look = inputs.bytes === 'raw' && original ? fileLook(original) : undefined
    const record = ended && trail[ended.event - 1]
    const fill = state === 'Enabled' ? 'seated' : key.materials.length > 0 ? 'emptied' : 'never'
    return (
      <>
        {ended && (
          <g>
            <path d="M20 24H332" stroke="var(--line-strong)" />
            <path d="M20 24H290" stroke="var(--time)" strokeWidth={3} />
            <circle cx="20" cy="24" r="4" fill="var(--time)" />
            <circle cx="290" cy="24" r="6" fill="var(--surface)" stroke="var(--time)" strokeWidth={2.5} />
            <text x="14" y="48" className="sm">
              {dayAndYear(ended.from)}
            </text>
            <text x="338" y="48" className="ft" textAnchor="end">
              {ended.by === 'date'
                ? `ended ${dayAndYear(Date.parse(record?.eventTime ?? ''))}`
                : dayAndYear(now)}
            </text>
          </g>
        )}
        <g transform="translate(16 68)">
          <SocketArt
            look={{ custody: 'you', fill, teeth: look?.teeth, text: look?.fingerprint }}
            size={104}
            note={fill === 'seated' ? undefined : fill === 'emptied' ? 'waits' : 'no material'}
          />
        </g>
        <text x="140" y="86" className="hd fk">
          {stateWord(state)}
        </text>
        {record && (
          <>
            <text x="140" y="110" className="ms ink">
              {record.eventName}
            </text>
            <text x="140" y="128" className="sm">
              {ended.by === 'date' ? 'by KMS itself, no caller' : 'by a call of the custodian'}
            </text>
          </>
        )}
        {again && (
          <g transform="translate(140 152)">
            <GlyphArt name={again.error ? 'status-bad' : 'status-ok'} x={0} y={-12} size={16} />
            <text x="22" className={again.error ? 'ms bd fb' : 'ms bd ink'}>
              {again.error ? 'IncorrectKeyMaterial' : 'ImportKeyMaterial'}
            </text>
          </g>
        )}
        <text x="16" y="206" className="s2">
          {lesson(inputs.again, again?.error !== undefined, ended !== undefined)[0]}
        </text>
        <text x="16" y="226" className="s2">
          {lesson(inputs.again, again?.error !== undefined, ended !== undefined)[1]}
        </text>
      </>
    )
  },
}

function lesson(again: string, refused: boolean, ended: boolean): readonly [string, string] {
  if (!ended) return ['Nothing was filled, so nothing ends.', 'Remove the fault to see the fuse.']
  if (again === 'none') return ['ARN, alias and policy stay. The slot waits', 'for the bytes it knows.']
  if (refused) return ['A stranger: the key takes back only', 'the bytes it knows.']
  return again === 'new'
    ? ['Taken, but new material never stands in', 'for what is missing. The key still waits.']
    : ['Same bytes, same key. What was encrypted', 'before can be read again.']
}
