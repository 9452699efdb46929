import { lazy, Suspense, useCallback, useEffect, useRef, useState, type CSSProperties } from 'react'
import { Link } from 'wouter'
import { beats } from '../../course/flow/beats/index.ts'
import type { Frame } from '../../course/flow/flow-definition.ts'
import { announce } from '../announce.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { useSession } from '../session.tsx'
import { ThemeButton } from '../theme-button.tsx'
import { stillFrames, useLook } from '../theme.ts'
import { useMediaQuery } from '../use-media-query.ts'
import { words as site } from '../words.ts'
import { FlowControls, FlowExtras, type Speed } from './flow-controls.tsx'
import { FlowColumn } from './flow-column.tsx'
import { FlowHolders, FlowList } from './flow-list.tsx'
import { FlowScore } from './flow-score.tsx'
import type { Inspected } from './inspected.ts'
import { refusalIn, sayBeat } from './say-beat.ts'
import { useFlow } from './use-flow.ts'
import { words } from './words.ts'
import './flow.css'

/** These two read bytes, and come with the engine's own code. */
const Inspector = lazy(() => import('./inspector.tsx'))
const TwoRuns = lazy(() => import('./two-runs.tsx'))

const views = ['diagram', 'list', 'holds', 'compare'] as const
type View = (typeof views)[number]

/** How long a beat stands while the diagram plays by itself, at speed 1. */
const HOLD_MS = 4_000

export function Flow({ beat, onBeat }: { beat: number; onBeat: (beat: number) => void }) {
  const session = useSession()
  const state = useFlow(session, beat)
  const { frame } = state
  const [view, setView] = useState<View>('diagram')
  const [opened, setOpened] = useState<Inspected>()
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(() => (stillFrames() ? 'still' : '1'))
  useLook(({ motion }) => motion)
  const still = speed === 'still' || stillFrames()
  const pace = speed === 'still' ? 1 : Number(speed)
  const wide = useMediaQuery('(min-width: 1112px)')
  const phone = useMediaQuery('(max-width: 560px)')
  const open = useCallback((what: Inspected) => setOpened(what), [])

  const go = useCallback(
    (next: number) => {
      if (next >= 1 && next <= beats.length) onBeat(next)
    },
    [onBeat],
  )
  useArrowKeys(beat, opened !== undefined, go)
  useSpoken(frame)

  const at = frame?.beat
  const busy = state.error === undefined && (at !== beat || frame?.inputs !== state.inputs)
  const refused = frame && refusalIn(frame)
  useEffect(() => {
    if (!playing || at !== beat) return
    if (beat === beats.length || refused) {
      setPlaying(false)
      return
    }
    const timer = setTimeout(() => go(beat + 1), HOLD_MS / pace)
    return () => clearTimeout(timer)
  }, [playing, at, beat, refused, pace, go])

  const extras = (
    <FlowExtras
      speed={speed}
      onSpeed={setSpeed}
      onSave={view === 'diagram' && frame ? (form) => void saveStage(frame.beat, form) : undefined}
      onLink={() => void copyLink()}
      onRenew={state.renew}
    />
  )
  return (
    <div className={still ? 'flow still' : 'flow'} style={{ '--pace': pace } as CSSProperties}>
      <header className="bar">
        <Link className="home" href="/" aria-label={site.app.home}>
          <Glyph name="mark" size={24} />
          <span>
            {site.app.name} <span className="sep">/</span> <b>{words.title}</b>
          </span>
        </Link>
        <span className="sp" />
        <span className="lead">{words.lead}</span>
        <span className="seg" role="group" aria-label={words.viewOf}>
          {views.map((one) => (
            <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
              {phone ? words.shortViews[one] : words.views[one]}
            </button>
          ))}
        </span>
        <ThemeButton />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={wide && view === 'diagram' ? 'flow-main score' : 'flow-main'}
        aria-busy={busy}
      >
        {state.error !== undefined && (
          <div className="flow-page" role="alert">
            <h1>{words.broke}</h1>
            <p>{state.error}</p>
            <button type="button" className="btn" onClick={state.renew}>
              {words.renew}
            </button>
          </div>
        )}
        {!frame && state.error === undefined && (wide || view !== 'diagram') && (
          <div className="flow-page">
            <h1>{words.title}</h1>
            <p>{words.opening}</p>
          </div>
        )}
        {frame && wide && view === 'diagram' && (
          <FlowScore frame={frame} state={state} pace={still ? undefined : pace} onBeat={go} onOpen={open} />
        )}
        {!wide && view === 'diagram' && (frame || state.error === undefined) && (
          <FlowColumn beat={beat} frame={frame} state={state} pace={still ? undefined : pace} onOpen={open} />
        )}
        {frame && view === 'list' && <FlowList frame={frame} onBeat={go} />}
        {frame && view === 'holds' && <FlowHolders frame={frame} />}
        {session && view === 'compare' && (
          <Suspense fallback={null}>
            <TwoRuns session={session} inputs={state.inputs} />
          </Suspense>
        )}
        {!wide && frame && <div className="flow-page">{extras}</div>}
      </main>
      <FlowControls
        beat={beat}
        busy={busy}
        playing={playing}
        onBeat={go}
        onPlay={() => {
          if (!playing && beat === beats.length) go(1)
          setPlaying(!playing)
        }}
      >
        {wide && extras}
      </FlowControls>
      {frame && opened && (
        <Suspense fallback={null}>
          <Inspector what={opened} frame={frame} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
      <div className="vh" role="alert">
        {refused}
      </div>
    </div>
  )
}

/** Arrow keys go from beat to beat, except where they already have a meaning. */
function useArrowKeys(beat: number, dialog: boolean, go: (beat: number) => void): void {
  useEffect(() => {
    if (dialog) return
    const press = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if ((event.target as Element).closest('input, select, textarea, pre, summary, [role="group"].scroll'))
        return
      event.preventDefault()
      go(beat + step)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [beat, dialog, go])
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Each new frame is told once. */
function useSpoken(frame: Frame | undefined): void {
  const first = useRef(true)
  useEffect(() => {
    if (!frame) return
    if (first.current) first.current = false
    else announce(sayBeat(frame))
  }, [frame])
}

async function saveStage(beat: number, form: 'svg' | 'png'): Promise<void> {
  const stage = document.querySelector<HTMLElement>('.flow-stage')
  if (!stage) return
  try {
    const { savePicture } = await import('./save-picture.ts')
    await savePicture(stage, `import-flow-beat-${beat}`, form)
    announce(words.saved)
  } catch {
    announce(words.notSaved)
  }
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    announce(words.linked)
  } catch {
    announce(words.noLink)
  }
}
