import type { ItemTag } from '../../course/item-definition.ts'
import { misconceptions } from '../../course/words/misconceptions.ts'
import { words } from './words.ts'

/** The belief behind a wrong answer, in the learner's words; a slip has none. */
export function Belief({ id }: { id: ItemTag }) {
  return id === 'M-00' ? null : <p className="belief">{words.belief(id, misconceptions[id])}</p>
}
