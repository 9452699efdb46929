import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Item } from '../../course/item-definition.ts'
import { answeredItems, examAttempts } from '../../lab/rows.ts'
import { asOf } from '../lab-context.tsx'
import { Board } from '../practice/board.tsx'
import { latestAnswers } from '../practice/filter.ts'
import { useItems } from '../practice/use-items.ts'
import { useStanding } from '../practice/use-standing.ts'
import { useSession, type Session } from '../session.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'

/** The board of questions. */
export default function PracticePage() {
  const session = useSession()
  const items = useItems()
  return session && items ? <InSession session={session} items={items} /> : <Opening />
}

function InSession({ session, items }: { session: Session; items: readonly Item[] }) {
  const { lab } = session
  const { due } = useStanding(session, items)
  const revision = useStore(lab.store, ({ revision }) => revision)
  const { latest, running } = useMemo(() => {
    const { tables } = asOf(lab, revision)
    return {
      latest: latestAnswers(answeredItems(tables)),
      running: examAttempts(tables).findLast(({ finishedAt }) => finishedAt === undefined)?.attempt,
    }
  }, [lab, revision])
  const dueSet = useMemo(() => new Set(due), [due])
  return (
    <Page wide>
      <Board items={items} latest={latest} due={dueSet} running={running} />
    </Page>
  )
}
