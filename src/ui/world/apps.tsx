import { useMemo } from 'react'
import { appsView, hourlyRate, type AppView } from '../../course/apps/app-view.ts'
import type { Lab } from '../../lab/lab.ts'
import type { Instant } from '../../world/clock.ts'
import { Icon } from '../glyphs/icon.tsx'
import { asOf, useLabState, useRevision } from '../lab-context.tsx'
import { clockTime, shortDate } from '../when.ts'
import './apps.css'
import { says } from './apps-words.ts'

const HOURS = 12
const [WIDTH, HEIGHT, STEP] = [8, 22, 10]

/** How the lab's apps fare: the last act of each, and what went well or wrong in the last hours. */
export function Apps({ lab }: { lab: Lab }) {
  const revision = useRevision()
  const now = useLabState(({ now }) => now)
  const apps = useMemo(() => appsView(asOf(lab, revision).tables, now), [lab, revision, now])
  if (apps.length === 0) return null
  return (
    <section className="apps" aria-label={says.title}>
      <h3>{says.title}</h3>
      <ul>
        {apps.map((app) => (
          <li key={app.name}>
            <span className="app-name" translate="no">
              {app.name}
            </span>
            <Rate app={app} now={now} />
            <Last app={app} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Last({ app: { last, inMemory, does }, now }: { app: AppView; now: Instant }) {
  if (!last) return <span className="app-last">{says.notYet}</span>
  const when = shortDate(last.at, now)
  return (
    <span className="app-last">
      {last.failed > 0 ? (
        <span className="bad">
          <Icon name="cross" size={12} /> {says.failed(last.failed, last.ok + last.failed)}{' '}
          <code translate="no">{last.code}</code>
        </span>
      ) : last.ok === 0 ? (
        <span>{says.nothing}</span>
      ) : (
        <span className="ok">
          <Icon name="tick" size={12} /> {says.fine[does]}
        </span>
      )}{' '}
      {when}
      {inMemory.length > 0 && <span className="app-memory">{says.inMemory(inMemory.length)}</span>}
    </span>
  )
}

/** A column for each hour: how many records went well, and how many did not. */
function Rate({ app, now }: { app: AppView; now: Instant }) {
  const hours = hourlyRate(app.results, now, HOURS)
  const most = Math.max(1, ...hours.map(({ ok, failed }) => ok + failed))
  const high = (n: number) => (n === 0 ? 0 : Math.max(2, Math.round((n / most) * HEIGHT)))
  const sum = (of: 'ok' | 'failed') => hours.reduce((total, hour) => total + hour[of], 0)
  const since = hours.find(({ failed }) => failed > 0)?.hour
  return (
    <svg
      className="app-rate"
      viewBox={`0 0 ${HOURS * STEP} ${HEIGHT + 2}`}
      width={HOURS * STEP}
      height={HEIGHT + 2}
      role="img"
      aria-label={says.rate(
        HOURS,
        sum('ok'),
        sum('failed'),
        since === undefined ? undefined : clockTime(since),
      )}
    >
      <path d={`M0 ${HEIGHT + 1.5}H${HOURS * STEP}`} stroke="var(--line-strong)" />
      {hours.map(({ hour, ok, failed }, i) => {
        const x = i * STEP + 1
        const bad = high(failed)
        const good = Math.min(high(ok), HEIGHT - bad)
        return (
          <g key={hour}>
            {good > 0 && (
              <rect x={x} y={HEIGHT + 1 - bad - good} width={WIDTH} height={good} fill="var(--ok)" />
            )}
            {bad > 0 && (
              <path
                d={`M${x + 0.75} ${HEIGHT + 1}V${HEIGHT + 1.75 - bad}H${x + WIDTH - 0.75}V${HEIGHT + 1}M${x + 1} ${HEIGHT + 1}L${x + WIDTH - 1} ${HEIGHT + 2 - bad}`}
                fill="none"
                stroke="var(--bad)"
                strokeWidth={1.5}
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}
