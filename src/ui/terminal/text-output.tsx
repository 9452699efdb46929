import { useMemo, useState } from 'react'
import { visibleText } from '../bench/visible-text.ts'
import { ansiRuns } from './ansi.ts'
import { beginning } from './output-kind.ts'
import { words } from './words.ts'

const says = words.entry
const LINES = 200
const CHARACTERS = 20_000
/** More text than this makes the whole page slow. */
const MOST_CHARACTERS = 400_000

/** Text as it was printed: spans and classes, and nothing that it could bring along itself (T03). */
export function TextOutput({ text, error = false }: { text: string; error?: boolean }) {
  const [steps, setSteps] = useState(0)
  const part = beginning(text, LINES * 4 ** steps, Math.min(CHARACTERS * 4 ** steps, MOST_CHARACTERS))
  const runs = useMemo(() => ansiRuns(part.text), [part.text])
  return (
    <>
      <span className={`o ${error ? 'err' : ''}`} data-output="">
        {runs.map(({ text: piece, look }, i) =>
          look === '' ? (
            visibleText(piece)
          ) : (
            <span key={i} className={look}>
              {visibleText(piece)}
            </span>
          ),
        )}
      </span>
      {part.left > 0 &&
        (part.text.length >= MOST_CHARACTERS ? (
          <span className="d">{says.tooMuch(part.left)}</span>
        ) : (
          <button type="button" className="act" onClick={() => setSteps(steps + 1)}>
            {says.rest(part.left)}
          </button>
        ))}
    </>
  )
}
