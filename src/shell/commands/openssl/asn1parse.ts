import type { Bytes } from '../../../bytes/bytes.ts'
import { encodeHex } from '../../../bytes/hex.ts'
import { decodePem } from '../../../bytes/pem.ts'
import { latin1, readBase64 } from './base64-text.ts'
import { Stop, type Subcommand } from './io.ts'
import { isDer, numberOf, parseOptions, seeHelp } from './options.ts'

const UNIVERSAL: readonly string[] = [
  'EOC', 'BOOLEAN', 'INTEGER', 'BIT STRING', 'OCTET STRING', 'NULL', 'OBJECT', 'OBJECT DESCRIPTOR', 'EXTERNAL',
  'REAL', 'ENUMERATED', '<ASN1 11>', 'UTF8STRING', '<ASN1 13>', '<ASN1 14>', '<ASN1 15>', 'SEQUENCE', 'SET',
  'NUMERICSTRING', 'PRINTABLESTRING', 'T61STRING', 'VIDEOTEXSTRING', 'IA5STRING', 'UTCTIME', 'GENERALIZEDTIME',
  'GRAPHICSTRING', 'VISIBLESTRING', 'GENERALSTRING', 'UNIVERSALSTRING', '<ASN1 29>', 'BMPSTRING',
] // biome-ignore format: one glance

/** Names that key files meet; the rest is shown in dots. */
const OBJECTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'rsaEncryption', '1.2.840.113549.1.1.7': 'rsaesOaep', '1.2.840.113549.1.1.10': 'rsassaPss',
  '1.2.840.10045.2.1': 'id-ecPublicKey', '1.2.840.10045.3.1.7': 'prime256v1', '1.3.132.0.34': 'secp384r1',
  '1.3.132.0.35': 'secp521r1', '1.3.132.0.10': 'secp256k1', '1.3.101.112': 'ED25519', '1.3.101.110': 'X25519',
  '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.3.14.3.2.26': 'sha1', '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
} // biome-ignore format: one glance

const TOO_LONG = '0680009B:asn1 encoding routines:ASN1_get_object:too long:../crypto/asn1/asn1_lib.c:95:'

interface Header {
  readonly tag: number
  readonly number: number
  readonly constructed: boolean
  readonly headerLength: number
  readonly length: number
}

class BadEncoding extends Error {}

/** https://docs.openssl.org/3.0/man1/openssl-asn1parse/ */
export const asn1parse: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'asn1parse', args, {
    in: 'text', inform: 'format', out: 'text', i: 'flag', noout: 'flag', offset: 'number', length: 'number',
    strparse: 'number', dump: 'flag', dlimit: 'number', oid: 'text', genstr: 'text', genconf: 'text', strictpem: 'flag',
    item: 'text', help: 'flag',
  }) // biome-ignore format: one glance
  if (options.has('help')) {
    io.err('Usage: asn1parse [options]')
    return 0
  }
  for (const name of ['dump', 'dlimit', 'oid', 'genstr', 'genconf', 'item'])
    if (options.has(name)) io.fail(`asn1parse: -${name} is not simulated`)
  if (options.rest.length > 0) io.fail(seeHelp('asn1parse'))
  const input = await io.read(options.text('in'), isDer(options.text('inform')) ? 'rb' : 'r')
  let bytes = isDer(options.text('inform')) ? input : derOf(input)
  try {
    for (const at of options.all('strparse')) bytes = inner(bytes, numberOf(io, 'asn1parse', at))
  } catch {
    io.fail('Error parsing structure')
  }
  const offset = Number(options.text('offset') ?? 0)
  if (offset >= bytes.length) io.fail('Error: offset out of range')
  const length = Number(options.text('length') ?? bytes.length - offset)
  const view = bytes.subarray(offset, offset + length)
  if (options.text('out') !== undefined) await io.write(options.text('out'), view.slice())
  if (options.has('noout')) return 0
  try {
    walk(view, 0, view.length, 0, options.has('i'), (line) => io.out(`${line}\n`), offset)
    return 0
  } catch (error) {
    if (!(error instanceof BadEncoding)) throw error
    io.out('Error in encoding\n')
    io.queue(TOO_LONG)
    throw new Stop()
  }
}

