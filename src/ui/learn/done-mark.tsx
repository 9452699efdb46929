import { Icon } from '../glyphs/icon.tsx'
import type { Part } from './next-part.ts'
import { words } from './words.ts'

/** That a part of a module is done, in a word. */
export function DoneMark({ kind }: { kind: Part['kind'] }) {
  return (
    <span className="done-mark">
      <Icon name="tick" size={12} /> {words.part.done[kind]}
    </span>
  )
}
