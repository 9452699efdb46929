import { PrerequisiteCheck } from '../prerequisites/prerequisite-check.tsx'
import { words } from '../prerequisites/words.ts'
import { useSession } from '../session.tsx'
import { Opening } from './opening.tsx'
import { usePageTitle } from './use-page-title.ts'

/** What the course builds on, asked before it. */
export default function PrerequisitesPage() {
  const session = useSession()
  usePageTitle(words.crumb)
  return session ? <PrerequisiteCheck session={session} /> : <Opening />
}
