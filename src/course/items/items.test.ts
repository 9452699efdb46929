import { describe, expect, it } from 'vitest'
import { seededEntropy } from '../../world/entropy.ts'
import { playHeadless } from '../headless.ts'
import type { Item, ItemOption, ItemTag, Slots } from '../item-definition.ts'
import type { Metric, Stage } from '../lab-definition.ts'
import { hands } from '../testing/hands.ts'
import { competencies, isCompetency } from '../words/competencies.ts'
import { isMisconception, misconceptions, type MisconceptionId } from '../words/misconceptions.ts'
import { sources } from '../words/sources.ts'
import { drawFrom } from './draw-from.ts'
import { fillSlots } from './fill-slots.ts'
import { items } from './index.ts'

const PER_METRIC = 30
const LETTER: Record<Metric, string> = {
  'rotation-methods': 'R',
  'import-workflow': 'I',
  'availability-risks': 'A',
  'compliance-choice': 'C',
}

const optionsOf = (item: Item): readonly ItemOption[] => ('options' in item ? item.options : [])
const slipsOf = (item: Item): readonly { readonly misconception: ItemTag; readonly because: string }[] =>
  'slips' in item ? item.slips : []
const correctOf = (item: Item) => optionsOf(item).filter(({ correct }) => correct)
const tagsOf = (item: Item) => [
  ...optionsOf(item).flatMap(({ misconception = [] }) => misconception),
  ...slipsOf(item).map(({ misconception }) => misconception),
]
const duplicates = (ids: readonly string[]) => ids.filter((id, i) => ids.indexOf(id) !== i)

function textsOf(item: Item): readonly string[] {
  const texts = [
    item.stem,
    item.explains ?? '',
    ...optionsOf(item).flatMap((each) => [each.text, each.because]),
  ]
  texts.push(...slipsOf(item).map(({ because }) => because))
  if (item.type === 'order') texts.push(...item.steps.flatMap(({ text, because }) => [text, because]))
  if (item.type === 'match') {
    texts.push(...item.left.flatMap(({ text, because }) => [text, because]))
    texts.push(...item.right.map(({ text }) => text))
  }
  return texts
}

function entropyOf(seed: number) {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, seed)
  return seededEntropy(bytes)
}
const slotsOf = (item: Item, seed: number): Slots => item.slots?.(drawFrom(entropyOf(seed))) ?? {}

describe('the bank', () => {
  it('has each item once, under the letter of its metric and of its competency', () => {
    expect(duplicates(items.map(({ id }) => id))).toEqual([])
    for (const { id, metric, competency, also = [] } of items) {
      expect(id).toMatch(new RegExp(`^${LETTER[metric]}Q\\d\\d$`))
      expect(isCompetency(competency) && competencies[competency].metric).toBe(metric)
      expect(also.every(isCompetency) && duplicates([competency, ...also])).toEqual([])
    }
  })

  it('has thirty items in each metric, and two for each competency', () => {
    for (const metric of Object.keys(LETTER))
      expect(items.filter((item) => item.metric === metric)).toHaveLength(PER_METRIC)
    expect(
      Object.keys(competencies).filter((id) => items.filter((item) => item.competency === id).length < 2),
    ).toEqual([])
  })

  it('can show each belief in two items', () => {
    expect(
      Object.keys(misconceptions).filter(
        (id) => items.filter((item) => tagsOf(item).includes(id as MisconceptionId)).length < 2,
      ),
    ).toEqual([])
  })

  it('has a state behind sixty of a hundred items, so that they can be opened', () => {
    expect(items.filter(({ scene }) => scene).length / items.length).toBeGreaterThanOrEqual(0.6)
  })
})

