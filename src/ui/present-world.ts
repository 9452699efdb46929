import { itemOfLab } from '../course/item-lab.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import type { LabState } from '../lab/lab.ts'
import { levelOfGameDay, seedOfLab } from '../course/gameday/lab-seed.ts'
import { addressOf } from './gameday/night-in.ts'
import { words } from './words.ts'

/** What the learner's world belongs to, and the way back there. */
export function presentWorld(
  current: LabState['current'],
  labs: readonly LabDefinition[],
): { readonly title: string; readonly href: string } {
  if (!current) return { title: words.start.sandbox, href: '/sandbox' }
  const { labId, seed } = current
  const level = levelOfGameDay(labId)
  if (level !== undefined) {
    const night = seedOfLab(seed).seed
    return { title: words.start.night(night, level), href: addressOf(night, level) }
  }
  const item = itemOfLab(labId)
  return item === undefined
    ? { title: labs.find(({ id }) => id === labId)?.title ?? labId, href: `/lab/${labId}` }
    : { title: words.start.question(item), href: `/practice/${item}/try?variant=${seed}` }
}
