import { Link } from 'wouter'
import type { Metric } from '../../course/lab-definition.ts'
import type { MetricStanding } from '../../course/mastery/earned.ts'
import { figure } from '../../course/mastery/figure.ts'
import { metrics } from '../../course/words/metrics.ts'
import { Icon } from '../glyphs/icon.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { dayAndYear } from '../when.ts'
import { EstimateBar } from './estimate-bar.tsx'
import { SkillLegend, SkillMarks } from './skill-marks.tsx'
import { words } from './words.ts'

const { columns } = words

/** The four metrics, a row each. */
export function MetricTable({
  standing,
  open,
  hrefOf,
}: {
  standing: readonly MetricStanding[]
  open: Metric
  hrefOf: (metric: Metric) => string
}) {
  return (
    <>
      <table className="metrics">
        <caption className="vh">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.metric}</th>
            <th scope="col" className="scale">
              <span className="vh">{columns.estimate}</span>
              <Scale />
            </th>
            <th scope="col" className="r">
              {columns.quiz}
            </th>
            <th scope="col" className="r">
              {columns.labs}
            </th>
            <th scope="col" className="skills">
              {columns.skills}
            </th>
            <th scope="col">
              <span className="vh">{columns.why}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.map((each) => (
            <Row key={each.metric} standing={each} open={each.metric === open} href={hrefOf(each.metric)} />
          ))}
        </tbody>
      </table>
      <SkillLegend />
    </>
  )
}

function Row({ standing, open, href }: { standing: MetricStanding; open: boolean; href: string }) {
  const { metric, word, estimate, quiz, labs, skills } = standing
  const { title } = metrics[metric]
  const known = word !== 'not-enough'
  const passed = new Set(labs.skills.flatMap(({ pass }) => pass?.labId ?? [])).size
  return (
    <tr className={open ? 'on' : undefined}>
      <th scope="row">
        <span className="name">{title}</span>
        <StandingWord standing={standing} />
      </th>
      <td className="bar">
        <EstimateBar estimate={estimate} known={known} />
      </td>
      <td className="r num" data-label={columns.quiz}>
        {known ? figure(quiz.value) : words.questions(quiz.answers.length)}
      </td>
      <td className="r num" data-label={columns.labs}>
        {known ? figure(labs.value) : words.labs(passed)}
      </td>
      <td className="skills">
        <SkillMarks skills={skills} title={title} />
      </td>
      <td className="r">
        <Link href={href} aria-label={words.why(title)} aria-current={open ? 'true' : undefined}>
          {columns.why}
        </Link>
      </td>
    </tr>
  )
}

/** What was earned stays, with what is true today beside it. */
function StandingWord({ standing: { word, earned, overdue } }: { standing: MetricStanding }) {
  if (earned) {
    const date = dayAndYear(earned.at)
    return (
      <>
        <span className="word ok">
          <Icon name="tick" size={14} /> {overdue.length > 0 ? words.earnedOn(date) : words.masteredOn(date)}
        </span>
        {word !== 'mastered' && <span className="word">{words.today(words.word[word])}</span>}
      </>
    )
  }
  return (
    <span className={`word${word === 'nearly' ? ' nearly' : ''}`}>
      {word === 'nearly' && <Glyph name="status-warn" size={16} />}
      {words.word[word]}
    </span>
  )
}

function Scale() {
  return (
    <svg className="scene" viewBox="-4 0 308 16" aria-hidden="true">
      <text x="0" y="12" className="sm">
        0
      </text>
      <text x="150" y="12" className="sm" textAnchor="middle">
        0.5
      </text>
      <text x="240" y="12" className="line" textAnchor="middle">
        0.80
      </text>
      <text x="300" y="12" className="sm" textAnchor="end">
        1
      </text>
    </svg>
  )
}
