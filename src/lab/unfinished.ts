/** What bash says when a quote, a loop or a group is still open at the end. */
const OPEN_AT_END =
  /^bash: (?:syntax error: unexpected end of file|unexpected EOF while looking for matching .{1,4})\n$/

/** Whether a refused line only wants more lines, as bash shows by `>`. */
export const wantsMore = (refusal: string): boolean => OPEN_AT_END.test(refusal)

/** A here-document whose last line has not come yet: bash waits for it where somebody types. */
export function hereDocumentOpen(text: string): boolean {
  const waiting: { word: string; tabs: boolean }[] = []
  for (const line of text.split('\n')) {
    const [first] = waiting
    if (first) {
      if ((first.tabs ? line.replace(/^\t+/, '') : line) === first.word) waiting.shift()
      continue
    }
    // Quoted text and arithmetic hold no redirection, except that the word itself may be quoted.
    const bare = line
      .replace(/\(\([^()]*\)\)/g, '')
      .replace(/(<<-?[ \t]*)(['"])([^'"]{1,80})\2/g, '$1$3')
      .replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, '')
    for (const [, dash, word = ''] of bare.matchAll(/(?<!<)<<(-?)(?!<)[ \t]*\\?([\w.!%+:@-]{1,80})/g))
      waiting.push({ word, tabs: dash === '-' })
  }
  return waiting.length > 0
}
