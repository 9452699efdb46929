import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'

/** What a command printed, as far as its bytes tell. */
export type Output =
  | { readonly is: 'nothing' }
  | { readonly is: 'bytes' }
  | { readonly is: 'text'; readonly text: string }
  /** JSON that prints as exactly these bytes, so that a tree shows no less and no more */
  | { readonly is: 'json'; readonly text: string; readonly value: object }

const LARGEST_TREE = 256 * 1_024

const known = new WeakMap<Bytes, Output>()

/** An entry is shown, compared with the next one of its line, and read out: its output is looked at once. */
export function outputOf(bytes: Bytes): Output {
  const output = known.get(bytes) ?? kindOf(bytes)
  known.set(bytes, output)
  return output
}

function kindOf(bytes: Bytes): Output {
  if (bytes.length === 0) return { is: 'nothing' }
  const text = readable(bytes)
  if (text === undefined) return { is: 'bytes' }
  const value = text.length <= LARGEST_TREE ? treeValue(text) : undefined
  return value ? { is: 'json', text, value } : { is: 'text', text }
}

function readable(bytes: Bytes): string | undefined {
  try {
    return bytes.includes(0) ? undefined : decodeUtf8(bytes)
  } catch {
    return undefined
  }
}

/** With the four spaces of the AWS CLI or the two of jq. */
function treeValue(text: string): object | undefined {
  if (!/^[{[]\n/.test(text)) return undefined
  try {
    const value = JSON.parse(text) as object
    return [4, 2].some((indent) => `${JSON.stringify(value, null, indent)}\n` === text) ? value : undefined
  } catch {
    return undefined
  }
}

/** Lines as people count them: a last one without a line end counts. */
export const lineCount = (text: string): number =>
  text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

export interface Part {
  readonly text: string
  /** Characters that are left out */
  readonly left: number
}

/** The beginning of a long text: so many lines, or so many characters where lines are long. */
export function beginning(text: string, lines: number, characters: number): Part {
  let end = 0
  for (let line = 0; line < lines; line++) {
    const next = text.indexOf('\n', end)
    if (next < 0) {
      end = text.length
      break
    }
    end = next + 1
  }
  end = Math.min(end, characters)
  return { text: text.slice(0, end), left: text.length - end }
}
