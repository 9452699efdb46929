/** A piece of output with the look that SGR gave it. */
export interface AnsiRun {
  readonly text: string
  /** Names of classes, or empty */
  readonly look: string
}

const ESC = '\u001b'
const CSI = '\u009b'
const OSC = '\u009d'
/** ESC ] … and ESC P X ^ _ …: strings that end with BEL or ST. */
const STRING_OPENERS = new Set([']', 'P', 'X', '^', '_'])
const C1_STRINGS = new Set([OSC, '\u0090', '\u0098', '\u009e', '\u009f'])
/** A longer one was never meant to be one, and its text must not disappear. */
const LONGEST_STRING = 4_096
const LONGEST_CSI = 64
const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const

interface Look {
  readonly colour?: (typeof COLOURS)[number]
  readonly bold?: true
  readonly dim?: true
  readonly underline?: true
}

/**
 * Output of unknown origin as text with classes (T03). Of all escape sequences only SGR is followed, and of it only
 * what changes the look of letters: cursor control, titles, links and the clipboard are dropped. Other control
 * characters stay in the text, for `visibleText` to show. One pass, however hostile the text.
 */
export function ansiRuns(text: string): AnsiRun[] {
  const runs: AnsiRun[] = []
  const ends = stringEnds(text)
  let look: Look = {}
  let from = 0
  let at = 0
  const flush = (to: number) => {
    if (to > from) runs.push({ text: text.slice(from, to), look: classes(look) })
  }
  while (at < text.length) {
    const char = text[at] as string
    if (char !== ESC && !(char >= '\u0080' && char <= '\u009f')) {
      at++
      continue
    }
    const sequence = sequenceAt(text, at, ends)
    if (!sequence) {
      at++
      continue
    }
    flush(at)
    if (sequence.sgr !== undefined) look = afterSgr(look, sequence.sgr)
    at = sequence.end
    from = at
  }
  flush(text.length)
  return runs
}

interface Sequence {
  readonly end: number
  /** Parameters of a Select Graphic Rendition */
  readonly sgr?: string
}

function sequenceAt(text: string, at: number, ends: (from: number) => number): Sequence | undefined {
  const char = text[at]
  const next = text[at + 1]
  if (char === CSI || (char === ESC && next === '['))
    return controlSequence(text, char === CSI ? at + 1 : at + 2)
  if (C1_STRINGS.has(char as string)) return stringSequence(at + 1, ends)
  if (char !== ESC || next === undefined) return undefined
  if (STRING_OPENERS.has(next)) return stringSequence(at + 2, ends)
  // ESC, intermediates, one final character: character sets, cursor saving, resets.
  let end = at + 1
  while (end < at + 4 && inRange(text[end], ' ', '/')) end++
  return inRange(text[end], '0', '~') ? { end: end + 1 } : undefined
}

function controlSequence(text: string, from: number): Sequence | undefined {
  let end = from
  while (end - from < LONGEST_CSI && inRange(text[end], ' ', '?')) end++
  const final = text[end]
  if (!inRange(final, '@', '~')) return undefined
  const parameters = text.slice(from, end)
  return { end: end + 1, ...(final === 'm' && /^[\d;]*$/.test(parameters) ? { sgr: parameters } : {}) }
}

function stringSequence(from: number, ends: (from: number) => number): Sequence | undefined {
  const end = ends(from)
  return end - from > LONGEST_STRING ? undefined : { end }
}

/** The place after the next BEL or ST; asked with growing places it looks at each character once. */
function stringEnds(text: string): (from: number) => number {
  let known = -1
  return (from) => {
    if (known >= from) return known
    let at = from
    while (at < text.length) {
      const char = text[at]
      if (char === '\u0007' || char === '\u009c') return (known = at + 1)
      if (char === ESC && text[at + 1] === '\\') return (known = at + 2)
      at++
    }
    return (known = Number.POSITIVE_INFINITY)
  }
}

const inRange = (char: string | undefined, low: string, high: string) =>
  char !== undefined && char >= low && char <= high

function afterSgr(look: Look, parameters: string): Look {
  const codes = parameters.split(';').map(Number)
  let now = look
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number
    // 256 and true colours name no colour of ours: their parameters are read over.
    if (code === 38 || code === 48) i += codes[i + 1] === 5 ? 2 : codes[i + 1] === 2 ? 4 : 0
    else now = afterCode(now, code)
  }
  return now
}

function afterCode(look: Look, code: number): Look {
  const { colour: _, ...plain } = look
  if (code === 0) return {}
  if (code === 1) return { ...look, bold: true }
  if (code === 2) return { ...look, dim: true }
  if (code === 4) return { ...look, underline: true }
  if (code === 22) return { ...plainOf(look, 'bold', 'dim') }
  if (code === 24) return { ...plainOf(look, 'underline') }
  if (code === 39) return plain
  const colour = COLOURS[code >= 90 ? code - 90 : code - 30]
  return colour && ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) ? { ...look, colour } : look
}

const plainOf = (look: Look, ...names: readonly (keyof Look)[]): Look =>
  Object.fromEntries(Object.entries(look).filter(([name]) => !names.includes(name as keyof Look)))

const classes = ({ colour, bold, dim, underline }: Look): string =>
  [colour && `a-${colour}`, bold && 'a-bold', dim && 'a-dim', underline && 'a-underline']
    .filter(Boolean)
    .join(' ')
