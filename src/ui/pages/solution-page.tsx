import { Link } from 'wouter'
import { useStore } from 'zustand'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { passedLabs, PROGRESS, type ProgressRow } from '../../lab/rows.ts'
import { useSession, type Session } from '../session.tsx'
import { Solution } from '../solution/solution.tsx'
import { words } from '../solution/words.ts'
import { words as frame } from '../words.ts'
import { NotFound } from './not-found.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'
import { usePageTitle } from './use-page-title.ts'

/** The solution of a lab, for who passed it or has taken the help that tells all. */
export default function SolutionPage({ id }: { id: string }) {
  const session = useSession()
  const definition = session?.labs.find((lab) => lab.id === id || lab.code === id)
  usePageTitle(definition ? words.title(definition.code) : frame.app.labs)
  if (!session) return <Opening />
  if (!definition) return <NotFound text={frame.notFound.lab} />
  return <OfLab key={definition.id} session={session} definition={definition} />
}

function OfLab({ session, definition }: { session: Session; definition: LabDefinition }) {
  const { lab } = session
  useStore(lab.store, ({ revision }) => revision)
  const progress = lab.tables.get<ProgressRow>(PROGRESS, definition.id)
  const passed = passedLabs(lab.tables).some(({ labId }) => labId === definition.id)
  const open = passed || Object.values(progress?.hints ?? {}).includes(3)
  return (
    <Page wide>
      <p className="text-ink-3">{frame.start.lab(definition.module, definition.code)}</p>
      <h1>{words.title(`${definition.code}, ${definition.title}`)}</h1>
      {open ? (
        <p>{words.lead}</p>
      ) : (
        words.closed.map((text) => (
          <p key={text} className="mt-2">
            {text}
          </p>
        ))
      )}
      <p className="mt-2">
        <Link href={`/lab/${definition.id}`}>{words.toLab}</Link>
      </p>
      {open && <Solution session={session} definition={definition} seed={(progress?.seed ?? 0) + 1} />}
    </Page>
  )
}
