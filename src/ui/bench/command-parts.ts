export interface CommandPart {
  readonly text: string
  readonly changed: boolean
}

/** The words of a command with the blanks after them, each marked when the last command did not have it at its option. */
export function commandParts(command: string, before?: string): CommandPart[] {
  const words = tokens(command)
  if (before === undefined) return [{ text: command, changed: false }]
  const old = optionsOf(tokens(before))
  let option = ''
  let place = 0
  const parts: CommandPart[] = []
  for (const text of words) {
    const word = text.trim()
    if (word.startsWith('--')) {
      option = word
      place = 0
    } else if (word !== '\\' && word !== '') place++
    const changed = word !== '\\' && word !== '' && !old.has(`${option} ${place} ${word}`)
    const last = parts.at(-1)
    if (last && last.changed === changed) parts[parts.length - 1] = { text: last.text + text, changed }
    else parts.push({ text, changed })
  }
  return parts
}

/** Words in quotes stay whole. */
const tokens = (command: string): string[] =>
  command.match(/(?:'[^']*'|"(?:\\.|[^"])*"|\\\n|[^\s'"])+\s*|['"]\s*|\s+/g) ?? []

function optionsOf(words: readonly string[]): Set<string> {
  const seen = new Set<string>()
  let option = ''
  let place = 0
  for (const text of words) {
    const word = text.trim()
    if (word.startsWith('--')) {
      option = word
      place = 0
    } else if (word !== '\\' && word !== '') place++
    seen.add(`${option} ${place} ${word}`)
  }
  return seen
}
