import { decodeUtf8 } from '../../../bytes/utf8.ts'
import type { Bytes } from '../../../bytes/bytes.ts'

/**
 * Values as the CLI holds them. It is a Python program, and what it prints shows that: a dict keeps the order of its
 * names, 1.0 is not 1, and its messages show values by Python's repr.
 */
export type Value = null | boolean | number | Float | string | Bytes | readonly Value[] | Dict
export type Dict = Map<string, Value>

/** A number that Python holds as a float: prints 1.0 where an int prints 1. A boxed number, so that queries can count. */
export class Float extends Number {}

/** A dict that was read from JSON on the line: Python's OrderedDict, whose repr differs. */
export class OrderedDict extends Map<string, Value> {}

export const isDict = (value: unknown): value is Dict => value instanceof Map
export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value)
export const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array

export const floatText = (value: number): string => {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e')
    return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`
  }
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** Python's str(). */
export function textOf(value: Value): string {
  return typeof value === 'string' ? value : repr(value)
}

/** Python's repr(). */
export function repr(value: Value): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return String(value)
  if (value instanceof Float) return floatText(value.valueOf())
  if (typeof value === 'string') return reprText(value)
  if (isBytes(value)) return reprBytes(value)
  if (isList(value)) return `[${value.map(repr).join(', ')}]`
  const pairs = [...(value as Dict)]
  if (value instanceof OrderedDict)
    return pairs.length === 0
      ? 'OrderedDict()'
      : `OrderedDict([${pairs.map(([name, one]) => `(${reprText(name)}, ${repr(one)})`).join(', ')}])`
  return `{${pairs.map(([name, one]) => `${reprText(name)}: ${repr(one)}`).join(', ')}}`
}

export function reprText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let out = quote
  for (const letter of text) out += reprLetter(letter, quote)
  return out + quote
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
/** What Python's isprintable() refuses, besides the space. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u

function reprLetter(letter: string, quote: string): string {
  if (letter === quote) return `\\${letter}`
  const named = NAMED[letter]
  if (named !== undefined) return named
  if (letter === ' ' || !UNPRINTABLE.test(letter)) return letter
  const code = letter.codePointAt(0) as number
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`
  return code < 0x1_0000
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`
}

function reprBytes(bytes: Bytes): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte))
  const quote = letters.includes("'") && !letters.includes('"') ? '"' : "'"
  const shown = letters.map((letter) =>
    letter > '~' ? `\\x${letter.charCodeAt(0).toString(16)}` : reprLetter(letter, quote),
  )
  return `b${quote}${shown.join('')}${quote}`
}

/** Python's str(type(value)). */
export function typeText(value: Value): string {
  if (value === null) return "<class 'NoneType'>"
  if (value instanceof Float) return "<class 'float'>"
  if (value instanceof OrderedDict) return "<class 'collections.OrderedDict'>"
  if (isBytes(value)) return "<class 'bytes'>"
  if (isList(value)) return "<class 'list'>"
  if (isDict(value)) return "<class 'dict'>"
  if (typeof value === 'boolean') return "<class 'bool'>"
  return typeof value === 'number' ? "<class 'int'>" : "<class 'str'>"
}

/** Bytes as a UTF-8 text, or undefined where they are none. */
export function textOrNot(bytes: Bytes): string | undefined {
  try {
    return decodeUtf8(bytes)
  } catch {
    return undefined
  }
}

/** Python's len() of a text counts code points. */
export const lengthOf = (text: string): number => [...text].length
