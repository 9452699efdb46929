import { useEffect, useMemo, useRef } from 'react'
import { Link } from 'wouter'
import { flaggedNumbers, type ExamAttempt } from '../../course/exam-attempt.ts'
import {
  beliefsShown,
  examResults,
  tally,
  tallyByCertainty,
  tallyByMetric,
  type ExamResult,
} from '../../course/exam-results.ts'
import type { Item } from '../../course/item-definition.ts'
import { variantOf } from '../../course/items/variant-of.ts'
import { misconceptions } from '../../course/words/misconceptions.ts'
import { Icon } from '../glyphs/icon.tsx'
import { After } from '../quiz/feedback.tsx'
import { Proof } from '../quiz/proof.tsx'
import { Question } from '../quiz/question.tsx'
import { QuizBar } from '../quiz/quiz-frame.tsx'
import { words as quiz } from '../quiz/words.ts'
import { dayAndYear } from '../when.ts'
import { Guard } from '../workspace/pane.tsx'
import { minutesAndSeconds } from './exam-time.ts'
import { words } from './words.ts'
import './exam.css'

const says = words.review
const LINE = 0.8

/** After the block: what was right and why, how long it took, how sure it was, and what the wrong answers share. */
export function ExamReview({
  exam,
  items,
  place,
}: {
  exam: ExamAttempt
  items: readonly Item[]
  /** The question that is open; 1 is the first */
  place: number
}) {
  const results = useMemo(() => examResults(exam, items), [exam, items])
  const { right, of, corrected } = tally(results)
  const chosen = results.find(({ number }) => number === place) ?? results[0]
  const section = useRef<HTMLElement>(null)
  const seen = useRef(place)
  useEffect(() => {
    if (seen.current === place) return
    seen.current = place
    // Where the list stands above it, as on a phone, the question would stay out of sight.
    const top = section.current?.getBoundingClientRect().top ?? 0
    if (top < 0 || top > innerHeight / 2) section.current?.scrollIntoView({ block: 'start' })
  }, [place])
  const used = Math.round(((exam.finishedAt ?? exam.startedAt) - exam.startedAt) / 60_000)
  const limit = exam.limitSeconds === undefined ? undefined : String(Math.round(exam.limitSeconds / 60))
  return (
    <div className="quiz">
      <QuizBar
        crumb={[
          { text: quiz.practice, href: '/practice' },
          { text: words.title, href: '/practice/exam' },
          { text: says.title },
        ]}
        head={
          <span className="when num">
            {dayAndYear(exam.finishedAt ?? exam.startedAt)}, {says.used(String(used), limit)}
          </span>
        }
      />
      <main id="content" className="exam-review" tabIndex={-1}>
        <section className="exam-list" aria-label={says.list}>
          <div className="sum">
            <h1>{says.score(right, of)}</h1>
            <p className="num">
              {says.percent(of === 0 ? 0 : right / of)}. {says.corrected[0]} <b>{corrected.toFixed(2)}</b>,{' '}
              {corrected >= LINE ? says.above : says.below}. {says.corrected[1]}
            </p>
            <p>{says.pilots(results.filter(({ pilot }) => pilot).length)}</p>
          </div>
          <ResultTable exam={exam} results={results} place={chosen?.number} />
          {exam.flags.length > 0 && <p className="key">{says.flaggedKey(flaggedNumbers(exam))}</p>}
        </section>
        <section className="exam-item" aria-label={quiz.frame.question} ref={section}>
          <Guard name={quiz.frame.question}>{chosen && <OneResult exam={exam} result={chosen} />}</Guard>
        </section>
        <aside className="exam-side">
          <Guard name={quiz.frame.side}>
            <Metrics results={results} />
            <Sureness results={results} />
            <Beliefs exam={exam} results={results} />
            <section>
              <h2>{says.next}</h2>
              <p>{says.noScale}</p>
              <div className="row">
                <Link className="btn" href="/practice?wrong=1">
                  {says.practiseWrong}
                </Link>
                <Link className="btn quiet" href="/practice/exam">
                  {says.another}
                </Link>
              </div>
            </section>
          </Guard>
        </aside>
      </main>
    </div>
  )
}

