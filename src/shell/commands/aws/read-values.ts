import type { Bytes } from '../../../bytes/bytes.ts'
import type { Shape } from '../../../kms/shapes.ts'
import { FileError, type Files } from '../../files.ts'
import { wrongParameter, CliError } from './cli-error.ts'
import { JsonError, parseJson } from './python-json.ts'
import { Float, isBytes, isList, OrderedDict, reprText, textOrNot, type Value } from './python-value.ts'
import { floatOf, intOf, parseShorthand, shaped, ShorthandError } from './shorthand.ts'

export interface FileReader {
  readonly files: Files
  readonly env: ReadonlyMap<string, string>
}

/**
 * What stands behind a `file://` or `fileb://`: text or bytes. Everything else stays what it is.
 *
 * @throws CliError when the file cannot be read, or is no text
 */
export async function fromFile(
  flag: string,
  value: string | readonly string[],
  reader: FileReader,
): Promise<string | readonly string[] | Bytes> {
  const only = isList(value) && value.length === 1 ? value[0] : value
  if (typeof only !== 'string') return value
  const [, prefix, rest = ''] = /^(fileb?:\/\/)([\s\S]*)$/.exec(only) ?? []
  if (prefix === undefined) return value
  const path = expanded(rest, reader.env)
  let bytes: Bytes
  try {
    bytes = await reader.files.read(path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw wrongParameter(
      flag,
      `Unable to load paramfile ${only}: [Errno ${ERRNO[error.code]}] ${error.message}: ${reprText(path)}`,
    )
  }
  if (prefix === 'fileb://') return bytes
  const text = textOrNot(bytes)
  if (text === undefined)
    throw wrongParameter(
      flag,
      `Unable to load paramfile (${path}), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.`,
    )
  return text.replace(/\r\n?/g, '\n')
}

const ERRNO = { ENOENT: 2, EISDIR: 21, ENOTDIR: 20, EACCES: 13, EEXIST: 17, EFBIG: 27 } as const

/** `~` and `$NAME`, as Python's expanduser and expandvars know them. */
export const expanded = (path: string, env: ReadonlyMap<string, string>): string =>
  path
    .replace(/^~(?=\/|$)/, () => env.get('HOME') ?? '~')
    .replace(
      /\$(?:(\w+)|\{([^}]*)\})/g,
      (whole, name?: string, braced?: string) => env.get(name ?? braced ?? '') ?? whole,
    )

/** The words after an option as a value of the member's shape. @throws CliError */
export function readValue(flag: string, given: string | readonly string[] | Bytes, shape: Shape): Value {
  if (!looksLikeJson(given) && takesShorthand(shape)) return shorthand(flag, given, shape)
  return unpacked(flag, given, shape)
}

function looksLikeJson(given: string | readonly string[] | Bytes): boolean {
  const first = isList(given) ? given[0] : given
  return typeof first === 'string' && /^\s*[[{]/.test(first)
}

const isComplex = ({ kind }: Shape) => kind === 'structure' || kind === 'list' || kind === 'map'
const takesShorthand = (shape: Shape) => (shape.kind === 'list' ? isComplex(shape.member) : isComplex(shape))

function shorthand(flag: string, given: string | readonly string[] | Bytes, shape: Shape): Value {
  try {
    if (isBytes(given)) throw new ShorthandError('a binary file is no parameter')
    const parsed = isList(given) ? given.map(parseShorthand) : parseShorthand(given as string)
    return shaped(parsed, shape) as Value
  } catch (error) {
    if (error instanceof ShorthandError) throw wrongParameter(flag, error.message)
    throw error
  }
}

function unpacked(flag: string, given: string | readonly string[] | Bytes, shape: Shape): Value {
  switch (shape.kind) {
    case 'structure':
    case 'map': {
      const text = given as string
      if (/^\s*\{/.test(text)) return json(flag, text)
      throw wrongParameter(flag, `Invalid JSON:\n${text}`)
    }
    case 'list': {
      const text = isList(given) ? (given.length === 1 ? (given[0] as string) : undefined) : (given as string)
      if (text !== undefined && /^\s*\[/.test(text)) return json(flag, text)
      // A file's text without brackets is walked letter by letter.
      const items = isList(given) ? given : [...(given as string)]
      try {
        return items.map((item) => unpacked(flag, item as string, shape.member))
      } catch (error) {
        if (error instanceof CliError && error.exitCode === 255)
          throw wrongParameter(flag, items[0] as string)
        throw error
      }
    }
    case 'integer':
      return intOf(given as string)
    case 'double':
      return new Float(typeof given === 'number' ? given : floatOf(given as string))
    case 'boolean':
      return !/^false$/i.test(given as string)
    default:
      return given as Value
  }
}

function json(flag: string, text: string): Value {
  try {
    return parseJson(text, () => new OrderedDict())
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    throw wrongParameter(flag, `Invalid JSON: ${error.message}\nJSON received: ${text}`)
  }
}
