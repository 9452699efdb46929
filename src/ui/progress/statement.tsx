import { useId } from 'react'
import { Link } from 'wouter'
import { disclaimer } from '../../course/mastery/evidence-file.ts'
import type { MetricStanding } from '../../course/mastery/earned.ts'
import { figure } from '../../course/mastery/figure.ts'
import { deepestHint, isChallenge } from '../../course/mastery/lab-channel.ts'
import type { LabPass } from '../../course/mastery/learner-record.ts'
import { edition } from '../../course/words/edition.ts'
import { metrics } from '../../course/words/metrics.ts'
import { words as site } from '../words.ts'
import { dayAndYear, fullDate } from '../when.ts'
import { NAME_LENGTH, useLearnerName } from './learner-name.ts'
import type { Standing } from './use-standing.ts'
import { words } from './words.ts'
import './progress.css'

const says = words.statement

/** What was shown, on one sheet, with what the sheet is and what it is not. */
export function Statement({ standing: { all, metrics: rows } }: { standing: Standing }) {
  const [name, setName] = useLearnerName()
  const id = useId()
  const mastered = rows.filter(({ earned }) => earned).length
  const complete = mastered === rows.length
  const passed = lastPasses(all.record.passes)
  return (
    <article className="statement-sheet">
      <p className="crumb">
        <Link href="/progress">{words.title}</Link>
      </p>
      <h1>{complete ? says.complete : says.soFar}</h1>
      <div className="name-line">
        <label htmlFor={id}>{says.name}</label>
        <input
          id={id}
          className="field"
          value={name}
          maxLength={NAME_LENGTH}
          autoComplete="off"
          aria-describedby={`${id}-note`}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${id}-note`} className="note">
          {says.nameNote}
        </p>
      </div>
      {name.trim() !== '' && <p className="printed-name">{name.trim()}</p>}
      <p className="sum">{says.sum(mastered, all.record.answers.length, passed.length)}</p>
      <table className="data">
        <caption>{says.table}</caption>
        <thead>
          <tr>
            {says.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MetricLine key={row.metric} row={row} />
          ))}
        </tbody>
      </table>
      <h2>{says.labs}</h2>
      {passed.length === 0 ? (
        <p>{says.noLabs}</p>
      ) : (
        <ul className="labs-passed">
          {passed.flatMap((pass) => {
            const lab = all.course.labs.find((each) => each.id === pass.labId)
            return lab
              ? [
                  <li key={lab.id}>
                    <b>{lab.code}</b> {lab.title}, {dayAndYear(pass.at)},{' '}
                    {says.help(deepestHint(pass), isChallenge(lab))}
                  </li>,
                ]
              : []
          })}
        </ul>
      )}
      <h2>{says.what}</h2>
      <p>{disclaimer.is}</p>
      <p>
        <strong>{disclaimer.isNot}</strong>
      </p>
      <p>{says.rests}</p>
      <p className="made">
        {site.app.name} {edition.version}. {site.app.checked}. {says.madeOn(fullDate(all.now))}{' '}
        {site.app.independent}
      </p>
      <div className="row">
        <button type="button" className="btn primary" onClick={() => print()}>
          {says.print}
        </button>
        <Link className="btn" href="/progress">
          {says.back}
        </Link>
      </div>
    </article>
  )
}

/** A mastered metric has the numbers of the day on which it was mastered; they are what the statement says. */
function MetricLine({ row }: { row: MetricStanding }) {
  const { estimate, quiz, labs, word } = row.earned?.mastery ?? row
  const right = quiz.answers.filter(({ answer }) => answer.right).length
  const known = word !== 'not-enough'
  return (
    <tr>
      <th scope="row">{metrics[row.metric].title}</th>
      <td>{row.earned ? words.masteredOn(dayAndYear(row.earned.at)) : words.word[row.word]}</td>
      <td className="num">{known ? figure(estimate.value) : says.noNumber}</td>
      <td className="num">
        {known && figure(quiz.value)} <small>{says.right(right, quiz.answers.length)}</small>
      </td>
      <td className="num">{known ? figure(labs.value) : says.noNumber}</td>
    </tr>
  )
}

/** Of each lab the last pass with the least help. */
function lastPasses(passes: readonly LabPass[]): readonly LabPass[] {
  const best = new Map<string, LabPass>()
  for (const pass of passes) {
    const before = best.get(pass.labId)
    if (!before || deepestHint(pass) <= deepestHint(before)) best.set(pass.labId, pass)
  }
  return [...best.values()].sort((one, two) => one.at - two.at)
}
