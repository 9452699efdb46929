import { Link } from 'wouter'
import type { MetricStanding } from '../../course/mastery/earned.ts'
import { deedWords, masteredStatement, notYetStatement } from '../../course/mastery/report.ts'
import { figure } from '../../course/mastery/figure.ts'
import type { Rule } from '../../course/mastery/mastery.ts'
import { quickest, type NextStep } from '../../course/mastery/quickest.ts'
import { metrics } from '../../course/words/metrics.ts'
import { Icon } from '../glyphs/icon.tsx'
import { queryOf } from '../practice/filter.ts'
import { dayAndYear } from '../when.ts'
import { labAddress } from './lab-address.ts'
import { AnswerList, SkillList } from './evidence.tsx'
import type { Standing } from './use-standing.ts'
import { words } from './words.ts'

const says = words.panel

/** Every number of a metric, with what it is made of and what would change it. */
export function WhyPanel({ standing, all }: { standing: MetricStanding; all: Standing['all'] }) {
  const { metric, estimate, quiz, labs, word, earned } = standing
  const { title } = metrics[metric]
  const steps = quickest(metric, all)
  const right = quiz.answers.filter(({ answer }) => answer.right).length
  const shown = labs.skills.filter(({ value }) => value > 0).length
  const known = word !== 'not-enough'
  const enough = steps.length > 1 && steps.every((step) => step.enough)
  return (
    <>
      <section>
        <h2 id="why" tabIndex={-1}>
          {known ? says.heading(title, figure(estimate.value)) : says.headingNone(title)}
        </h2>
        <dl className="sum">
          <div>
            <dt>{quiz.answers.length > 0 ? says.quiz(right, quiz.answers.length) : says.noQuiz}</dt>
            <dd>{figure(quiz.value)}</dd>
          </div>
          <div>
            <dt>{says.labs(shown, labs.skills.length)}</dt>
            <dd>{figure(labs.value)}</dd>
          </div>
          <div className="total">
            <dt>{says.sum}</dt>
            <dd>{figure(estimate.value)}</dd>
          </div>
        </dl>
        {quiz.answers.length > 0 && (
          <details>
            <summary>{says.answers(quiz.answers.length)}</summary>
            <AnswerList answers={quiz.answers} />
          </details>
        )}
        <details>
          <summary>{says.evidence}</summary>
          <SkillList skills={standing.skills} labs={all.course.labs} />
        </details>
      </section>
      <section>
        <h3>{says.rules}</h3>
        <ul className="rules">
          {standing.rules.map((rule) => (
            <li key={rule.id}>
              <span className={rule.holds ? 'ok' : 'bad'}>
                <Icon name={rule.holds ? 'tick' : 'cross'} size={14} />
                <span className="vh">{rule.holds ? says.holds : says.missing}</span>
              </span>
              <span>{words.rules[rule.id]}</span>
              <span className="num">{ruleValue(rule, standing, all)}</span>
            </li>
          ))}
        </ul>
      </section>
      {steps.length > 0 && (
        <section>
          <h3>{steps.length > 1 ? says.quickest : says.quickestOne}</h3>
          <ol className="two">
            {steps.map((step, i) => (
              <NextStepLine key={i} step={step} metric={metric} />
            ))}
          </ol>
          {(enough || (steps.length === 1 && steps[0]?.enough)) && (
            <p>{enough ? says.eitherEnough : says.enough}</p>
          )}
        </section>
      )}
      <section>
        <h3>{says.statement}</h3>
        <p className="statement">
          {earned
            ? masteredStatement(earned, all.record, all.course, dayAndYear)
            : notYetStatement(standing, steps)}
        </p>
      </section>
    </>
  )
}

function ruleValue({ id }: Rule, standing: MetricStanding, { course }: Standing['all']): string {
  const { estimate, quiz, labs, skills, covered, challenge, blocking } = standing
  switch (id) {
    case 'estimate':
      return figure(estimate.value)
    case 'quiz':
      return figure(quiz.value)
    case 'labs':
      return figure(labs.value)
    case 'answers':
      return `${quiz.answers.length}, ${words.of(String(covered), skills.length)}`
    case 'critical': {
      const critical = skills.filter((skill) => skill.critical)
      return words.of(String(critical.filter(({ below }) => !below).length), critical.length)
    }
    case 'challenge': {
      const lab = course.labs.find((each) => each.id === challenge?.labId)
      return lab && challenge ? `${lab.code}, ${dayAndYear(challenge.at)}` : words.none
    }
    case 'beliefs':
      return blocking.length === 0
        ? words.none
        : blocking.map((belief) => Number(belief.id.slice(2))).join(', ')
  }
}

function NextStepLine({ step, metric }: { step: NextStep; metric: MetricStanding['metric'] }) {
  const { deed, minutes, mends, gain } = step
  const href =
    deed.kind === 'lab'
      ? labAddress(deed.lab.id)
      : deed.kind === 'questions'
        ? `/practice${queryOf({ metric, ...(deed.competency ? { competency: deed.competency } : {}) })}`
        : `/practice/${deed.itemIds[0]}`
  return (
    <li>
      <Link href={href}>{capital(deedWords(step))}</Link>
      <span className="num">{says.minutes(minutes)}</span>
      <small>
        {gain >= 0.001 && says.gains(figure(gain))}{' '}
        {mends.length > 0 && says.mends(mends.map((id) => words.rules[id].toLowerCase()))}
      </small>
    </li>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
