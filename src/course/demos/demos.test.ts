import { describe, expect, it } from 'vitest'
import { playHeadless } from '../headless.ts'
import { hands } from '../testing/hands.ts'
import { isMisconception } from '../words/misconceptions.ts'
import { isCompetency } from '../words/competencies.ts'
import { DELIVERED, type Demo, type Done, type Puzzle, type Shown } from './demo-definition.ts'
import { demos } from './index.ts'
import { theCourierPuzzle } from './the-courier-puzzle.ts'

const RIGHT_ORDER = ['create', 'ask', 'decode', 'bytes', 'fingerprint', 'wrap', 'send']
const RIGHT = { form: 'raw', lock: 'kms', load: 'both' }
const puzzle = theCourierPuzzle.puzzle as Puzzle

/** Plays a demonstration to its end, and says what was shown before each act. */
async function played(demo: Demo, seed = 1) {
  const player = await playHeadless(demo, seed, hands)
  const done = new Map<string, readonly Shown[]>()
  if (demo.puzzle) {
    const { shown, arrived } = await demo.puzzle.deliver(RIGHT_ORDER, RIGHT, player)
    expect(arrived).toBe(true)
    done.set(DELIVERED, shown)
  }
  const early: (readonly string[])[] = []
  for (const { id, needs, run } of demo.acts) {
    expect(needs === undefined || done.has(needs), `${id} needs ${needs}`).toBe(true)
    early.push(demo.bets.flatMap((bet) => bet.settled(done as Done, player) ?? []))
    done.set(id, await run(player))
  }
  return { player, done, early }
}

describe('a demonstration', () => {
  it.each(demos)('$code: what the engine does is what the right bets say', async (demo) => {
    const { player, done, early } = await played(demo)
    expect(early[0]).toEqual([])
    for (const bet of demo.bets) {
      const right = bet.options.filter(({ correct }) => correct)
      expect(right).toHaveLength(1)
      expect({ bet: bet.id, came: bet.settled(done, player) }).toEqual({ bet: bet.id, came: right[0]?.id })
    }
  })

  it.each(demos)(
    '$code asks with reasons, and knows its beliefs and competencies',
    ({ bets, competencies, minutes, after }) => {
      expect(bets.length).toBeGreaterThan(0)
      expect(minutes).toBeGreaterThanOrEqual(5)
      expect(minutes).toBeLessThanOrEqual(8)
      expect(competencies.filter((id) => !isCompetency(id))).toEqual([])
      expect(after.length).toBeGreaterThan(0)
      for (const { options } of bets) {
        expect(options.length).toBeGreaterThanOrEqual(3)
        for (const { because, misconception } of options) {
          expect(because).toMatch(/\.$/)
          expect(misconception === undefined || isMisconception(misconception)).toBe(true)
        }
      }
    },
  )
})

describe('D1, the key you cannot hold', () => {
  it('shows the answers of the engine: no such operation, no public half, and no material in any answer', async () => {
    const { done } = await played(demos[0] as Demo)
    expect(done.get('root')?.[0]?.refused?.code).toBe('UnknownOperationException')
    expect(done.get('public')?.[0]?.refused?.code).toBe('UnsupportedOperationException')
    expect(done.get('support')?.[0]?.output?.length).toBeGreaterThanOrEqual(5)
    expect(done.get('support')?.[0]?.output?.filter((line) => line.endsWith('readable bytes'))).toEqual([])
    const [, first, second] = done.get('download') ?? []
    expect(first?.output).not.toEqual(second?.output)
  })
})

describe('D4, four red buttons', () => {
  it('stops all four records, and brings all four back', async () => {
    const { done } = await played(demos[3] as Demo)
    const codes = ['disable', 'delete', 'expire', 'schedule'].map((id) => done.get(id)?.at(-1)?.refused?.code)
    expect(codes).toEqual([
      'DisabledException',
      'KMSInvalidStateException',
      'KMSInvalidStateException',
      'KMSInvalidStateException',
    ])
    for (const id of ['disable', 'delete', 'expire', 'schedule'])
      expect(done.get(`undo-${id}`)?.at(-1)?.refused).toBeUndefined()
  })
})

describe('D2, the courier puzzle', () => {
  const delivered = async (order: readonly string[], chosen: Readonly<Record<string, string>>) =>
    puzzle.deliver(order, chosen, await playHeadless(theCourierPuzzle, 2, hands))
  const code = async (chosen: object) =>
    (await delivered(RIGHT_ORDER, { ...RIGHT, ...chosen })).shown.at(-1)?.refused?.code

  it('has seven cards, and begins in an order and with choices that do not arrive', async () => {
    expect(puzzle.cards.map(({ id }) => id).sort()).toEqual([...RIGHT_ORDER].sort())
    const first = Object.fromEntries(puzzle.choices.map(({ id, options }) => [id, options[0]?.id as string]))
    const { arrived } = await delivered(
      puzzle.cards.map(({ id }) => id),
      first,
    )
    expect(arrived).toBe(false)
    expect(await code(first)).toBeDefined()
  })

  it('names what each wrong choice meets', async () => {
    expect(await code({ form: 'text' })).toBe('IncorrectKeyMaterialException')
    expect(await code({ lock: 'other' })).toBe('InvalidCiphertextException')
    expect(await code({ load: 'box' })).toBe('ValidationException')
    expect(await code({ load: 'plain' })).toBe('InvalidCiphertextException')
  })

  it('stops at the first card that lacks something, and takes any order that lacks nothing', async () => {
    expect((await delivered(['ask', 'create'], RIGHT)).stopped?.card).toBe('ask')
    expect((await delivered(['create', 'ask', 'bytes', 'wrap'], RIGHT)).stopped?.card).toBe('wrap')
    const other = ['bytes', 'fingerprint', 'create', 'ask', 'decode', 'wrap', 'send']
    expect((await delivered(other, RIGHT)).arrived).toBe(true)
  })

  it('gives Eve the closed box, and the bytes only when they are sent as they are', async () => {
    expect((await delivered(RIGHT_ORDER, RIGHT)).eveHas.join()).not.toContain('material')
    expect((await delivered(RIGHT_ORDER, { ...RIGHT, load: 'plain' })).eveHas.join()).toContain('material')
  })
})
