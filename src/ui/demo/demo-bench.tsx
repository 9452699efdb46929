import { useEffect, useRef } from 'react'
import type { Demo } from '../../course/demos/demo-definition.ts'
import { claims } from '../../course/words/claims.ts'
import { keyState } from '../../kms/key.ts'
import { visibleText } from '../bench/visible-text.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { keyGlyph, stateWord } from '../key-look.ts'
import { AtlasLink } from '../learn/atlas-link.tsx'
import { SourceLine } from '../learn/source-line.tsx'
import { fullDate } from '../when.ts'
import type { DemoState } from './use-demo.ts'
import { words } from './words.ts'

/** The keys of a demonstration as they are now, and what the engine has answered so far. */
export function DemoBench({ demo, state: { player, shown } }: { demo: Demo; state: DemoState }) {
  const log = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight
  }, [shown.length])
  const now = player?.view.now
  return (
    <section className="demo-bench" aria-label={words.bench}>
      <ul className="demo-keys">
        {demo.keys.map(({ says, find }) => {
          const key = player && find(player)
          return (
            <li key={says}>
              {key && now !== undefined ? (
                <Glyph name={keyGlyph(key, now)} size={44} />
              ) : (
                <Glyph name="key-pending-import" size={44} />
              )}
              <span>
                <b>{says}</b>
                <span className="st">{key ? stateWord(keyState(key)) : words.noKey}</span>
              </span>
            </li>
          )
        })}
      </ul>
      <div className="term" role="log" aria-label={words.bench} tabIndex={0} ref={log}>
        {shown.length === 0 && <p className="e d">{words.empty}</p>}
        {shown.map(({ line, note, refused, output = [], claim }, i) => (
          <div key={i} className={refused && i === shown.length - 1 ? 'e hot' : 'e'}>
            {note ? (
              <p className="o d">{line}</p>
            ) : (
              <code className="c" translate="no">
                {line}
              </code>
            )}
            {refused && (
              <span className="o err" translate="no">
                {words.refused(refused.code)}
                {refused.message !== '' && `: ${visibleText(refused.message)}`}
              </span>
            )}
            {output.map((text) => (
              <span key={text} className="o" translate="no">
                {visibleText(text)}
              </span>
            ))}
            {claim !== undefined && (
              <span className="coach">
                {claims[claim].says}{' '}
                <SourceLine source={claims[claim].source} checked={claims[claim].checked} />
              </span>
            )}
            {refused && (
              <span className="acts">
                <AtlasLink code={refused.code} />
              </span>
            )}
          </div>
        ))}
      </div>
      {now !== undefined && <p className="clockrow now num">{fullDate(now)}</p>}
    </section>
  )
}
