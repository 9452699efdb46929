import { sourceName } from '../../course/words/source-name.ts'
import { sources, type SourceId } from '../../course/words/sources.ts'
import { dayAndYear } from '../when.ts'
import { words } from './words.ts'

/** The page of AWS that a statement rests on, and the day on which it was read. */
export function SourceLine({ source, checked }: { source: SourceId; checked?: string }) {
  return (
    <span className="source">
      {words.source}:{' '}
      <a href={sources[source]} rel="noopener noreferrer" target="_blank" translate="no">
        {sourceName(source)}
      </a>
      {checked !== undefined && `, ${words.checked(dayAndYear(Date.parse(checked)))}`}
    </span>
  )
}
