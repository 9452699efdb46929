/** Where someone is among the lines of before: at the end stands what they were typing. */
export interface Walk {
  readonly at: number
  readonly typed: string
}

/** @returns where the step leads and what the field holds then; undefined at either end */
export function stepTo(
  lines: readonly string[],
  walk: Walk | undefined,
  now: string,
  step: -1 | 1,
): { readonly walk: Walk; readonly text: string } | undefined {
  const { at, typed } = walk ?? { at: lines.length, typed: now }
  const to = at + step
  if (to < 0 || to > lines.length) return undefined
  return { walk: { at: to, typed }, text: to === lines.length ? typed : (lines[to] as string) }
}

/** Lines that hold all the words, the newest first, each once. */
export function searchLines(lines: readonly string[], query: string, most = 50): string[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = new Set<string>()
  for (let i = lines.length - 1; i >= 0 && found.size < most; i--) {
    const line = lines[i] as string
    const lower = line.toLowerCase()
    if (words.every((word) => lower.includes(word))) found.add(line)
  }
  return [...found]
}

/** Whether Up or Down would leave the field's text: only then the keys belong to the history. */
export const atFirstLine = (text: string, cursor: number) =>
  text.lastIndexOf('\n', cursor - 1) < 0 || cursor === 0
export const atLastLine = (text: string, cursor: number) => !text.includes('\n', cursor)

/** A backslash at the very end asks for another line, unless it is itself escaped. */
export const goesOn = (text: string) => (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1
