import { useMemo } from 'react'
import { figure } from '../../course/mastery/figure.ts'
import { deedWords } from '../../course/mastery/report.ts'
import { quickest } from '../../course/mastery/quickest.ts'
import { edition } from '../../course/words/edition.ts'
import { metrics } from '../../course/words/metrics.ts'
import { words as site } from '../words.ts'
import { fullDate } from '../when.ts'
import type { Standing } from './use-standing.ts'
import { words } from './words.ts'

const says = words.panel

/** On paper every metric says why it is where it is, since nothing can be opened there. */
export function ProgressSheet({ standing: { all, metrics: rows } }: { standing: Standing }) {
  const next = useMemo(
    () => new Map(rows.map(({ metric }) => [metric, quickest(metric, all)[0]] as const)),
    [rows, all],
  )
  return (
    <div className="progress-sheet">
      <div className="whys">
        {rows.map(({ metric, quiz, labs, rules }) => {
          const right = quiz.answers.filter(({ answer }) => answer.right).length
          const shown = labs.skills.filter(({ value }) => value > 0).length
          const missing = rules.filter(({ holds }) => !holds)
          const step = next.get(metric)
          return (
            <section key={metric}>
              <p className="name">{metrics[metric].title}</p>
              <p>
                {figure(quiz.value)}{' '}
                {quiz.answers.length > 0 ? says.quiz(right, quiz.answers.length) : says.noQuiz}
                {'; '}
                {figure(labs.value)} {says.labs(shown, labs.skills.length)}.
              </p>
              {missing.length > 0 && (
                <p>
                  {words.take.missing}: {missing.map(({ id }) => words.rules[id].toLowerCase()).join('; ')}.
                </p>
              )}
              {step && (
                <p>
                  {words.take.next}: {deedWords(step)}, {says.minutes(step.minutes)}.
                </p>
              )}
            </section>
          )
        })}
      </div>
      <p className="made">
        {site.app.name} {edition.version}. {words.statement.madeOn(fullDate(all.now))} {words.statement.short}{' '}
        {site.app.independent}
      </p>
    </div>
  )
}
