import { Link } from 'wouter'
import type { Belief } from '../../course/mastery/beliefs.ts'
import { misconceptions, type MisconceptionId } from '../../course/words/misconceptions.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import type { Remedy } from './remedies.ts'
import { words } from './words.ts'

const says = words.beliefs
const STATES: readonly Belief['state'][] = ['active', 'suspected', 'cleared', 'unseen']

/** Every false belief the course knows, and where the learner stands with it. */
export function BeliefMap({
  beliefs,
  open,
  hrefOf,
  remedyOf,
}: {
  beliefs: readonly Belief[]
  open: MisconceptionId | undefined
  hrefOf: (id: MisconceptionId) => string
  remedyOf: (id: MisconceptionId) => Remedy | undefined
}) {
  return (
    <section className="beliefs" aria-labelledby="beliefs">
      <div className="beliefs-head">
        <h2 id="beliefs">{says.heading}</h2>
        <ul>
          {STATES.map((state) => (
            <li key={state}>
              <StateMark state={state} />{' '}
              <b className="num">{beliefs.filter((belief) => belief.state === state).length}</b>{' '}
              {says.state[state]}
            </li>
          ))}
        </ul>
      </div>
      <ol>
        {beliefs.map(({ id, state }) => {
          const remedy = state === 'active' || state === 'suspected' ? remedyOf(id) : undefined
          return (
            <li key={id} className={`${state}${id === open ? ' on' : ''}`}>
              <StateMark state={state} />
              <span className="id" aria-hidden="true">
                {id.slice(2)}
              </span>
              <Link href={hrefOf(id)} aria-current={id === open ? 'true' : undefined}>
                <span className="vh">
                  {says.number(id)}, {says.state[state]}:{' '}
                </span>
                {misconceptions[id].replace(/\.$/, '')}
              </Link>
              {remedy && (
                <Link className="remedy" href={remedy.href} aria-label={`${says.remedy}: ${remedy.text}`}>
                  {remedy.text}
                </Link>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

export function StateMark({ state }: { state: Belief['state'] }) {
  if (state === 'unseen') return <span className="unseen-mark" aria-hidden="true" />
  const name = { active: 'status-bad', suspected: 'status-warn', cleared: 'status-ok' } as const
  return <Glyph name={name[state]} size={16} />
}
