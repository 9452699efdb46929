/**
 * Python's difflib.get_close_matches with three answers at most: what "maybe you meant" lists.
 *
 * @see https://docs.python.org/3/library/difflib.html#difflib.get_close_matches
 */
export function closeMatches(word: string, choices: readonly string[], cutoff = 0.8): string[] {
  return choices
    .map((choice) => ({ choice, likeness: likeness(choice, word) }))
    .filter(({ likeness: one }) => one >= cutoff)
    .sort((a, b) => b.likeness - a.likeness || (a.choice < b.choice ? 1 : -1))
    .slice(0, 3)
    .map(({ choice }) => choice)
}

/** The ratio of Ratcliff and Obershelp: twice the letters in common, over all letters. */
export function likeness(a: string, b: string): number {
  const all = a.length + b.length
  return all === 0 ? 1 : (2 * common(a, b)) / all
}

function common(a: string, b: string): number {
  const { size, inA, inB } = longest(a, b)
  if (size === 0) return 0
  return size + common(a.slice(0, inA), b.slice(0, inB)) + common(a.slice(inA + size), b.slice(inB + size))
}

/** The longest run of letters in both; of several, the one that begins first in a, then in b. */
function longest(a: string, b: string) {
  let best = { size: 0, inA: 0, inB: 0 }
  let above = Array.from({ length: b.length + 1 }, () => 0)
  for (let i = 0; i < a.length; i++) {
    const row = Array.from({ length: b.length + 1 }, () => 0)
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue
      const size = (above[j] as number) + 1
      row[j + 1] = size
      if (size > best.size) best = { size, inA: i - size + 1, inB: j - size + 1 }
    }
    above = row
  }
  return best
}
