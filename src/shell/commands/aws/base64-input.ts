import type { Bytes } from '../../../bytes/bytes.ts'
import type { Shape } from '../../../kms/shapes.ts'
import { failure } from './cli-error.ts'
import { isDict, isList, type Value } from './python-value.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const SEXTET = new Map([...ALPHABET].map((letter, value) => [letter, value]))

/**
 * Texts given for blobs are base64, CLI version 2's default (`cli_binary_format`); bytes of a `fileb://` file stay.
 *
 * @throws CliError 'Invalid base64: "…"'
 */
export function decodeBlobs(value: Value, shape: Shape): Value {
  switch (shape.kind) {
    case 'blob':
      return typeof value === 'string' ? lenientBase64(value) : value
    case 'structure':
      if (isDict(value))
        for (const [name, one] of value) {
          const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined
          if (member) value.set(name, decodeBlobs(one, member.shape))
        }
      return value
    case 'list':
      return isList(value) ? value.map((one) => decodeBlobs(one, shape.member)) : value
    case 'map':
      if (isDict(value)) for (const [name, one] of value) value.set(name, decodeBlobs(one, shape.value))
      return value
    default:
      return value
  }
}

/** Python's b64decode: foreign letters are passed over, and only the padding is asked for. */
function lenientBase64(text: string): Bytes {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  if (!/^[\u0000-\u007f]*$/.test(text)) throw failure('string argument should contain only ASCII characters')
  const bytes: number[] = []
  let held = 0
  let place = 0
  let pads = 0
  for (const letter of text) {
    if (letter === '=') {
      if (place >= 2 && place + ++pads >= 4) return Uint8Array.from(bytes)
      continue
    }
    const sextet = SEXTET.get(letter)
    if (sextet === undefined) continue
    pads = 0
    held = ((held << 6) | sextet) & 0xff_ffff
    if (place > 0) bytes.push((held >>> (6 - 2 * place)) & 0xff)
    place = (place + 1) % 4
  }
  if (place !== 0) throw failure(`Invalid base64: "${text}"`)
  return Uint8Array.from(bytes)
}
