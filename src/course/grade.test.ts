import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grade } from './grade.ts'
import type { Item, ItemType, Response } from './item-definition.ts'
import { aq04 } from './items/availability/aq04.ts'
import { items } from './items/index.ts'
import { rq12 } from './items/rotation/rq12.ts'
import { rq14 } from './items/rotation/rq14.ts'

const TYPES: readonly ItemType[] = ['single', 'multi', 'order', 'match', 'hotspot', 'predict', 'log', 'arch']
const mark = (...ids: string[]): Response => ({ kind: 'marked', ids })
const order = (...ids: string[]): Response => ({ kind: 'order', ids })
const pair = (pairs: Record<string, string>): Response => ({ kind: 'pairs', pairs })

function rightAnswer(item: Item): Response {
  if (item.type === 'order') return order(...item.steps.map(({ id }) => id))
  if (item.type === 'match') return pair(Object.fromEntries(item.left.map(({ id, right }) => [id, right])))
  return mark(...item.options.filter(({ correct }) => correct).map(({ id }) => id))
}

describe.each(TYPES)('a question of type %s', (type) => {
  const ofType = items.filter((item) => item.type === type)

  it('is in the bank, and its own answer is right, whole and shows no belief', () => {
    expect(ofType.length).toBeGreaterThan(0)
    for (const item of ofType)
      expect(grade(item, rightAnswer(item)), item.id).toEqual({ right: true, share: 1, tags: [] })
  })

  it('is not right when the answer is empty, of another kind or has something more', () => {
    for (const item of ofType) {
      for (const answer of [mark(), order(), pair({})])
        expect(grade(item, answer), item.id).toEqual({ right: false, share: 0, tags: [] })
      if (item.type === 'match') continue
      const { kind, ids } = rightAnswer(item) as Extract<Response, { ids: unknown }>
      expect(grade(item, { kind, ids: [...ids, 'nothing known'] }).right).toBe(false)
    }
  })

  it('says for every wrong option, pair or order which belief it shows', () => {
    for (const item of ofType) {
      if ('options' in item)
        for (const { id, misconception } of item.options)
          if (misconception)
            expect(grade(item, mark(id))).toEqual({ right: false, share: 0, tags: [misconception] })
      if (item.type === 'match')
        for (const { left, right, misconception } of item.slips) {
          const { pairs } = rightAnswer(item) as Extract<Response, { pairs: unknown }>
          const graded = grade(item, pair({ ...pairs, [left]: right }))
          expect(graded).toEqual({
            right: false,
            share: (item.left.length - 1) / item.left.length,
            tags: [misconception],
          })
        }
      if (item.type === 'order')
        for (const { first, later, misconception } of item.slips) {
          const { ids } = rightAnswer(item) as Extract<Response, { ids: unknown }>
          const turned = ids.map((id) => (id === first ? later : id === later ? first : id))
          const graded = grade(item, order(...turned))
          expect(graded.right).toBe(false)
          expect(graded.tags).toContain(misconception)
        }
    }
  })
})

describe('partial credit', () => {
  it('of several marks counts the right ones, and takes one away for each mark too many', () => {
    expect(grade(rq14, mark('encrypt', 'decrypt'))).toEqual({ right: false, share: 0.5, tags: ['M-04'] })
    expect(grade(rq14, mark('encrypt', 'data-key', 'delete')).share).toBe(0.5)
    expect(grade(rq14, mark('encrypt', 'data-key', 'delete', 'decrypt', 're-encrypt'))).toEqual({
      right: false,
      share: 0,
      tags: ['M-04', 'M-00'],
    })
    expect(grade(rq14, mark('encrypt', 'encrypt')).share).toBe(0.5)
  })

  it('of an order counts the neighbours that are right', () => {
    const turned = order('create', 'import', 'test', 'alias', 'retire', 'reencrypt')
    expect(grade(rq12, turned)).toEqual({ right: false, share: 3 / 5, tags: ['M-06'] })
    expect(grade(rq12, order('import', 'test', 'alias', 'reencrypt', 'retire', 'create'))).toEqual({
      right: false,
      share: 4 / 5,
      tags: ['M-00'],
    })
  })

  it('of a match counts pairs', () => {
    expect(grade(aq04, pair({ disable: 'disabled', expiry: 'disabled' }))).toEqual({
      right: false,
      share: 1 / 4,
      tags: ['M-11'],
    })
  })

  it('is between nothing and the whole for any answer, and the whole only when right', () => {
    const ids = (item: Item) =>
      item.type === 'order'
        ? item.steps.map(({ id }) => id)
        : 'options' in item
          ? item.options.map(({ id }) => id)
          : []
    const any = fc
      .constantFrom(...items)
      .chain(
        (item): fc.Arbitrary<{ item: Item; response: Response }> =>
          item.type === 'match'
            ? fc
                .dictionary(
                  fc.constantFrom(...item.left.map(({ id }) => id)),
                  fc.constantFrom(...item.right.map(({ id }) => id), '__proto__'),
                )
                .map((pairs) => ({ item, response: pair(pairs) }))
            : fc
                .array(fc.constantFrom(...ids(item), 'unknown', '__proto__'), { maxLength: 9 })
                .map((some) => ({ item, response: item.type === 'order' ? order(...some) : mark(...some) })),
      )
    fc.assert(
      fc.property(any, ({ item, response }) => {
        const { right, share } = grade(item, response)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        if (right) expect(share).toBe(1)
      }),
      { numRuns: 500 },
    )
  })
})
