import { useEffect } from 'react'
import { useItems } from '../practice/use-items.ts'
import { Review } from '../practice/review.tsx'
import { words } from '../practice/words.ts'
import { useSession } from '../session.tsx'
import { words as site } from '../words.ts'
import { Opening } from './opening.tsx'

/** What is due today, five minutes long. */
export default function ReviewPage() {
  const session = useSession()
  const items = useItems()
  useEffect(() => {
    document.title = `${words.review.title} - ${site.app.name}`
  }, [])
  return session && items ? <Review session={session} items={items} /> : <Opening />
}
