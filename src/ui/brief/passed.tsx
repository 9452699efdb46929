import { lazy, Suspense, useId } from 'react'
import { Link } from 'wouter'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { competencies, isCompetency } from '../../course/words/competencies.ts'
import { conditionsOf } from '../../lab/checks.ts'
import { answerKey } from '../../lab/view.ts'
import { ANSWERS, type AnswerRow } from '../../lab/rows.ts'
import { Icon } from '../glyphs/icon.tsx'
import { isText, useHalfTyped } from '../half-typed.ts'
import { useLab, useLabs, useRow, useWorld } from '../lab-context.tsx'
import { Guard } from '../workspace/pane.tsx'
import { words as solution } from '../solution/words.ts'
import { act } from './act.ts'
import { words } from './words.ts'

// Questions and the bank are a part of their own: who does not finish a lab never fetches them.
const AfterLab = lazy(() => import('./after-lab.tsx'))

const says = words.passed
const REFLECTION = 'reflection'

/** What became true, why it matters, one sentence of the learner's own, and the next lab. */
export function Passed({ definition }: { definition: LabDefinition }) {
  const lab = useLab()
  const labs = useLabs()
  const id = useId()
  const kept = useRow<AnswerRow>(ANSWERS, answerKey(definition.id, REFLECTION))?.value
  const [sentence, setSentence] = useHalfTyped(useWorld(), REFLECTION, kept ?? '', isText)
  const at = labs.findIndex((each) => each.id === definition.id)
  // What comes after a night is another night, which its debrief offers.
  const next = definition.incident === undefined ? labs[at + 1] : undefined
  return (
    <section className="passed" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <Icon name="tick" /> {says.title}
      </h2>
      <p>{says.became(conditionsOf(definition).length)}</p>
      <p id={`${id}-skills`}>{says.skills}:</p>
      <ul className="skills" aria-labelledby={`${id}-skills`}>
        {definition.competencies.filter(isCompetency).map((skill) => (
          <li key={skill}>{competencies[skill].can}</li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act(lab.answer(REFLECTION, sentence.trim()))
        }}
      >
        <label htmlFor={id}>
          <span className="dim">{says.reflection}.</span> {definition.reflection}
        </label>
        <textarea
          id={id}
          className="field"
          rows={3}
          value={sentence}
          onChange={(event) => setSentence(event.target.value)}
        />
        {kept === sentence.trim() && sentence !== '' ? (
          <p className="dim" role="status">
            {says.kept}
          </p>
        ) : (
          <button type="submit" className="btn small" disabled={sentence.trim() === ''}>
            {says.keep}
          </button>
        )}
      </form>
      <Guard name={says.after}>
        <Suspense fallback={null}>
          <AfterLab definition={definition} />
        </Suspense>
      </Guard>
      {definition.incident === undefined && (
        <p>
          <Link href={`/lab/${definition.id}/solution`}>{solution.link}</Link>
          <span className="dim">. {solution.linkNote}</span>
        </p>
      )}
      {next ? (
        <Link className="btn primary" href={`/lab/${next.id}`}>
          {says.next(next.code, next.title)}
        </Link>
      ) : (
        <Link className="btn" href="/">
          {says.all}
        </Link>
      )}
    </section>
  )
}
