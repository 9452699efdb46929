import { useMemo } from 'react'
import { useStore } from 'zustand'
import { answeredItems } from '../../lab/rows.ts'
import { Board } from '../practice/board.tsx'
import { dueNow } from '../practice/due-now.ts'
import { latestAnswers } from '../practice/filter.ts'
import { useItems } from '../practice/use-items.ts'
import { useSession, type Session } from '../session.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'

/** The board of questions. */
export default function PracticePage() {
  const session = useSession()
  return session ? <InSession session={session} /> : <Opening />
}

function InSession({ session: { lab, wallNow } }: { session: Session }) {
  const items = useItems()
  const revision = useStore(lab.store, ({ revision }) => revision)
  const { latest, due } = useMemo(() => {
    const answered = answeredItems(asOf(lab.tables, revision))
    return {
      latest: latestAnswers(answered),
      due: dueNow(answered, wallNow()),
    }
  }, [lab, revision, wallNow])
  if (!items) return <Opening />
  return (
    <Page wide>
      <Board items={items} latest={latest} due={due} />
    </Page>
  )
}

/** Naming the revision makes React read the tables again, which are changed in place. */
const asOf = <T,>(tables: T, _revision: number): T => tables
