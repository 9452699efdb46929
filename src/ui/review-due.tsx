import { useEffect, useState, type ComponentType } from 'react'
import { ANSWERED, PASSES } from '../lab/rows.ts'
import { useSession, type Session } from './session.tsx'

/** Beside the link to the review: how many skills are due. Who has shown nothing yet has nothing due, and loads nothing. */
export function ReviewDue() {
  const session = useSession()
  const [Count, setCount] = useState<ComponentType<{ session: Session }>>()
  const tables = session?.lab.tables
  const begun = tables !== undefined && tables.size(ANSWERED) + tables.size(PASSES) > 0
  useEffect(() => {
    if (!begun) return
    import('./practice/due-count.tsx').then(
      ({ DueCount }) => setCount(() => DueCount),
      // The link is there without its number.
      () => undefined,
    )
  }, [begun])
  return session && Count ? <Count session={session} /> : null
}
