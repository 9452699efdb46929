import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ClockReport, Lab } from '../../lab/lab.ts'
import { keyState } from '../../kms/key.ts'
import { days, hours, minutes, seconds, type Instant } from '../../world/clock.ts'
import { announce } from '../announce.tsx'
import { dueWords } from '../due-words.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { stateWord } from '../key-look.ts'
import { asOf, useLabDefinition, useLabState, useRevision } from '../lab-context.tsx'
import { openPrediction } from '../lab-progress.ts'
import { fromInput, fullDate, shortDate, span, toInput } from '../when.ts'
import { words } from '../words.ts'
import { allKeys, namer } from '../world/scene-model.ts'
import { closeDrawer } from '../workspace/frame.ts'
import { Timeline } from './timeline.tsx'

const says = words.clock
/** How many events a preview lists in full. */
const MOST = 12
/** How far ahead the next event is looked for. */
export const HORIZON = days(2 * 365)
/** On a night on call time is moved for as long as a repair has to hold. */
const PROOF = minutes(10)

/** Shows what will happen before the clock moves, moves it, and says what did happen. */
export function Clock({ lab }: { lab: Lab }) {
  const revision = useRevision()
  const now = useLabState(({ now }) => now)
  const busy = useLabState(({ busy }) => busy !== undefined)
  const definition = useLabDefinition()
  const onCall = definition?.incident !== undefined
  const [wanted, setWanted] = useState<Instant>(() => (onCall ? now + PROOF : firstTarget(lab, now)))
  const [report, setReport] = useState<ClockReport>()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])

  const hideEffects = openPrediction(definition, lab.tables) !== undefined
  const target = Math.max(wanted, now)
  const until = now + Math.max((target - now) * 1.5, hours(1))
  const { ahead, keys, name } = useMemo(() => {
    const { upcoming, tables } = asOf(lab, revision)
    return { ahead: upcoming(until), keys: allKeys(tables), name: namer(tables) }
  }, [lab, until, revision])
  const coming = ahead.filter(({ due }) => due.at <= target)
  const events = report ? report.happened : coming
  const harmful = coming.find((event) => dueWords(event, name).harmful)
  const stop =
    harmful && Math.max(now, harmful.due.at - (harmful.due.at - now > minutes(2) ? minutes(1) : seconds(1)))

  async function go(to: Instant) {
    try {
      const done = await lab.moveClock(to)
      setReport(done)
      setWanted(done.to)
      announce(says.moved(shortDate(done.to, done.from), done.happened.length))
    } catch (error) {
      announce(error instanceof Error ? error.message : String(error))
    }
  }

  function aim(at: Instant) {
    setReport(undefined)
    setWanted(at)
  }

  const next = lab.upcoming(now + HORIZON)[0]?.due.at
  const jumps: readonly (readonly [string, Instant | undefined])[] = [
    ...(onCall ? [[says.proof, now + PROOF] as const] : []),
    [says.hour, now + hours(1)],
    [says.day, now + hours(24)],
    // A night is no matter of months, and the row has no room for more.
    ...(onCall ? [] : [[says.quarter, now + days(90)] as const, [says.year, now + days(365)] as const]),
    [says.nextEvent, next],
    [says.dayAfter, next && next + days(1)],
  ]

  return (
    <>
      <header className="ch">
        <Glyph name="status-time" size={20} />
        <h2 className="n">{fullDate(now)}</h2>
        <Icon name="next" />
        <label className="target">
          <span className="vh">{says.target}</span>
          <input
            ref={field}
            className="field num"
            type="datetime-local"
            value={toInput(target)}
            min={toInput(now)}
            aria-describedby={wanted < now ? `${id}-past` : undefined}
            onChange={(e) => {
              const at = fromInput(e.target.value)
              if (at !== undefined) aim(at)
            }}
          />
        </label>
        {target > now && <span className="plus num">{says.plus(span(target - now))}</span>}
        {wanted < now && (
          <span id={`${id}-past`} role="alert" className="past">
            {says.past}
          </span>
        )}
        <span className="seg" role="group" aria-label={says.jump}>
          {jumps.map(([text, at]) => (
            <button
              key={text}
              type="button"
              disabled={at === undefined}
              onClick={() => at !== undefined && aim(at)}
            >
              {text}
            </button>
          ))}
        </span>
        <button type="button" className="btn quiet icon close" aria-label={says.close} onClick={closeDrawer}>
          <Icon name="cross" />
        </button>
      </header>
      <div className="clock-lanes" tabIndex={0} role="group" aria-label={says.lanes}>
        {keys.length === 0 ? (
          <p className="empty">{says.noKeys}</p>
        ) : (
          <Timeline
            keys={keys}
            events={ahead}
            now={now}
            target={target}
            until={until}
            name={name}
            hideEffects={hideEffects}
          />
        )}
      </div>
      <section className="wh" aria-label={report ? says.did(events.length) : says.will(events.length)}>
        <h3>{report ? says.did(events.length) : says.will(events.length)}</h3>
        {hideEffects && !report && events.length > 0 && <p className="hidden-note">{says.hidden}</p>}
        <ol>
          {events.slice(0, MOST).map((event) => {
            const { title, effect, harmful: harms, glyph } = dueWords(event, name)
            const show = report !== undefined || !hideEffects
            return (
              <li
                key={`${event.keyId}${event.due.kind}${event.due.at}`}
                className={harms && show ? 'harm' : undefined}
              >
                <span className="d num">{shortDate(event.due.at, report?.from ?? now)}</span>
                <Glyph name={show ? glyph : 'status-time'} />
                <div>
                  <b>{title}</b>
                  {show && <p>{effect}</p>}
                  {report && <p className="diff">{changed(event)}</p>}
                </div>
              </li>
            )
          })}
          {events.length > MOST && (
            <li>
              <span />
              <span />
              <div>{says.more(events.length - MOST)}</div>
            </li>
          )}
          {!report && (
            <li>
              <span className="d num">{shortDate(target, now)}</span>
              <Glyph name="status-time" />
              <div>
                <b>{says.arrive}</b>
                {events.length === 0 && <p>{says.arriveNothing}</p>}
              </div>
            </li>
          )}
        </ol>
        <div className="go">
          {report ? (
            <button
              type="button"
              className="btn"
              onClick={() => aim(onCall ? now + PROOF : (next ?? now + hours(24)))}
            >
              {says.again}
            </button>
          ) : (
            <>
              <button
                type="button"
                className="btn time solid"
                disabled={busy || target <= now}
                onClick={() => go(target)}
              >
                {says.go(shortDate(target, now))}
              </button>
              {stop !== undefined && stop > now && !hideEffects && (
                <button type="button" className="btn" disabled={busy} onClick={() => go(stop)}>
                  {says.stopBefore(shortDate(harmful?.due.at ?? target, now))}
                </button>
              )}
            </>
          )}
          <span className="undoable">{says.undoable}</span>
        </div>
      </section>
    </>
  )
}

/** The next event and a minute more, else a day on. */
function firstTarget(lab: Lab, now: Instant): Instant {
  const next = lab.upcoming(now + HORIZON)[0]
  return next ? next.due.at + minutes(1) : now + hours(24)
}

function changed({ before, after }: ClockReport['happened'][number]): string {
  const from = stateWord(keyState(before))
  const to = after ? stateWord(keyState(after)) : says.gone
  return from === to ? from : says.changed(from, to)
}
