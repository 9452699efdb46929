import type { CommandContext, CommandResult } from '../../command.ts'
import { asn1parse } from './asn1parse.ts'
import { dgst } from './dgst.ts'
import { digestNames } from './digests.ts'
import { enc } from './enc.ts'
import { ecparam, genpkey, genrsa } from './generate.ts'
import { Io, Stop, type Subcommand } from './io.ts'
import { ec, pkcs8, pkey, rsa } from './pkey.ts'
import { pkeyutl } from './pkeyutl.ts'
import { rand } from './rand.ts'

export const VERSION = 'OpenSSL 3.0.19 27 Jan 2026 (Library: OpenSSL 3.0.19 27 Jan 2026)'

const version: Subcommand = async (io, args) => {
  const [option] = args
  if (option !== undefined && option !== '-v')
    io.fail(option === '-help' ? 'Usage: version [options]' : `version: ${option} is not simulated`)
  io.out(`${VERSION}\n`)
  return 0
}

/** The older command: it says that it is old, and takes the same key and files. */
const rsautl: Subcommand = async (io) => {
  io.err("The command rsautl was deprecated in version 3.0. Use 'pkeyutl' instead.")
  return io.fail('rsautl: not simulated; pkeyutl does the same')
}

const help: Subcommand = async (io) => {
  io.err('help:\n\nCommands that are simulated here')
  io.err(NAMES.join('\n'))
  io.err('\nThe others are listed in docs/fidelity.md as not simulated.')
  return 0
}

/** THE LIST of subcommands. */
const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  asn1parse, base64: enc, dgst, ec, ecparam, enc, genpkey, genrsa, help, pkcs8, pkey, pkeyutl, rand, rsa, rsautl,
  version, ...Object.fromEntries(digestNames.map((name) => [name, dgst])),
} // biome-ignore format: one glance
const NAMES = Object.keys(SUBCOMMANDS).sort()

/** Commands of the real one that are left out, so that nobody thinks they were mistyped. */
const NOT_HERE = new Set([
  'ca', 'ciphers', 'cmp', 'cms', 'crl', 'crl2pkcs7', 'dhparam', 'dsa', 'dsaparam', 'engine', 'errstr', 'fipsinstall',
  'gendsa', 'info', 'kdf', 'list', 'mac', 'nseq', 'ocsp', 'passwd', 'pkcs12', 'pkcs7', 'pkeyparam', 'prime', 'rehash',
  'req', 's_client', 's_server', 's_time', 'sess_id', 'smime', 'speed', 'spkac', 'srp', 'storeutl', 'ts', 'verify',
  'x509', 'md5', 'sm3', 'sha3-256', 'rmd160', 'aes-256-cbc', 'aes-128-cbc', 'zlib',
]) // biome-ignore format: one glance

export async function runOpenssl(context: CommandContext): Promise<CommandResult> {
  const io = new Io(context)
  const [name = 'help', ...args] = context.args
  try {
    const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined
    if (subcommand) return io.result(await subcommand(io, args, name))
    if (NOT_HERE.has(name)) io.fail(`${name}: not simulated here; docs/fidelity.md, row openssl-subset`)
    io.err(`Invalid command '${name}'; type "help" for a list.`)
    return io.result(1)
  } catch (error) {
    if (error instanceof Stop) return io.result(error.exitCode)
    throw error
  }
}

export const subcommandNames = NAMES
