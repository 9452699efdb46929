import type { TwoWorlds } from '../worlds-definition.ts'
import { firstUse } from './first-use.ts'
import { rotateOnItsOwn } from './rotate-on-its-own.ts'
import { rotateOnDemand } from './rotate-on-demand.ts'
import { deleteTheMaterial } from './delete-the-material.ts'
import { askForAWrappingKey } from './ask-for-a-wrapping-key.ts'
import { aYearPasses } from './a-year-passes.ts'
import { stopAndStart } from './stop-and-start.ts'
import { aSecondRegion } from './a-second-region.ts'
import { aRegionFails } from './a-region-fails.ts'

/** THE LIST: one file and one line here make a pair of runs. */
export const worlds: readonly TwoWorlds[] = [
  firstUse,
  rotateOnItsOwn,
  rotateOnDemand,
  deleteTheMaterial,
  askForAWrappingKey,
  aYearPasses,
  stopAndStart,
  aSecondRegion,
  aRegionFails,
]
