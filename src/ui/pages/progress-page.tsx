import { useSession, type Session } from '../session.tsx'
import { Progress } from '../progress/progress.tsx'
import { useStanding } from '../progress/use-standing.ts'
import { SiteFooter, SiteHeader } from '../site-header.tsx'
import '../door/door.css'
import { Opening } from './opening.tsx'

/** What the learner can show. */
export default function ProgressPage() {
  const session = useSession()
  return session ? <InSession session={session} /> : <Opening />
}

function InSession({ session }: { session: Session }) {
  const standing = useStanding(session)
  if (!standing) return <Opening />
  return (
    <div className="door">
      <SiteHeader />
      <main id="content" className="progress" tabIndex={-1}>
        <Progress session={session} standing={standing} />
      </main>
      <SiteFooter />
    </div>
  )
}
