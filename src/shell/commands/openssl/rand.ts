import { encodeBase64 } from '../../../bytes/base64.ts'
import { encodeHex } from '../../../bytes/hex.ts'
import { concatBytes, type Bytes } from '../../../bytes/bytes.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { Io, Subcommand } from './io.ts'
import { numberOf, parseOptions, seeHelp } from './options.ts'

/** The world gives at most so many at a time. */
const AT_A_TIME = 65_536
/** More than any lab needs; the real one goes on as long as the disk does. */
const MOST = 16 * 1024 * 1024

export async function randomBytes(io: Io, length: number): Promise<Bytes> {
  const parts: Bytes[] = []
  for (let left = length; left > 0; left -= AT_A_TIME)
    parts.push(await io.context.host.random(Math.min(left, AT_A_TIME)))
  return concatBytes(...parts)
}

export const base64Lines = (bytes: Bytes) => {
  const lines = encodeBase64(bytes).match(/.{1,64}/g) ?? []
  return lines.map((line) => `${line}\n`).join('')
}

/** https://docs.openssl.org/3.0/man1/openssl-rand/ */
export const rand: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'rand', args, {
    out: 'text',
    base64: 'flag',
    hex: 'flag',
    help: 'flag',
    rand: 'text',
    writerand: 'text',
  })
  if (options.has('help')) {
    io.err('Usage: rand [options] num')
    return 0
  }
  const [word = '0', ...more] = options.rest
  if (more.length > 0) io.fail(seeHelp('rand'))
  const length = numberOf(io, 'rand', word)
  if (length < 1 && options.rest.length > 0) io.fail(seeHelp('rand'))
  if (length > MOST) io.fail(`rand: this simulation gives at most ${MOST} bytes`)
  const bytes = await randomBytes(io, length)
  await io.write(
    options.text('out'),
    options.has('hex')
      ? encodeUtf8(`${encodeHex(bytes)}\n`)
      : options.has('base64')
        ? encodeUtf8(base64Lines(bytes))
        : bytes,
  )
  return 0
}
