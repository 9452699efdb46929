import { describe, expect, it } from 'vitest'
import type { TerminalEntry } from '../../lab/terminal.ts'
import { entryBlocks, isSameBlock, type EntryBlock } from './entry-blocks.ts'

const entryOf = (number: number, line = `echo ${number}`) => ({ number, line }) as TerminalEntry
const log = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => entryOf(from + i, i % 2 === 0 ? 'date' : `echo ${i}`))
const numbers = (blocks: readonly EntryBlock[]) =>
  blocks.map(({ placed }) => placed.map(({ entry }) => entry.number))

describe('the log in blocks', () => {
  it('holds every entry once and in order, ten to a block', () => {
    const blocks = entryBlocks(log(8, 31))
    expect(numbers(blocks)).toEqual([
      [8, 9],
      [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
      [20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
      [30, 31],
    ])
  })

  it('names the entry above and the last one with the same line, also in another block', () => {
    const entries = log(8, 31)
    const placed = entryBlocks(entries).flatMap((block) => block.placed)
    expect(placed[0]).toEqual({ entry: entries[0], above: undefined, before: undefined })
    expect(placed[2]?.above).toBe(entries[1])
    expect(placed[2]?.before).toBe(entries[0])
    expect(placed[3]?.before).toBeUndefined()
  })

  it('changes the last block alone when a line comes, and the first when the oldest goes', () => {
    const entries = log(0, 24)
    const more = [...entries, entryOf(25, 'date')]
    const [first, second, third] = [entries, more, more.slice(1)].map((each) => entryBlocks(each)) as [
      EntryBlock[],
      EntryBlock[],
      EntryBlock[],
    ]
    const same = (one: EntryBlock[], other: EntryBlock[]) =>
      one.map((block, i) => isSameBlock(block, other[i] as EntryBlock))
    expect(same(first, second)).toEqual([true, true, false])
    expect(same(second, third)).toEqual([false, true, true])
    expect(numbers(third)[0]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})
