import type { ModuleDefinition } from '../lesson-definition.ts'
import { killSwitch } from './kill-switch.ts'
import { severalMaterials } from './several-materials.ts'
import { threeWaysToRotate } from './three-ways-to-rotate.ts'
import { twoRegions } from './two-regions.ts'
import { whichOriginWhen } from './which-origin-when.ts'

export const comparison: ModuleDefinition = {
  module: 3,
  story: [
    'Three sponsors have three sets of demands. The board of Fernhill wants one table and one page of reasons.',
    'Chiyo, who audits, will ask for proof of every line.',
  ],
  objectives: ['O3.1', 'O3.2', 'RW1', 'RW2', 'RW3'],
  lessons: [threeWaysToRotate, severalMaterials, killSwitch, whichOriginWhen, twoRegions],
}
