import { Link } from 'wouter'
import type { Belief, BeliefEvent } from '../../course/mastery/beliefs.ts'
import type { Course } from '../../course/mastery/learner-record.ts'
import { misconceptions } from '../../course/words/misconceptions.ts'
import { dayAndYear } from '../when.ts'
import { StateMark } from './belief-map.tsx'
import { labAddress } from './lab-address.ts'
import { remediesFor } from './remedies.ts'
import { words } from './words.ts'

const says = words.beliefs

/** Where a belief showed, what cleared it, and what would. */
export function BeliefDetail({ belief, course }: { belief: Belief; course: Course }) {
  const { id, state, hits, cleared } = belief
  const { labs, questions } = remediesFor(id, course)
  return (
    <section className="belief-detail">
      <h2 id="belief" tabIndex={-1}>
        {says.number(id)}
      </h2>
      <p>{says.said(misconceptions[id])}</p>
      <p className="state">
        <StateMark state={state} /> {says.state[state]}
      </p>
      {state === 'unseen' && <p>{says.unseen}</p>}
      {hits.length > 0 && (
        <>
          <h3>{says.seen}</h3>
          <ul>
            {hits.map((hit, i) => (
              <li key={i}>
                <Place event={hit} course={course} />
                {hit.certainty === 'high' && `, ${says.sure}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {cleared && (
        <>
          <h3>{says.clearedBy}</h3>
          {hits.length === 0 && <p>{says.ruledOut}</p>}
          <ul>
            {belief.rights
              .filter((right) => right !== cleared)
              .map((right, i) => (
                <li key={i}>
                  <Place event={right} course={course} />
                </li>
              ))}
            <li>
              <Place event={cleared} course={course} />
            </li>
          </ul>
        </>
      )}
      {state !== 'cleared' && (
        <>
          <h3>{says.remedy}</h3>
          <p>
            {questions.length < 2 && labs.length === 0
              ? says.noRemedy
              : labs.length > 0
                ? says.two
                : says.twoOnly}
          </p>
          <ul className="linkline">
            {[...labs, ...questions].map(({ href, text }) => (
              <li key={href}>
                <Link href={href}>{text}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** A context is `item:RQ12` or `lab:first-import/base64`. */
function Place({ event: { context, at }, course }: { event: BeliefEvent; course: Course }) {
  const [kind, name = ''] = context.split(':')
  const [labId] = name.split('/')
  const lab = kind === 'lab' ? course.labs.find(({ id }) => id === labId) : undefined
  return (
    <>
      {at > 0 && `${dayAndYear(at)}: `}
      {kind === 'item' ? (
        <Link href={`/practice/${name}`}>{says.onQuestion(name)}</Link>
      ) : lab ? (
        <Link href={labAddress(lab.id)}>{says.watched(lab.code, lab.title)}</Link>
      ) : (
        says.inLab(labId ?? '')
      )}
    </>
  )
}
