import { useEffect } from 'react'
import { PracticeItem } from '../practice/practice-item.tsx'
import { useItems } from '../practice/use-items.ts'
import { words as practice } from '../practice/words.ts'
import { useSession } from '../session.tsx'
import { words } from '../words.ts'
import { NotFound } from './not-found.tsx'
import { Opening } from './opening.tsx'

/** One question of the board. */
export default function PracticeItemPage({ id }: { id: string }) {
  const session = useSession()
  const items = useItems()
  useEffect(() => {
    document.title = `${id} - ${words.app.name}`
    scrollTo(0, 0)
  }, [id])
  if (!session || !items) return <Opening />
  const item = items.find((each) => each.id === id)
  return item ? (
    <PracticeItem session={session} items={items} item={item} />
  ) : (
    <NotFound text={practice.missing} />
  )
}
