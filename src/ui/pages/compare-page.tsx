import { useEffect } from 'react'
import { Compare } from '../compare/compare.tsx'
import { words } from '../compare/words.ts'
import { words as site } from '../words.ts'

/** @param row as it stands in the address; `worlds` and `script` in its place for the two worlds */
export default function ComparePage({
  row,
  worlds = false,
  script,
}: {
  row?: string
  worlds?: boolean
  script?: string
}) {
  useEffect(() => {
    document.title = `${worlds ? words.two.title : words.page} - ${site.app.name}`
  }, [worlds])
  return <Compare worlds={worlds} {...(row ? { row } : {})} {...(script ? { script } : {})} />
}
