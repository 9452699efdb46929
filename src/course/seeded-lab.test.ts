import { expect, it, vi } from 'vitest'
import { gameDays } from './gameday/game-days.ts'
import { labOfSeed } from './lab-of-seed.ts'
import { seededLab } from './seeded-lab.ts'

const [night] = gameDays

it('the cases of a lab are drawn when somebody first looks at them, and once', () => {
  if (!night) throw new TypeError('there is no game day')
  const draw = vi.fn((seed: number) => ({ story: [`night ${seed}`] }))
  const { story: _, forSeed: _1, ...named } = night
  const lab = seededLab(named, ['story'], draw, 7)
  expect(lab.title).toBe(night.title)
  expect(draw).not.toHaveBeenCalled()
  expect(lab.story).toEqual(['night 7'])
  expect(lab.story).toBe(lab.story)
  expect(draw).toHaveBeenCalledTimes(1)
  expect(labOfSeed(lab, 8).story).toEqual(['night 8'])
})
