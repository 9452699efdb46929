import { describe, expect, it } from 'vitest'
import type { LabDefinition } from './lab-definition.ts'
import { labOfSeed } from './lab-of-seed.ts'

describe('a lab of a seed', () => {
  it('is the lab itself when only its world differs', () => {
    const lab: Pick<LabDefinition, 'code' | 'forSeed'> = { code: 'L' }
    expect(labOfSeed(lab, 3)).toBe(lab)
  })

  it('has the tasks of its seed, and is the same object until the seed changes', () => {
    const lab = { code: 'L', story: [''], forSeed: (seed: number) => ({ story: [`case ${seed}`] }) }
    const three = labOfSeed(lab, 3)
    expect(three).toMatchObject({ code: 'L', story: ['case 3'] })
    expect(labOfSeed(lab, 3)).toBe(three)
    expect(labOfSeed(lab, 4).story).toEqual(['case 4'])
    expect(labOfSeed(three, 4).story).toEqual(['case 4'])
  })
})
