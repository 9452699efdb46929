import type { ModuleDefinition } from '../lesson-definition.ts'
import { bringItBack } from './bring-it-back.ts'
import { fourWaysToStop } from './four-ways-to-stop.ts'
import { goneForGood } from './gone-for-good.ts'
import { whoDidIt } from './who-did-it.ts'

export const lifecycle: ModuleDefinition = {
  module: 4,
  story: [
    'It is 02:40. Records do not open, and Dario is on call.',
    'He has to find out what stopped the key, bring it back, and say in the morning who did what.',
  ],
  objectives: ['O4.1', 'O4.2', 'O4.3'],
  lessons: [fourWaysToStop, bringItBack, goneForGood, whoDidIt],
}
