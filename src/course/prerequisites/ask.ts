import type { ChoiceItem } from '../item-definition.ts'

/** A question of the prerequisite check. It names the skill of the course that builds on it, and counts for none. */
export const ask = (
  item: Pick<ChoiceItem, 'id' | 'metric' | 'competency' | 'stem' | 'options' | 'rests'>,
): ChoiceItem => ({ ...item, type: 'single', difficulty: 1, lens: 'both', checked: '2026-11-23' })