function derOf(bytes: Bytes): Bytes {
  try {
    const [block] = decodePem(latin1(bytes.subarray(0, 200_000)))
    if (block) return block.der as Bytes
  } catch {
    // Bare base64 is read too.
  }
  return readBase64(bytes, false)
}

function inner(bytes: Bytes, at: number): Bytes {
  const { headerLength, length, number } = header(bytes, at, bytes.length)
  const unused = number === 3 ? 1 : 0
  return bytes.slice(at + headerLength + unused, at + headerLength + length)
}

function header(bytes: Bytes, at: number, end: number): Header {
  const tag = bytes[at] as number
  let next = at + 1
  let number = tag & 0x1f
  if (number === 0x1f) {
    number = 0
    for (let byte = 0x80; byte & 0x80; ) {
      if (next >= end) throw new BadEncoding()
      byte = bytes[next++] as number
      number = number * 128 + (byte & 0x7f)
    }
  }
  if (next >= end) throw new BadEncoding()
  let length = bytes[next++] as number
  if (length === 0x80) throw new BadEncoding()
  if (length > 0x80) {
    const count = length & 0x7f
    if (count > 4 || next + count > end) throw new BadEncoding()
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[next++] as number)
  }
  if (next + length > end) throw new BadEncoding()
  return { tag, number, constructed: (tag & 0x20) !== 0, headerLength: next - at, length }
}

function walk(
  bytes: Bytes,
  from: number,
  end: number,
  depth: number,
  indent: boolean,
  say: (line: string) => void,
  shift: number,
): void {
  for (let at = from; at < end; ) {
    const part = header(bytes, at, end)
    const body = at + part.headerLength
    const name = nameOf(part)
    const begin = `${String(at + shift).padStart(5)}:d=${String(depth).padEnd(2)} hl=${part.headerLength} l=${String(part.length).padStart(4)} `
    const shown = `${indent ? ' '.repeat(depth) : ''}${name.padEnd(18)}`
    const content = bytes.subarray(body, body + part.length)
    say(
      `${begin}${part.constructed ? 'cons' : 'prim'}: ${shown}${part.constructed ? '' : valueOf(part, content)}`,
    )
    if (part.constructed) walk(bytes, body, body + part.length, depth + 1, indent, say, shift)
    at = body + part.length
  }
}

function nameOf({ tag, number }: Header): string {
  switch (tag & 0xc0) {
    case 0xc0:
      return `priv [ ${number} ] `
    case 0x80:
      return `cont [ ${number} ]`
    case 0x40:
      return `appl [ ${number} ]`
    default:
      return UNIVERSAL[number] ?? `<ASN1 ${number}>`
  }
}

function valueOf({ tag, number }: Header, content: Bytes): string {
  if ((tag & 0xc0) !== 0) return ''
  switch (number) {
    case 1:
      return `:${content[0] ?? 0}`
    case 2:
    case 10:
      return `:${integer(content)}`
    case 4:
      return content.length === 0
        ? ''
        : printable(content)
          ? `:${latin1(content)}`
          : `[HEX DUMP]:${encodeHex(content).toUpperCase()}`
    case 6: {
      const dotted = dots(content)
      return `:${OBJECTS[dotted] ?? dotted}`
    }
    case 12:
    case 19:
    case 20:
    case 22:
    case 23:
    case 24:
    case 26:
      return `:${latin1(content)}`
    default:
      return ''
  }
}

const printable = (bytes: Bytes) =>
  bytes.every((byte) => (byte >= 32 && byte <= 126) || byte === 10 || byte === 13 || byte === 9)

function integer(content: Bytes): string {
  const negative = ((content[0] ?? 0) & 0x80) !== 0
  const digits = encodeHex(content).toUpperCase()
  const value = BigInt(`0x${digits || '0'}`)
  const shown = (negative ? (1n << BigInt(8 * content.length)) - value : value).toString(16).toUpperCase()
  return `${negative ? '-' : ''}${shown.length % 2 ? '0' : ''}${shown}`
}

function dots(content: Bytes): string {
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    if (numbers.length === 0)
      numbers.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)))
    else numbers.push(value)
    value = 0
  }
  return numbers.join('.')
}
