import { expect, it } from 'vitest'
import { faults } from '../../course/gameday/faults/index.ts'
import type { Fault } from '../../course/gameday/incident.ts'
import { labSeedOf, seedOfLab } from '../../course/gameday/lab-seed.ts'
import { planOf, rootFault } from '../../course/gameday/plan.ts'
import { nightShift } from '../../course/labs/night-shift.ts'
import { firstImport } from '../../course/labs/first-import.ts'
import { hands } from '../../course/testing/hands.ts'
import { MOST_SEED } from './night-in.ts'
import { startSeed } from './start-seed.ts'

it('leaves the seed of an ordinary lab as it was drawn', async () => {
  expect(await startSeed(firstImport, 2_000_000_001, hands)).toBe(2_000_000_001)
})

it('never starts the night shift with a proposal that the generator refuses', async () => {
  const drawn = MOST_SEED + 11
  expect(await startSeed(nightShift, drawn, hands)).toBe(labSeedOf(12, 0))
  // The same number, when its first proposal cannot be repaired
  const root = rootFault(planOf(labSeedOf(12, 0), 2)) as { cure: Fault['cure'] }
  expect(faults).toContain(root)
  const { cure } = root
  root.cure = () => Promise.reject(new Error('the best line fails'))
  const seed = await startSeed(nightShift, drawn, hands)
  root.cure = cure
  expect(seedOfLab(seed).seed).toBe(12)
  expect(seedOfLab(seed).attempt).toBeGreaterThan(0)
})
