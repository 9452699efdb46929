import { currentLook } from './door-moment.ts'
import { Link } from 'wouter'
import { Glyph } from '../glyphs/glyph.tsx'
import { useMovingClock } from '../moving-clock.ts'
import { useSession, useSessionState, type Session } from '../session.tsx'
import { SiteFooter, SiteHeader } from '../site-header.tsx'
import { clockTime, dayAndYear } from '../when.ts'
import { DoorLine } from './door-line.tsx'
import { DoorSceneTall, DoorSceneWide } from './door-scene.tsx'
import { DoorTerminal } from './door-terminal.tsx'
import { says } from './door-words.ts'
import { allParts } from '../learn/next-part.ts'
import { wayOn } from '../learn/part-words.ts'
import { ModuleTable } from './module-table.tsx'
import { useDoor, type DoorActions, type DoorState } from './use-door.ts'
import { Walk } from './walk.tsx'
import './door.css'

/** The first page: not a picture of the bench but the bench itself, in four steps. */
export function Door() {
  const session = useSession()
  const broken = useSessionState().is === 'broken'
  const { state, actions } = useDoor(session)
  const shown = useMovingClock(state.facts?.now ?? START)
  const travelling = state.facts !== undefined && shown < state.facts.now
  const next = session ? nextFor(session) : { href: '/sandbox', text: says.nextNone }

  return (
    <div className="door">
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        <section className="hero">
          <div>
            <h1>
              {says.title[0]} <span className="nb">{says.title[1]}</span>
            </h1>
            <p className="lead">{says.lead}</p>
            <Walk state={state} actions={actions} next={next} travelling={travelling} />
            {(state.phase === 'read' || state.phase === 'opening') && <Legend />}
          </div>
          <Bench state={state} actions={actions} shown={shown} travelling={travelling} />
        </section>
        <section className="course" aria-label={says.modules.caption}>
          <ModuleTable lab={session?.lab} labs={session?.labs ?? (broken ? [] : undefined)} />
          <p className="before">
            <Link href="/practice/prerequisites">{says.modules.check}</Link> {says.modules.checkText}
          </p>
        </section>
      </main>
      <SiteFooter />
    </div>
  )
}

/** The first thing of the course that is not done; read when the walk ends, not while it goes. */
function nextFor({ lab, labs }: Session) {
  const way = wayOn(allParts(lab.tables, labs))
  return way
    ? { href: way.href, text: says.next(way.text, way.title) }
    : { href: '/practice', text: says.nextDone }
}

/** When every world of the course begins; shown until the engine is there. */
const START = Date.UTC(2026, 0, 12, 9)

function Bench({
  state,
  actions,
  shown,
  travelling,
}: {
  state: DoorState
  actions: DoorActions
  shown: number
  travelling: boolean
}) {
  const { phase, facts } = state
  const moment = currentLook(state, shown)
  const target = facts ? clockTime(facts.jumpTo) : '10:01'
  const started = facts !== undefined && facts.now >= facts.jumpTo
  return (
    <section className="bench-door" aria-label={says.bench}>
      <DoorSceneWide moment={moment} />
      <DoorSceneTall moment={moment} />
      <DoorTerminal state={state} actions={actions} travelling={travelling} />
      <div className="clockrow">
        <span className="now num">
          <Glyph name="status-time" size={18} label={says.clockNow} /> {dayAndYear(shown)}, {clockTime(shown)}{' '}
          UTC
        </span>
        <DoorLine
          start={facts?.start ?? START}
          end={facts?.end ?? START + 3_600_000}
          now={shown}
          label={`${says.clockNow} ${clockTime(shown)}. ${moment.expiry}.`}
          note={facts && shown >= facts.end ? says.expired : says.expires}
        />
        {started ? (
          <button
            type="button"
            className="btn time"
            disabled={state.busy || travelling}
            onClick={actions.restart}
          >
            {says.backTo(clockTime(facts.start))}
          </button>
        ) : (
          <JumpButton
            ready={phase === 'jump' && !state.busy}
            text={says.goTo(target)}
            onJump={actions.jump}
          />
        )}
      </div>
    </section>
  )
}

function JumpButton({ ready, text, onJump }: { ready: boolean; text: string; onJump: () => void }) {
  return (
    <button
      type="button"
      className={ready ? 'btn time solid' : 'btn'}
      disabled={!ready}
      ref={ready ? takeFocus : undefined}
      onClick={onJump}
    >
      {text}
    </button>
  )
}

const takeFocus = (element: HTMLElement | null) => element?.focus({ preventScroll: true })

function Legend() {
  return (
    <dl className="legend">
      <div>
        <dt>
          <Glyph name="key-enabled-imported" size={22} />
        </dt>
        <dd>{says.legend.you}</dd>
      </div>
      <div>
        <dt>
          <Glyph name="key-enabled-generated" size={22} />
        </dt>
        <dd>{says.legend.kms}</dd>
      </div>
      <div>
        <dt>
          <Glyph name="key-pending-import" size={22} />
        </dt>
        <dd>{says.legend.empty}</dd>
      </div>
      <div>
        <dt>
          <Glyph name="seam" size={22} />
        </dt>
        <dd>{says.legend.seam}</dd>
      </div>
    </dl>
  )
}
