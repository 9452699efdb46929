import { encodeHex } from '../../bytes/hex.ts'
import { nobleDigest } from '../../crypto/noble-hash.ts'
import type { Hash } from '../../crypto/provider.ts'
import type { CommandContext, ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'
import { inputOf, InputError } from './input.ts'
import { OptionError, readOptions } from './options.ts'

/** The library has sha1sum and sha256sum. */
export const sha224sum = sum('sha224sum', 'SHA-224')
export const sha384sum = sum('sha384sum', 'SHA-384')
export const sha512sum = sum('sha512sum', 'SHA-512')

function sum(name: string, hash: Hash): ShellCommand {
  return {
    name,
    summary: `${hash} of files`,
    manual: `${name} [FILE]...\n\nShows the ${hash} digest of each file.\n\nNot here: -c (checking a list).\n`,
    async run(context) {
      const options = read(context.args, 'bt')
      if (typeof options === 'string')
        return failed(`${name}: ${options}\nTry '${name} --help' for more information.\n`)
      return digested(context, name, hash, options.operands, options.has('b') ? ' *' : '  ')
    },
  }
}

const ALGORITHMS: Readonly<Record<string, Hash>> = {
  1: 'SHA-1',
  224: 'SHA-224',
  256: 'SHA-256',
  384: 'SHA-384',
  512: 'SHA-512',
}

export const shasum: ShellCommand = {
  name: 'shasum',
  summary: 'SHA digests of files',
  manual: `shasum [-a 1|224|256|384|512] [FILE]...

Shows the digest of each file, by SHA-1 unless told otherwise.

Not here: -c (checking a list), -0, -U, 512224 and 512256.
`,
  async run(context) {
    const options = read(context.args, 'a:bt')
    const hash = typeof options === 'string' ? undefined : ALGORITHMS[options.value('a') ?? '1']
    if (typeof options === 'string') return failed(`shasum: ${options}\nType shasum -h for help\n`)
    if (!hash) return failed('shasum: Unrecognized algorithm\nType shasum -h for help\n')
    return digested(context, 'shasum', hash, options.operands, options.has('b') ? ' *' : '  ')
  },
}

function read(args: readonly string[], short: string) {
  try {
    return readOptions(args, short, { binary: 'b', text: 't', 'algorithm=': 'a' })
  } catch (error) {
    if (error instanceof OptionError) return error.message
    throw error
  }
}

async function digested(
  context: CommandContext,
  name: string,
  hash: Hash,
  paths: readonly string[],
  between: string,
) {
  let shown = ''
  let errors = ''
  for (const path of paths.length > 0 ? paths : ['-']) {
    try {
      shown += `${encodeHex(nobleDigest(hash, await inputOf(context, path)))}${between}${path}\n`
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      errors += `${name}: ${error.message}\n`
    }
  }
  return errors === '' ? said(shown) : failed(errors, 1, shown)
}
