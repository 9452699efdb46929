import type { Completion, Completions } from '../../lab/shell-port.ts'

export interface Typed {
  readonly text: string
  readonly cursor: number
}

/** The line with a candidate in it, ready for the next word. */
export function taken(text: string, { from, to }: Completions, { value }: Completion): Typed {
  // A folder, an option with = and an open brace go on in the same word.
  const next = /[/=:]$/.test(value) || text.slice(to).startsWith(' ') ? '' : ' '
  const before = `${text.slice(0, from)}${value}${next}`
  return { text: before + text.slice(to), cursor: before.length }
}

/** As far as all candidates agree; undefined when that says no more than what is there. */
export function agreed(text: string, { from, to, items }: Completions): Typed | undefined {
  const [first, ...others] = items.map(({ value }) => value)
  if (first === undefined) return undefined
  let length = first.length
  for (const other of others) {
    let same = 0
    while (same < length && other[same] === first[same]) same++
    length = same
  }
  // Not in the middle of a character of two units.
  if (/[\ud800-\udbff]/.test(first[length - 1] ?? '')) length--
  if (length <= to - from) return undefined
  const before = text.slice(0, from) + first.slice(0, length)
  return { text: before + text.slice(to), cursor: before.length }
}
