import { useState } from 'react'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import { LabProvider } from '../lab-context.tsx'
import { presentWorld } from '../present-world.ts'
import { useSession, type Session } from '../session.tsx'
import { words } from '../words.ts'
import { forgetFrame } from '../workspace/frame.ts'
import { Workspace } from '../workspace/workspace.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'

const says = words.start

/** The workspace without tasks. */
export default function SandboxPage() {
  const session = useSession()
  return session ? <InSession session={session} /> : <Opening />
}

function InSession({ session: { lab, labs } }: { session: Session }) {
  const current = useStore(lab.store, ({ current }) => current)
  const [error, setError] = useState<string>()
  if (!current) {
    return (
      <LabProvider lab={lab} labs={labs}>
        <Workspace lab={lab} />
      </LabProvider>
    )
  }
  const { title, href } = presentWorld(current, labs)

  async function leave() {
    try {
      await lab.reset()
      forgetFrame()
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught))
    }
  }

  return (
    <Page>
      <h1>{says.sandboxTitle}</h1>
      <p>{says.sandboxText}</p>
      <p className="mt-4 text-ink-2">{says.sandboxLeave(title)}</p>
      {error && (
        <p role="alert" className="told bad">
          {error}
        </p>
      )}
      <div className="row mt-3">
        <button type="button" className="btn primary" onClick={leave}>
          {says.sandboxOpen}
        </button>
        <Link className="btn quiet" href={href}>
          {says.back(title)}
        </Link>
      </div>
    </Page>
  )
}
