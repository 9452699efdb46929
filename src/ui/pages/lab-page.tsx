import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { plain } from '../../course/words/plain.ts'
import { startSeed } from '../gameday/start-seed.ts'
import { LabProvider } from '../lab-context.tsx'
import { presentWorld } from '../present-world.ts'
import { useSession, type Session } from '../session.tsx'
import { words } from '../words.ts'
import { forgetFrame } from '../workspace/frame.ts'
import { Workspace } from '../workspace/workspace.tsx'
import { NotFound } from './not-found.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'

const says = words.start

/** One lab in the workspace. It starts at once in an empty account, and asks where there is work already. */
export default function LabPage({ id }: { id: string }) {
  const session = useSession()
  const definition = session?.labs.find((lab) => lab.id === id || lab.code === id)
  useEffect(() => {
    document.title = `${definition?.title ?? words.app.labs} - ${words.app.name}`
  }, [definition])
  if (!session) return <Opening />
  if (!definition) return <NotFound text={words.notFound.lab} />
  return <InSession key={id} session={session} definition={definition} />
}

function InSession({ session, definition }: { session: Session; definition: LabDefinition }) {
  const { lab, labs } = session
  const current = useStore(lab.store, ({ current }) => current)
  const saved = useStore(lab.store, ({ saved }) => saved)
  const [error, setError] = useState<string>()
  const asked = useRef(false)
  const untouched = current === undefined && lab.trail().length === 0 && saved !== 'read-only'

  async function start() {
    try {
      forgetFrame()
      await lab.startLab(definition, await startSeed(definition, drawn(), session.hands))
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught))
    }
  }

  useEffect(() => {
    if (!untouched || asked.current) return
    asked.current = true
    void start()
  })

  if (current?.labId === definition.id) {
    return (
      <LabProvider lab={lab} labs={labs}>
        <Workspace lab={lab} />
      </LabProvider>
    )
  }
  if (untouched && error === undefined) return <Opening />
  const other = presentWorld(current, labs)
  return (
    <Page>
      <p className="text-ink-3">
        {says.lab(definition.module, definition.code)}. {words.modes[definition.mode]},{' '}
        {says.minutes(definition.minutes)}
      </p>
      <h1>{definition.title}</h1>
      {definition.story.map((paragraph) => (
        <p key={paragraph} className="mt-2">
          {plain(paragraph)}
        </p>
      ))}
      <h2>{says.youWill}</h2>
      <ol className="grid gap-1">
        {definition.steps.map(({ id, title }, i) => (
          <li key={id} className="flex gap-3">
            <span className="num text-ink-3">{i + 1}</span> {title}
          </li>
        ))}
      </ol>
      <p className="mt-6 text-ink-2">{says.replaces(other.title)}</p>
      {error && (
        <p role="alert" className="told bad">
          {error}
        </p>
      )}
      <div className="row mt-3">
        <button type="button" className="btn primary" onClick={start}>
          {says.start}
        </button>
        <Link className="btn quiet" href={other.href}>
          {current ? says.back(other.title) : says.backSandbox}
        </Link>
      </div>
    </Page>
  )
}

/** Which variant of the world: drawn once, then part of the journal. */
const drawn = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 1) >>> 1
