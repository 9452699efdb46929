import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useStore } from 'zustand'
import { seedOfLab } from '../../course/gameday/lab-seed.ts'
import type { Level } from '../../course/gameday/incident.ts'
import { ChooseNight } from '../gameday/choose-night.tsx'
import '../gameday/gameday.css'
import { addressOf, nightIn } from '../gameday/night-in.ts'
import { startNight } from '../gameday/start-night.ts'
import { words as says } from '../gameday/words.ts'
import { LabProvider } from '../lab-context.tsx'
import { useSession, type Session } from '../session.tsx'
import { words } from '../words.ts'
import { Workspace } from '../workspace/workspace.tsx'
import { NotFound } from './not-found.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'

/** Where a night is chosen, and the night itself in the workspace. */
export default function GameDayPage({ seed }: { seed?: string }) {
  const session = useSession()
  const search = useSearch()
  const [, navigate] = useLocation()
  useEffect(() => {
    document.title = `${says.title} - ${words.app.name}`
  }, [])
  if (seed === undefined)
    return (
      <Page>
        <h1>{says.title}</h1>
        <p className="lead">{says.lead}</p>
        <ul className="night-rules">
          {says.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <ChooseNight onChosen={(chosen, level) => navigate(addressOf(chosen, level))} />
      </Page>
    )
  const night = nightIn(seed, search)
  if (!night) return <NotFound text={says.noSuch} />
  if (!session) return <Opening />
  return <Night key={`${night.seed}/${night.level}`} session={session} {...night} />
}

function Night({ session, seed, level }: { session: Session; seed: number; level: Level }) {
  const { lab, labs, gameDays } = session
  const all = useMemo(() => [...labs, ...gameDays], [labs, gameDays])
  const current = useStore(lab.store, ({ current }) => current)
  const saved = useStore(lab.store, ({ saved }) => saved)
  const [phase, setPhase] = useState<'asks' | 'checks' | 'failed'>('asks')
  const here = useRef(true)
  const begun = useRef(false)
  const untouched = current === undefined && lab.trail().length === 0 && saved !== 'read-only'
  useEffect(() => {
    here.current = true
    return () => void (here.current = false)
  }, [])

  async function begin() {
    setPhase('checks')
    try {
      await startNight(session, seed, level, () => here.current)
    } catch {
      if (here.current) setPhase('failed')
    }
  }
  useEffect(() => {
    if (!untouched || begun.current) return
    begun.current = true
    void begin()
  })

  const doing = all.find(({ id }) => id === current?.labId)
  if (doing?.incident === level && gameDays.includes(doing) && seedOfLab(current?.seed ?? 0).seed === seed)
    return (
      <LabProvider lab={lab} labs={all}>
        <Workspace lab={lab} />
      </LabProvider>
    )
  return (
    <Page>
      <h1>{says.night(seed, level)}</h1>
      <p className="lead">{says.levels[level].says}</p>
      {phase === 'checks' ? (
        <p role="status" className="mt-4">
          {says.checking}
        </p>
      ) : (
        <>
          {phase === 'failed' && (
            <p role="alert" className="told bad">
              {says.failed}
            </p>
          )}
          {!untouched && <p className="mt-4">{says.replaces(doing?.title ?? words.start.sandbox)}</p>}
          <div className="row mt-3">
            <button type="button" className="btn primary" onClick={begin}>
              {says.begin}
            </button>
          </div>
        </>
      )}
      <p className="mt-4">
        <Link href="/gameday">{says.choose}</Link>
      </p>
    </Page>
  )
}