function ResultTable({
  exam,
  results,
  place,
}: {
  exam: ExamAttempt
  results: readonly ExamResult[]
  place: number | undefined
}) {
  const longest = Math.max(1, ...results.map(({ seconds }) => seconds))
  const { number, result, form, skill, time, bar } = says.columns
  return (
    <table className="data results">
      <caption className="vh">{says.list}</caption>
      <thead>
        <tr>
          <th scope="col">{number}</th>
          <th scope="col">{result}</th>
          <th scope="col">{form}</th>
          <th scope="col">{skill}</th>
          <th scope="col">{time}</th>
          <th scope="col">
            <span className="vh">{bar}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ number, item, response, graded, seconds, pilot }) => (
          <tr
            key={number}
            className={`${pilot ? 'p' : graded.right ? 'ok' : 'no'} ${number === place ? 'sel' : ''}`}
          >
            <td className="num n">
              <Link
                href={`/practice/exam/${exam.attempt}?n=${number}`}
                replace
                aria-label={
                  flagged(exam, item)
                    ? says.flagged(number, results.length)
                    : words.item(number, results.length)
                }
                aria-current={number === place ? 'true' : undefined}
              >
                {flagged(exam, item) && <Icon name="flag" size={12} />}
                {number}
              </Link>
            </td>
            <td className="res">
              {pilot ? (
                says.pilot
              ) : (
                <>
                  <Icon name={graded.right ? 'tick' : 'cross'} size={12} />{' '}
                  {response === undefined ? says.none : graded.right ? says.right : says.wrong}
                </>
              )}
            </td>
            <td>{quiz.shortTypes[item.type]}</td>
            <td className="cp">{item.competency}</td>
            <td className="num tm">{minutesAndSeconds(seconds)}</td>
            <td className="bar" aria-hidden="true">
              <span style={{ width: `${Math.round((100 * seconds) / longest)}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const flagged = ({ flags }: ExamAttempt, { id }: Item) => flags.includes(id)

function OneResult({ exam, result }: { exam: ExamAttempt; result: ExamResult }) {
  const { item, number, seconds, response, graded, certainty, pilot } = result
  const variant = useMemo(() => variantOf(item, result.variant), [item, result.variant])
  const back = `/practice/exam/${exam.attempt}?n=${number}`
  return (
    <>
      <Question
        key={item.id}
        variant={variant}
        response={response}
        level="h2"
        meta={says.meta(
          number,
          item.competency,
          quiz.difficulties[item.difficulty],
          minutesAndSeconds(seconds),
          flagged(exam, item),
        )}
      />
      {!response && <p className="note">{says.noAnswer}</p>}
      {pilot && <p className="note">{says.pilotNote}</p>}
      {!pilot && !graded.right && graded.share > 0 && <p className="note">{says.allOrNothing}</p>}
      {item.scene && (
        <p className="mt-4">
          <Link
            className="btn"
            href={`/practice/${item.id}/try?variant=${result.variant}&back=${encodeURIComponent(back)}`}
          >
            {quiz.act.asLab}
          </Link>
        </p>
      )}
      <After item={variant.asked} graded={graded} certainty={certainty} level="h3" />
      {item.type === 'predict' && (
        <div className="proof">
          <Proof key={item.id} variant={variant} />
        </div>
      )}
    </>
  )
}

const WIDTH = 150

function Metrics({ results }: { results: readonly ExamResult[] }) {
  return (
    <section>
      <h2>{says.metrics}</h2>
      <table className="by-metric">
        <caption className="vh">{says.metrics}</caption>
        <tbody>
          {tallyByMetric(results).map(([metric, { right, of, corrected }]) => (
            <tr key={metric}>
              <th scope="row">{quiz.metrics[metric]}</th>
              <td className="num">{says.score(right, of)}</td>
              <td className="num value">{corrected.toFixed(2)}</td>
              <td>
                <svg
                  width={WIDTH}
                  height={20}
                  viewBox={`0 0 ${WIDTH} 20`}
                  role="img"
                  aria-label={says.metricLabel(corrected.toFixed(2))}
                >
                  <path d={`M0 10.5H${WIDTH}`} stroke="var(--line-strong)" />
                  <path d={`M0 10H${WIDTH * corrected}`} stroke="var(--ink)" strokeWidth={5} />
                  <path d={`M${WIDTH * LINE} 2v16`} stroke="var(--accent)" strokeWidth={2} />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="key">{says.metricsKey}</p>
    </section>
  )
}

function Sureness({ results }: { results: readonly ExamResult[] }) {
  return (
    <section>
      <h2>{says.sureness}</h2>
      <dl className="sure-rows num">
        {tallyByCertainty(results)
          .toReversed()
          .map(([certainty, right, of]) => (
            <div key={certainty}>
              <dt>{quiz.certainty[certainty]}</dt>
              <dd>{says.surenessRow(right, of)}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Beliefs({ exam, results }: { exam: ExamAttempt; results: readonly ExamResult[] }) {
  const shown = beliefsShown(results)
  return (
    <section>
      <h2>{says.beliefs}</h2>
      {shown.length === 0 && <p>{says.noBeliefs}</p>}
      <ul className="beliefs">
        {shown.map(([belief, numbers]) => (
          <li key={belief}>
            <span className="num id">{Number(belief.slice(2))}</span>
            <div>
              {misconceptions[belief]}
              <p>
                <Link href={`/practice/exam/${exam.attempt}?n=${numbers[0]}`} replace>
                  {says.inItems(numbers)}
                </Link>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
