import { Statement } from '../progress/statement.tsx'
import { useStanding } from '../progress/use-standing.ts'
import { useSession, type Session } from '../session.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'

/** What was shown, to print. */
export default function StatementPage() {
  const session = useSession()
  return session ? <InSession session={session} /> : <Opening />
}

function InSession({ session }: { session: Session }) {
  const standing = useStanding(session)
  if (!standing) return <Opening />
  return (
    <Page>
      <Statement standing={standing} />
    </Page>
  )
}
