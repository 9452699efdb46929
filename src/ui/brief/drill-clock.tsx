import { Glyph } from '../glyphs/glyph.tsx'
import { minutes } from '../../world/clock.ts'
import { words } from './words.ts'

const says = words.drill
/** Of course.md, L4.2. */
const ALLOWED = 20

/** How much virtual time a timed lab has used. */
export function DrillClock({ usedMs, secondsPerCall }: { usedMs: number; secondsPerCall: number }) {
  const used = Math.floor(usedMs / minutes(1))
  const over = usedMs > minutes(ALLOWED)
  return (
    <div className={`drill ${over ? 'over' : ''}`} role="group" aria-label={says.label}>
      <p>
        <Glyph name="status-time" />{' '}
        <b className="num">{over ? says.over(used, ALLOWED) : says.used(used, ALLOWED)}</b>
      </p>
      <meter min={0} max={ALLOWED} value={Math.min(used, ALLOWED)} aria-label={says.label}>
        {used}
      </meter>
      <p className="dim">{says.cost(secondsPerCall)}</p>
    </div>
  )
}
