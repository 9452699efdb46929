import { useEffect } from 'react'
import { words } from '../words.ts'

/** The name of the page in the window; a page with another name begins at its top. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - ${words.app.name}`
    scrollTo(0, 0)
  }, [title])
}