describe.each(items.map((item) => [item.id, item] as const))('%s', (_id, item) => {
  it('rests on facts with pages that are known, on a day', () => {
    expect(item.rests.length).toBeGreaterThan(0)
    for (const [fact, page] of item.rests) {
      expect(fact).toMatch(/^F-\d{3,4}$/)
      expect(sources[page]).toBeDefined()
    }
    expect(Number.isNaN(Date.parse(item.checked))).toBe(false)
  })

  it('has a reason for every option and a belief, or a slip, for every wrong one', () => {
    for (const tag of tagsOf(item)) expect(tag === 'M-00' || isMisconception(tag)).toBe(true)
    for (const option of optionsOf(item)) {
      expect(option.text).toMatch(/\.`?$/)
      expect(option.because).toMatch(/\.$/)
      expect(option.correct === undefined).toBe(option.misconception !== undefined)
    }
    if (!('options' in item)) return
    expect(correctOf(item)).toHaveLength(item.choose ?? 1)
    expect(item.options.length).toBeGreaterThanOrEqual(3)
    expect(duplicates(item.options.map(({ id }) => id))).toEqual([])
    const { id } = item
    if (item.type === 'multi') expect(`${id} ${item.choose}`).toMatch(/[23]$/)
  })

  it('gives the right answer away neither by length nor by a word', () => {
    const options = optionsOf(item)
    if (options.length === 0) return
    expect(options.filter(({ text }) => /\b(all|none) of the above\b/i.test(text))).toEqual([])
    expect(options.filter(({ text }) => /\b(always|never|only)\b/i.test(text))).not.toHaveLength(1)
    for (let seed = 0; seed < 1_000; seed++) {
      const lengths = options.map(({ text }) => fillSlots(text, slotsOf(item, seed)).length)
      expect(Math.max(...lengths) / Math.min(...lengths), lengths.join(' ')).toBeLessThanOrEqual(1.5)
      if (!item.slots) break
    }
  })

  it('speaks in short sentences, without hype and with every slot filled', () => {
    const texts = new Set<string>()
    for (let seed = 0; seed < 1_000; seed++) {
      const slots = slotsOf(item, seed)
      for (const text of textsOf(item)) texts.add(fillSlots(text, slots))
      const filled = optionsOf(item).map(({ text }) => fillSlots(text, slots))
      expect(duplicates(filled)).toEqual([])
      if (!item.slots) break
    }
    for (const text of texts) {
      expect(text).not.toMatch(/[{}!]|\b(simply|just|obviously|easy|easily|of course|CMKs?)\b/i)
      const sentences = text.replace(/`[^`]*`/g, 'CODE').split(/(?<=[.?:;])\s+/)
      expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 30)).toEqual([])
      expect((text.match(/`/g)?.length ?? 0) % 2).toBe(0)
    }
  })

  if (item.type === 'order') {
    it('names its steps once, and its slips turn the right order round', () => {
      const order = item.steps.map(({ id }) => id)
      expect(order.length).toBeGreaterThanOrEqual(3)
      expect(order.length).toBeLessThanOrEqual(6)
      expect(duplicates(order)).toEqual([])
      expect(item.slips.length).toBeGreaterThan(0)
      for (const { first, later } of item.slips) {
        expect(order).toContain(first)
        expect(order.indexOf(first)).toBeGreaterThan(order.indexOf(later))
        expect(order).toContain(later)
      }
    })
  }

  if (item.type === 'match') {
    it('pairs what there is, and its slips are wrong pairs', () => {
      const right = item.right.map(({ id }) => id)
      expect(duplicates([...right])).toEqual([])
      expect(duplicates(item.left.map(({ id }) => id))).toEqual([])
      for (const pair of item.left) expect(right).toContain(pair.right)
      expect(item.slips.length).toBeGreaterThan(0)
      for (const slip of item.slips) {
        const pair = item.left.find(({ id }) => id === slip.left)
        expect(pair).toBeDefined()
        expect(right).toContain(slip.right)
        expect(pair?.right).not.toBe(slip.right)
      }
    })
  }

  if (item.type === 'predict' || item.type === 'log') {
    it('has the answer that the engine gives, on three seeds', async () => {
      const { scene, computes } = item
      if (!scene || !computes) throw new Error('the engine has no scene to judge')
      for (const seed of [1, 2, 3]) {
        const slots = slotsOf(item, seed)
        let stage: Stage | undefined
        const { view } = await playHeadless({ start: (given) => scene((stage = given), slots) }, seed, hands)
        const answer = await computes(stage as Stage, view, slots)
        expect([...answer].sort()).toEqual(
          correctOf(item)
            .map(({ id }) => id)
            .sort(),
        )
      }
    })
  } else if (item.scene) {
    it('has a state that the engine can build', async () => {
      const { scene } = item
      const start = async (stage: Stage) => scene?.(stage, slotsOf(item, 1))
      const { view } = await playHeadless({ start }, 1, hands)
      expect(view.scene().length).toBeGreaterThan(0)
    })
  }
})
