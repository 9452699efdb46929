import type { Lab } from '../../lab/lab.ts'
import type { Instant } from '../../world/clock.ts'
import { dueWords } from '../due-words.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { useLabState, useRevision } from '../lab-context.tsx'
import { useMovingClock } from '../moving-clock.ts'
import { clockTime, fullDate, span } from '../when.ts'
import { words } from '../words.ts'
import { namer } from '../world/scene-model.ts'
import { HORIZON } from '../clock/clock.tsx'
import { closeDrawer, openClock, toggleTrail, useFrame } from './frame.ts'

const says = words.strip

/** Time, what comes next, what happened last, whether it is saved: in one line. */
export function Strip({ lab }: { lab: Lab }) {
  useRevision()
  const now = useLabState(({ now }) => now)
  const drawer = useFrame(({ drawer }) => drawer)
  const shown = useMovingClock(now)
  const next = lab.upcoming(now + HORIZON)[0]
  const trail = lab.trail()
  const last = trail.at(-1)
  const ahead = next ? dueWords(next, namer(lab.tables)).title : undefined

  return (
    <footer className="strip" aria-label={says.label}>
      <button
        type="button"
        className="clk num"
        aria-expanded={drawer === 'clock'}
        aria-label={`${says.openClock}: ${fullDate(now)}`}
        onClick={() => (drawer === 'clock' ? closeDrawer() : openClock())}
      >
        <Glyph name="status-time" /> <span className="long">{fullDate(shown)}</span>
        <span className="short">{clockTime(shown)} UTC</span>{' '}
        <Icon name={drawer === 'clock' ? 'down' : 'up'} size={12} />
      </button>
      {next && <MiniLine now={now} at={next.due.at} />}
      <span className="next">
        {next && ahead ? says.next(ahead, span(next.due.at - now)) : says.nothingDue}
      </span>
      <span className="vr" />
      <span className="last grow" translate="no">
        {last ? (
          <>
            <span className="num">{trail.length}</span> {last.eventName}{' '}
            {last.errorCode && (
              <span className="fail">
                <Icon name="cross" size={12} /> {last.errorCode}
              </span>
            )}
          </>
        ) : (
          says.lastNone
        )}
      </span>
      <Busy />
      <SavedMark />
      <span className="vr" />
      <button
        type="button"
        className="btn small quiet trailbtn"
        aria-expanded={drawer === 'trail'}
        onClick={toggleTrail}
      >
        {words.trail.title} <span className="num">{trail.length}</span>{' '}
        <Icon name={drawer === 'trail' ? 'down' : 'up'} size={12} />
      </button>
    </footer>
  )
}

/** How near the next event is: the line is two times as long as the way to it. */
function MiniLine({ now, at }: { now: Instant; at: Instant }) {
  return (
    <svg
      className="scene mini"
      width="120"
      height="36"
      viewBox="0 0 120 36"
      aria-hidden="true"
      data-ms={at - now}
    >
      <path d="M6 18.5H114" stroke="var(--line-strong)" />
      <path d="M90 23V10h6" fill="none" stroke="var(--time)" strokeWidth={1.5} strokeDasharray="3 2" />
      <circle cx="10" cy="18.5" r="5" fill="var(--time)" />
    </svg>
  )
}

function Busy() {
  const busy = useLabState(({ busy }) => busy)
  if (busy === undefined) return null
  return (
    <span className="busy" role="status">
      {busy === 'GetParametersForImport' ? words.busy.RSA : words.busy.other}
    </span>
  )
}

function SavedMark() {
  const saved = useLabState(({ saved }) => saved)
  return (
    <span className={`saved ${saved}`}>
      {saved === 'saved' ? (
        <Icon name="tick" size={12} />
      ) : saved === 'saving' ? null : (
        <Glyph name="status-warn" size={14} />
      )}{' '}
      {words.saved[saved]}
    </span>
  )
}
