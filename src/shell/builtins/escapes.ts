import { binaryOfBytes } from '../binary-text.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'

/** Text as the bytes it is on a line: one character, 0 to 255, a byte. */
export const binaryOf = (text: string) => binaryOfBytes(encodeUtf8(text))

const PLAIN: Readonly<Record<string, string>> = {
  '\\': '\\',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/**
 * Takes the backslashes out of binary text as bash does: `format` for the first word of printf, `b` for its %b,
 * `echo` for echo -e.
 *
 * @returns stopped: there was a `\c`, and nothing after it is shown
 */
export function unescaped(text: string, where: 'format' | 'b' | 'echo'): { text: string; stopped: boolean } {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (char !== '\\') {
      out += char
      continue
    }
    const rest = text.slice(at + 1)
    if (where !== 'format' && rest.startsWith('c')) return { text: out, stopped: true }
    const [whole, value] = one(rest, where)
    out += value
    at += whole
  }
  return { text: out, stopped: false }
}

/** @returns how many characters after the backslash belong to it, and what they stand for */
function one(rest: string, where: 'format' | 'b' | 'echo'): [length: number, value: string] {
  const octal = (
    where === 'echo' ? /^0[0-7]{0,3}/ : where === 'b' ? /^(?:0[0-7]{0,3}|[1-7][0-7]{0,2})/ : /^[0-7]{1,3}/
  ).exec(rest)?.[0]
  if (octal !== undefined) return [octal.length, String.fromCharCode(Number.parseInt(octal, 8) & 255)]
  const hex = /^x([0-9a-fA-F]{1,2})/.exec(rest)
  if (hex) return [hex[0].length, String.fromCharCode(Number.parseInt(hex[1] as string, 16))]
  const code = /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(rest)
  if (code) {
    const point = Number.parseInt((code[1] ?? code[2]) as string, 16)
    return [code[0].length, point <= 0x10ffff ? binaryOf(String.fromCodePoint(point)) : '']
  }
  const next = rest[0]
  if (next === undefined) return [0, '\\']
  const plain = PLAIN[next] ?? (where !== 'echo' && /['"?]/.test(next) ? next : undefined)
  return plain === undefined ? [1, `\\${next}`] : [1, plain]
}
