import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ExamAttempt } from '../../course/exam-attempt.ts'
import { assembleExam, beginExam, TIME_FACTORS, type ExamTime } from '../../course/exam.ts'
import { examResults, tally } from '../../course/exam-results.ts'
import type { Item } from '../../course/item-definition.ts'
import type { Session } from '../session.tsx'
import { dayAndYear } from '../when.ts'
import { attemptOf } from './attempt-of.ts'
import { words } from './words.ts'
import './exam.css'

const TIMES: readonly ExamTime[] = [...TIME_FACTORS, 'untimed']

/** What a block is, how much time it has, and the blocks of before. */
export function ExamStart({
  session,
  items,
  attempts,
}: {
  session: Session
  items: readonly Item[]
  attempts: readonly ExamAttempt[]
}) {
  const [time, setTime] = useState<ExamTime>(1)
  const [error, setError] = useState<string>()
  const [, navigate] = useLocation()
  const running = attempts.findLast(({ finishedAt }) => finishedAt === undefined)
  const finished = attempts.filter(({ finishedAt }) => finishedAt !== undefined).toReversed()

  async function begin() {
    try {
      const { attempt, seed } = attemptOf(session.seed())
      const seen = new Set(attempts.flatMap((each) => each.items.map(({ itemId }) => itemId)))
      const chosen = assembleExam(items, seed, seen)
      await session.lab.putExam(beginExam(attempt, seed, chosen, time, session.wallNow()))
      navigate(`/practice/exam/${attempt}`)
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught))
    }
  }

  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <ul className="exam-rules">
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {running ? (
        <div className="row mt-6">
          <Link className="btn primary" href={`/practice/exam/${running.attempt}`}>
            {words.goOn}
          </Link>
          <Link className="btn quiet" href="/practice">
            {words.back}
          </Link>
        </div>
      ) : (
        <>
          <fieldset className="pick-row exam-times">
            <legend>{words.time}</legend>
            {TIMES.map((each) => (
              <label key={each} className="choice">
                <input type="radio" name="time" checked={time === each} onChange={() => setTime(each)} />
                <span>{words.times[each]}</span>
              </label>
            ))}
          </fieldset>
          {error && (
            <p role="alert" className="told bad">
              {error}
            </p>
          )}
          <div className="row mt-6">
            <button type="button" className="btn primary" onClick={() => void begin()}>
              {words.begin}
            </button>
            <Link className="btn quiet" href="/practice">
              {words.back}
            </Link>
          </div>
        </>
      )}
      {finished.length > 0 && (
        <>
          <h2>{words.before}</h2>
          <ul className="linkline grid gap-2">
            {finished.map((exam) => {
              const { right, of } = tally(examResults(exam, items))
              return (
                <li key={exam.attempt}>
                  <Link href={`/practice/exam/${exam.attempt}`}>
                    {words.earlier(dayAndYear(exam.finishedAt ?? exam.startedAt), right, of)}
                  </Link>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
