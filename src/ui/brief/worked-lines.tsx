import { here } from '../../lab/here.ts'
import { CopyButton } from '../bench/copy-button.tsx'
import { useLab } from '../lab-context.tsx'
import { putInTerminal } from '../terminal/draft.ts'
import { Unbroken } from '../unbroken.tsx'
import { words } from './words.ts'

const says = words.lines

/** What a worked example types, line by line, with the IDs of this world; running them stays with the learner. */
export function WorkedLines({ lines }: { lines: readonly string[] }) {
  const { tables, terminal } = useLab()
  const typed = terminal.store.getState().phase !== 'absent'
  return (
    <ol className="worked" aria-label={says.title}>
      {lines.map((each) => {
        const line = here(each, tables)
        return (
          <li key={each}>
            <code translate="no">
              <Unbroken text={line} />
            </code>
            {typed ? (
              <button
                type="button"
                className="btn small on-term"
                aria-label={says.putNamed(line)}
                onClick={() => putInTerminal(line)}
              >
                {says.put}
              </button>
            ) : (
              <CopyButton text={() => line} className="btn small on-term" />
            )}
          </li>
        )
      })}
    </ol>
  )
}
