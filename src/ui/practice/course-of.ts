import type { Item } from '../../course/item-definition.ts'
import type { Course } from '../../course/mastery/learner-record.ts'
import type { Session } from '../session.tsx'

/** All that a learner can show something in. A night of a game day counts wherever anything is counted. */
export const courseOf = (
  { labs, gameDays }: Pick<Session, 'labs' | 'gameDays'>,
  items: readonly Item[],
): Course => ({ items, labs: [...labs, ...gameDays] })
