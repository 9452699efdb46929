import { enoughPerBelief, enoughPerCompetency, enoughPerMetric, rightPlace } from './bank.ts'
import { engineAgrees, enoughOpen, scenesOpen } from './engine.ts'
import type { ItemRule } from './item-rule.ts'
import { keyStaysUnique, oneKey } from './keys.ts'
import { datedSources, everyReason, knownTags } from './reasons.ts'
import { likeLengths, noClue, noHype } from './wording.ts'

/** What the bank of questions is held to, by its tests and by `npm run -s items`. */
export const itemRules: readonly ItemRule[] = [
  rightPlace,
  oneKey,
  keyStaysUnique,
  everyReason,
  knownTags,
  datedSources,
  likeLengths,
  noClue,
  noHype,
  engineAgrees,
  scenesOpen,
  enoughOpen,
  enoughPerMetric,
  enoughPerCompetency,
  enoughPerBelief,
]
