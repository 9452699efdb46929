import type { TerminalEntry } from '../../lab/terminal.ts'

/** One entry with what stands around it. */
export interface Placed {
  readonly entry: TerminalEntry
  /** The entry above it, to say when role, Region or folder changed */
  readonly above: TerminalEntry | undefined
  /** The last one before it with the same line, to mark what is different now */
  readonly before: TerminalEntry | undefined
}

export interface EntryBlock {
  readonly number: number
  readonly placed: readonly Placed[]
}

const ENTRIES = 10

/** The log in blocks of ten by the numbers of the entries, so that a new line touches the last block and no other. */
export function entryBlocks(entries: readonly TerminalEntry[]): EntryBlock[] {
  const sameLine = new Map<string, TerminalEntry>()
  const blocks = new Map<number, Placed[]>()
  for (const [i, entry] of entries.entries()) {
    const number = Math.floor(entry.number / ENTRIES)
    const placed = { entry, above: entries[i - 1], before: sameLine.get(entry.line) }
    sameLine.set(entry.line, entry)
    const block = blocks.get(number)
    if (block) block.push(placed)
    else blocks.set(number, [placed])
  }
  return Array.from(blocks, ([number, placed]) => ({ number, placed }))
}

export const isSameBlock = ({ placed: one }: EntryBlock, { placed: other }: EntryBlock): boolean =>
  one.length === other.length &&
  one.every(
    ({ entry, above, before }, i) =>
      entry === other[i]?.entry && above === other[i].above && before === other[i].before,
  )
