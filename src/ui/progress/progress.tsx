import { useEffect } from 'react'
import { Link, useSearch } from 'wouter'
import { calibration } from '../../course/mastery/calibration.ts'
import type { Metric } from '../../course/lab-definition.ts'
import { isMisconception, type MisconceptionId } from '../../course/words/misconceptions.ts'
import { metrics } from '../../course/words/metrics.ts'
import type { Session } from '../session.tsx'
import { words as site } from '../words.ts'
import { BeliefDetail } from './belief-detail.tsx'
import { BeliefMap } from './belief-map.tsx'
import { CalibrationChart } from './calibration-chart.tsx'
import { MetricTable } from './metric-table.tsx'
import { ProgressSheet } from './progress-sheet.tsx'
import { firstRemedy } from './remedies.ts'
import { TakeAlong } from './take-along.tsx'
import type { Standing } from './use-standing.ts'
import { WhyPanel } from './why-panel.tsx'
import { words } from './words.ts'
import './progress.css'

/** What the address opens: a metric and a belief. */
function openIn(search: string): { readonly why?: Metric; readonly belief?: MisconceptionId } {
  const given = new URLSearchParams(search)
  const why = (Object.keys(metrics) as Metric[]).find((each) => each === given.get('why'))
  const belief = given.get('belief') ?? ''
  return { ...(why && { why }), ...(isMisconception(belief) && { belief }) }
}

/** The four metrics, why each is where it is, false beliefs, and certainty against right answers. */
export function Progress({ session, standing }: { session: Session; standing: Standing }) {
  const { all, metrics: rows } = standing
  const { why, belief } = openIn(useSearch())
  const open = rows.find(({ metric }) => metric === why) ?? rows.find(({ earned }) => !earned) ?? rows[0]
  const shown = belief && all.beliefs.get(belief)
  useFocusOn(belief ? 'belief' : why && 'why', `${why}/${belief}`)
  const { answers, passes } = all.record
  const strange = strangeIn(all)
  const mastered = rows.filter(({ earned }) => earned).length
  return (
    <>
      <div className="progress-main">
        <header className="progress-head">
          <h1>{words.heading}</h1>
          <p>{answers.length + passes.length === 0 ? words.leadNone : words.lead(mastered)}</p>
        </header>
        {strange.answers + strange.passes > 0 && (
          <p className="strange">{words.unknown(strange.answers, strange.passes)}</p>
        )}
        <MetricTable
          standing={rows}
          open={open?.metric ?? 'rotation-methods'}
          hrefOf={(metric) => `/progress?why=${metric}`}
        />
        {answers.length + passes.length === 0 && (
          <p className="linkline">
            <Link href="/">{site.app.labs}</Link> <Link href="/practice">{site.app.practice}</Link>
          </p>
        )}
      </div>
      <ProgressSheet standing={standing} />
      {/* Where it can be read at once after a press: behind the table on a narrow screen, beside it on a wide one. */}
      <aside className="progress-why" aria-labelledby="why">
        {open && <WhyPanel standing={open} all={all} />}
        {shown && <BeliefDetail belief={shown} course={all.course} />}
      </aside>
      <div className="progress-more">
        <BeliefMap
          beliefs={[...all.beliefs.values()]}
          open={belief}
          hrefOf={(id) => `/progress?${open ? `why=${open.metric}&` : ''}belief=${id}`}
          remedyOf={(id) => firstRemedy(id, all.course)}
        />
        <CalibrationChart rows={calibration(all.record)} />
        <TakeAlong session={session} standing={standing} />
      </div>
    </>
  )
}

/** What a file of another version may hold: answers and passes of what is not in this course. */
function strangeIn({ record, course }: Standing['all']) {
  const items = new Set(course.items.map(({ id }) => id))
  const labs = new Set(course.labs.map(({ id }) => id))
  return {
    answers: record.answers.filter(({ itemId }) => !items.has(itemId)).length,
    passes: record.passes.filter(({ labId }) => !labs.has(labId)).length,
  }
}

/** What was asked for takes the focus, so that it is read next and comes into sight. */
function useFocusOn(id: string | undefined, asked: string): void {
  useEffect(() => {
    if (id === undefined) return
    const heading = document.getElementById(id)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'nearest' })
  }, [id, asked])
}
