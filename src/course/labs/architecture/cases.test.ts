import { describe, expect, it } from 'vitest'
import { openConditions, playHeadless } from '../../headless.ts'
import { architectureProofs } from '../../plays/architecture-proofs.ts'
import { hands } from '../../testing/hands.ts'
import { correctOption } from '../../evidence.ts'
import { SPONSORS } from '../../cast.ts'
import { drawFrom } from '../../items/draw-from.ts'
import { seededEntropy } from '../../../world/entropy.ts'
import { caseStep } from './case-step.ts'
import { cases, casesOfSeed } from './index.ts'
import { oneKeyOfEachColumn } from './scene.ts'

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1)
const built = (seed: number) => {
  const draw = drawFrom(seededEntropy(new Uint8Array(32).fill(seed)))
  return cases.map((definition) => ({
    definition,
    parts: definition.build({ client: SPONSORS[0] as string, draw }),
  }))
}

describe('the bank of architecture cases', () => {
  it('has fourteen, and each right column is asked for', () => {
    expect(cases).toHaveLength(14)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(14)
    expect(new Set(cases.map(({ right }) => right))).toEqual(
      new Set(['generated', 'imported', 'cloudhsm', 'external', 'none']),
    )
  })

  it('gives six different cases to a seed, the same ones each time, and every case to some seed', () => {
    const seen = new Set<string>()
    for (const seed of SEEDS) {
      const ids = casesOfSeed(seed).map(({ definition }) => definition.id)
      expect(new Set(ids).size).toBe(6)
      expect(casesOfSeed(seed).map(({ parts }) => parts.title)).toEqual(
        casesOfSeed(seed).map(({ parts }) => parts.title),
      )
      for (const id of ids) seen.add(id)
    }
    expect(seen.size).toBe(14)
  })

  it('never asks to cut off the external key store twice', () => {
    for (const seed of SEEDS) {
      const ids = casesOfSeed(seed).map(({ definition }) => definition.id)
      expect(ids.includes('outside-the-provider') && ids.includes('data-centre-may-be-down')).toBe(false)
    }
  })

  it('tells no two cards of a seed of the same client', () => {
    for (const seed of SEEDS) {
      const told = casesOfSeed(seed).map(({ parts }) =>
        SPONSORS.filter((name) => parts.asks.some((text) => text.includes(name))),
      )
      expect(told.every(({ length }) => length === 1)).toBe(true)
      expect(new Set(told.flat()).size).toBe(6)
    }
  })

  it.each(built(1).map(({ definition: { id }, parts }) => ({ id, ...parts })))(
    '$id has four demands, one of which decides, and three kinds of evidence with one that holds',
    ({ demands, evidence, asks, hints }) => {
      expect(demands).toHaveLength(4)
      expect(evidence).toHaveLength(3)
      for (const options of [demands, evidence])
        expect(options.filter(({ correct }) => correct)).toHaveLength(1)
      expect(asks.length).toBeGreaterThan(0)
      expect(hints[2]).toMatch(/`aws kms /)
    },
  )

  it('puts the deciding demand and the evidence that holds in no favourite place', () => {
    const places = built(1).flatMap(({ parts: { demands, evidence } }) => [
      `demand ${demands.findIndex(({ correct }) => correct)}`,
      `evidence ${evidence.findIndex(({ correct }) => correct)}`,
    ])
    for (const place of new Set(places))
      expect(places.filter((each) => each === place).length).toBeLessThan(7)
  })
})

describe.each(cases)('the proof of $id', (definition) => {
  it('is what its task asks for, and the scene alone does not give it', async () => {
    const parts = built(3).find((each) => each.definition === definition)?.parts
    if (!parts) throw new Error('not built')
    const step = caseStep(definition, parts)
    const lab = {
      steps: [step],
      async start(stage: Parameters<NonNullable<typeof parts.start>>[0]) {
        await oneKeyOfEachColumn(stage)
        await parts.start?.(stage)
      },
    }
    const player = await playHeadless(lab, 3, hands)
    expect(openConditions(lab, player.view)).toHaveLength(3)
    await architectureProofs[definition.id]?.(player, step.text.join(' '))
    expect(openConditions(lab, player.view).map(({ id }) => id)).toEqual([
      `${definition.id}-decided`,
      `${definition.id}-evidence-named`,
    ])
    for (const each of [...(step.predictions ?? []), ...(step.questions ?? [])])
      player.answer(each.id, correctOption(each))
    expect(openConditions(lab, player.view)).toEqual([])
  })
})
