import { Link } from 'wouter'
import { useLab } from '../lab-context.tsx'
import type { Step } from '../../course/lab-definition.ts'
import { here } from '../../lab/here.ts'
import { act } from './act.ts'
import { InlineCode } from './inline-code.tsx'
import { words as solution } from '../solution/words.ts'
import { words } from './words.ts'

const says = words.hint

/** The ladder: where to look, which operation, the worked command. */
export function Hints({
  step,
  taken,
  labId,
}: {
  step: Step
  taken: 0 | 1 | 2 | 3
  /** Of a lab whose solution can be watched */
  labId?: string | undefined
}) {
  const lab = useLab()
  const next = (taken + 1) as 1 | 2 | 3
  return (
    <div className="hints">
      {step.hints.slice(0, taken).map((hint, i) => (
        <div key={says.titles[i]} className="hint">
          <h3>{says.given(i + 1, says.titles[i] ?? '')}</h3>
          <p>
            <InlineCode text={here(hint, lab.tables)} />
          </p>
        </div>
      ))}
      {taken === 3 && labId !== undefined && (
        <p>
          <Link href={`/lab/${labId}/solution`}>{solution.link}</Link>
          <span className="dim">. {solution.linkNote}</span>
        </p>
      )}
      {taken < 3 && (
        <button
          type="button"
          className="btn small"
          data-hint
          onClick={() => act(lab.takeHint(step.id, next))}
        >
          {says.take(next, says.titles.at(taken) ?? '')}
        </button>
      )}
    </div>
  )
}
