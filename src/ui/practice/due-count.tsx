import { useEffect, useState } from 'react'
import type { Item } from '../../course/item-definition.ts'
import { loadAllItems } from '../../course/items/load-items.ts'
import type { Session } from '../session.tsx'
import { useStanding } from './use-standing.ts'
import { words } from './words.ts'

/** How many skills are due today; nothing where none is, or where the bank cannot be had just now. */
export function DueCount({ session }: { session: Session }) {
  const [items, setItems] = useState<readonly Item[]>()
  useEffect(() => {
    loadAllItems().then(setItems, () => undefined)
  }, [])
  return items ? <Count session={session} items={items} /> : null
}

function Count({ session, items }: { session: Session; items: readonly Item[] }) {
  const { due } = useStanding(session, items)
  return due.length === 0 ? null : (
    <>
      {' '}
      <span className="due num">{words.dueNow(due.length)}</span>
    </>
  )
}
