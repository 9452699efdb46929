import type { CommandContext, Completion, ShellCommand } from './command.ts'

/** What may stand where the cursor is. */
export interface Completions {
  /** The part of the line that a choice replaces */
  readonly from: number
  readonly to: number
  readonly items: readonly Completion[]
}

interface Known {
  readonly commands: readonly ShellCommand[]
  readonly names: readonly string[]
  readonly variables: readonly string[]
  readonly home: string
  readonly context: Pick<CommandContext, 'files' | 'host' | 'cwd'>
}

const MOST = 200

/** @param cursor between 0 and the line's length */
export async function complete(line: string, cursor: number, known: Known): Promise<Completions> {
  const { words, from, word } = wordsBefore(line.slice(0, cursor))
  const fitting = (items: readonly Completion[]): Completions => ({
    from,
    to: cursor,
    items: items.filter(({ value }) => value.startsWith(word)).slice(0, MOST),
  })

  const variable = /^(.*)\$(\{?)(\w*)$/s.exec(word)
  if (variable) {
    const [, head, brace] = variable
    return fitting(
      known.variables
        .toSorted()
        .map((name) => ({ value: `${head}$${brace}${name}${brace === '{' ? '}' : ''}` })),
    )
  }
  if (words.length === 0)
    return word.includes('/')
      ? fitting(await files(word, known))
      : fitting(
          known.names.map((value) => {
            const hint = known.commands.find(({ name }) => name === value)?.summary
            return hint === undefined ? { value } : { value, hint }
          }),
        )

  const command = known.commands.find(({ name }) => name === words[0])
  const own = (await command?.complete?.([...words.slice(1), word], known.context)) ?? []
  const fits = fitting(own)
  return fits.items.length > 0 ? fits : fitting(await files(word, known))
}

async function files(word: string, { context, home }: Known): Promise<readonly Completion[]> {
  const [, prefix = '', path = ''] = /^((?:[^=]*=)?(?:fileb?:\/\/)?)(.*)$/s.exec(word) ?? []
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const place = folder === '' ? context.cwd : folder.replace(/^~\//, `${home}/`)
  const names = await context.files.list(place).catch(() => [])
  const hidden = path.slice(folder.length).startsWith('.')
  return names
    .filter((name) => hidden || !name.startsWith('.'))
    .map((name) => ({ value: `${prefix}${folder}${name.replaceAll(/[\s'"\\$&|;<>()*?`]/g, '\\$&')}` }))
}

/** The words of the command that is being typed, quotes taken off, and the unfinished last one as it stands. */
function wordsBefore(text: string): { words: string[]; from: number; word: string } {
  let words: string[] = []
  let from = 0
  let plain = ''
  let started = false
  let quote = ''
  const next = (at: number) => {
    if (started) words.push(plain)
    plain = ''
    started = false
    from = at
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (quote !== '') {
      if (char === quote) quote = ''
      else if (char === '\\' && quote === '"') plain += text[++at] ?? ''
      else plain += char
    } else if (char === "'" || char === '"') {
      quote = char
      started = true
    } else if (char === '\\') {
      plain += text[++at] ?? ''
      started = true
    } else if (/[\s]/.test(char)) {
      if (char === '\n' && text[at - 1] !== '\\') words = []
      next(at + 1)
      if (char === '\n') words = []
    } else if (/[|;&(`]/.test(char)) {
      next(at + 1)
      words = []
    } else if (/[<>]/.test(char)) {
      next(at + 1)
      if (words.length === 0) words.push('')
    } else {
      plain += char
      started = true
    }
  }
  // Assignments before a command are not its name.
  while (words.length > 0 && /^\w+=/.test(words[0] as string)) words.shift()
  return { words, from, word: text.slice(from) }
}
