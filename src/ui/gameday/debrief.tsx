import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { firstSign, timelineOf } from '../../course/gameday/debrief.ts'
import type { Level, Plan } from '../../course/gameday/incident.ts'
import type { LineAct } from '../../course/gameday/best-line.ts'
import { PROOF, SECONDS_PER_CALL } from '../../course/gameday/judge.ts'
import { seedOfLab } from '../../course/gameday/lab-seed.ts'
import { planOf } from '../../course/gameday/plan.ts'
import { beliefsShown, scoreOf, total } from '../../course/gameday/score.ts'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { misconceptions, type MisconceptionId } from '../../course/words/misconceptions.ts'
import { PROGRESS, type ProgressRow } from '../../lab/rows.ts'
import { labView } from '../../lab/view.ts'
import { minutes } from '../../world/clock.ts'
import { download } from '../download.ts'
import { EventLink } from '../brief/task-check.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { asOf, useLab, useLabState, useRevision } from '../lab-context.tsx'
import { useSession } from '../session.tsx'
import { clockTime, fullDate, shortDate, span } from '../when.ts'
import './gameday.css'
import { words } from './words.ts'

const says = words.debrief

/** What happened and what the learner did, side by side, with the score and the best line. */
export default function Debrief({ definition, level }: { definition: LabDefinition; level: Level }) {
  const lab = useLab()
  const revision = useRevision()
  const now = useLabState((state) => state.now)
  const labSeed = useLabState(({ current }) => current?.seed ?? 0)
  const plan = useMemo(() => planOf(labSeed, level), [labSeed, level])
  const told = useMemo(() => {
    const { tables } = asOf(lab, revision)
    const progress = tables.get<ProgressRow>(PROGRESS, definition.id)
    if (!progress) return undefined
    const view = labView(definition, progress, tables, now)
    return {
      score: scoreOf(plan, view),
      rows: timelineOf(plan, view),
      sign: firstSign(plan, view),
      beliefs: beliefsShown(plan, view),
      rings: view.rings,
      rewound: progress.rewound === true,
    }
  }, [definition, lab, now, plan, revision])
  if (!told) return null
  const { score, rows, sign, beliefs, rings, rewound } = told
  const failed = rows.find(({ kind }) => kind === 'failure')
  return (
    <section className="debrief" aria-labelledby="debrief-title">
      <h2 id="debrief-title">{says.title}</h2>
      <p className="debrief-night">{says.night(seedOfLab(labSeed).seed, level, fullDate(plan.beginAt))}</p>
      <p className="debrief-total num">{says.score(total(score))}</p>
      <dl className="score">
        {score.map(({ id, points, of, because }) => (
          <div key={id}>
            <dt>{says.parts[id]}</dt>
            <dd>
              <meter min={0} max={of} value={points} aria-label={says.parts[id]}>
                {points}
              </meter>
              <span className="num">{says.points(points, of)}</span>
              <span className="why">{because}</span>
            </dd>
          </div>
        ))}
      </dl>
      {rewound && <p>{says.rewound}</p>}
      <h3>{says.first}</h3>
      <p>
        {fullDate(sign.at)}
        {sign.event !== undefined && (
          <>
            {', '}
            {sign.hidden ? says.hiddenSign(sign.event) : <EventLink event={sign.event} />}
          </>
        )}
        . {failed && sign.at < failed.at ? says.before(span(failed.at - sign.at)) : says.atOnce}
      </p>
      <h3>{says.timeline}</h3>
      <ol className="night-line">
        {rows.map((row) => (
          <li key={`${row.kind}${row.at}${row.event ?? ''}`} className={row.kind}>
            <time className="num" dateTime={new Date(row.at).toISOString()} title={fullDate(row.at)}>
              {shortDate(row.at, plan.beginAt)}
            </time>
            <span className="what">
              <b>{says.kinds[row.kind]}</b>{' '}
              <span translate={row.kind === 'cause' ? undefined : 'no'}>{row.says}</span>
              {row.error && (
                <span className="fail">
                  <Icon name="cross" size={12} /> {row.error}
                </span>
              )}
            </span>
            {row.event !== undefined && <EventLink event={row.event} />}
          </li>
        ))}
      </ol>
      {beliefs.length > 0 && (
        <>
          <h3>{says.beliefs}</h3>
          <ul className="night-beliefs">
            {beliefs.map((id) => (
              <li key={id}>{misconceptions[id as MisconceptionId]}</li>
            ))}
          </ul>
        </>
      )}
      <BestLine plan={plan} />
      <div className="row mt-4">
        <button
          type="button"
          className="btn small"
          onClick={() => {
            const { seed } = seedOfLab(labSeed)
            const told = {
              night: seed,
              level,
              points: total(score),
              rewound,
              score,
              firstSign: sign,
              timeline: rows,
              phoneCalls: rings,
            }
            download(`game-day-${seed}-level-${level}.json`, encodeUtf8(`${JSON.stringify(told, null, 2)}\n`))
          }}
        >
          {says.save}
        </button>
        <button type="button" className="btn small" onClick={() => window.print()}>
          {says.print}
        </button>
        <Link className="btn small primary" href="/gameday">
          {says.next}
        </Link>
      </div>
    </section>
  )
}

/** The reference line of this night, played when asked for, on an engine beside the learner's. */
function BestLine({ plan }: { plan: Plan }) {
  const session = useSession()
  const [line, setLine] = useState<readonly LineAct[] | 'playing' | 'failed'>()
  if (!session) return null
  async function play(hands: NonNullable<typeof session>['hands']) {
    setLine('playing')
    try {
      const { faultOfProposal } = await import('../../course/gameday/accept.ts')
      const verdict = await faultOfProposal(plan, hands, 0)
      setLine('line' in verdict ? verdict.line : 'failed')
    } catch {
      setLine('failed')
    }
  }
  const acts = typeof line === 'object' ? line : undefined
  return (
    <div className={acts ? undefined : 'unplayed'}>
      <h3>{says.line}</h3>
      <p>{says.lineLead}</p>
      {line === 'playing' ? (
        <p role="status">{says.playing}</p>
      ) : line === 'failed' ? (
        <p role="alert">{says.lineFailed}</p>
      ) : acts ? (
        <>
          <ol className="night-line you">
            {acts.map(({ at, operation, error }) => (
              <li key={`${at}${operation}`} className="you">
                <time className="num">{clockTime(at)}</time>
                <span className="what" translate="no">
                  {operation}
                  {error && <span className="fail"> {error}</span>}
                </span>
              </li>
            ))}
          </ol>
          <p>{says.played(acts.length, Math.round((endOf(acts, plan) - plan.beginAt) / minutes(1)))}</p>
        </>
      ) : (
        <button type="button" className="btn small" onClick={() => play(session.hands)}>
          {says.play}
        </button>
      )}
    </div>
  )
}

/** The last act is a typed call; then the service has to work for the time of proof. */
const endOf = (acts: readonly LineAct[], plan: Plan): number =>
  (acts.at(-1)?.at ?? plan.beginAt) + SECONDS_PER_CALL * 1_000 + PROOF
