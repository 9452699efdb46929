import { describe, expect, it } from 'vitest'
import { labs } from '../../course/labs/index.ts'
import { plays } from '../../course/plays/index.ts'
import { rehearseSolution } from '../../course/rehearse.ts'
import { labHands } from '../lab-hands.ts'
import { doors, learnersDoors } from './index.ts'

const SEED = 4
const hands = labHands()

describe.each(learnersDoors)('by %s', (name) => {
  // Every second lab here, so that this stays short; `npm run -s labs -- --door all --seeds 20` plays them all.
  it.each(labs.filter((_, at) => at % 2 === learnersDoors.indexOf(name) % 2))(
    '$code is passed by its own solution',
    async (lab) => {
      const play = plays.find(({ labId }) => labId === lab.id)
      if (!play) throw new Error('no play')
      expect(await rehearseSolution(lab, play, SEED, hands, doors[name])).toEqual({ open: [], fired: [] })
    },
  )
})
