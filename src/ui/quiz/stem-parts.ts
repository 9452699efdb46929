/** The case and the question at its end, which stands out. Code keeps its dots, and what somebody says stays whole. */
export function stemParts(stem: string): { readonly lead: string; readonly ask: string } {
  const whole = stem
    .replace(/`[^`]*`/g, (code) => '\0'.repeat(code.length))
    .replace(/“[^”]*”/g, (said) => `${'\0'.repeat(said.length - 1)}${/[.?]”$/.test(said) ? '.' : '\0'}`)
  const ends = [...whole.matchAll(/[.?:]\s+(?=\S)/g)]
  // A note may follow the question itself.
  const note = ends.at(-1)?.[0].startsWith('?') === true && !whole.endsWith('?')
  const last = ends.at(note ? -2 : -1)
  if (!last) return { lead: '', ask: stem }
  const at = last.index + last[0].length
  return { lead: stem.slice(0, at).trim(), ask: stem.slice(at) }
}
