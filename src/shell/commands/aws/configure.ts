import { profileNames } from '../../../wire/profiles.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { CommandContext } from '../../command.ts'
import { FileError } from '../../files.ts'
import { parseKnown, type Argument } from './argument-parser.ts'
import { CliError, invalid, WRONG_LINE } from './cli-error.ts'
import { configPath, credentialsPath, readProfiles, withSetting } from './config-file.ts'
import type { Globals } from './globals.ts'
import { serviceHelp } from './help.ts'
import type { Printer } from './printer.ts'
import { textOrNot } from './python-value.ts'

const SUBCOMMANDS = ['list', 'get', 'set', 'list-profiles']
export const configureCommands: readonly string[] = SUBCOMMANDS
const positional = (name: string): Argument => ({ name, into: name, takes: 'one', required: true })

/** `aws configure …` over ~/.aws of this shell's own files. @returns the exit code. @throws CliError */
export async function runConfigure(
  args: readonly string[],
  context: CommandContext,
  globals: Globals,
  printer: Printer,
): Promise<number> {
  const subcommand: Argument = {
    name: 'subcommand',
    into: 'subcommand',
    takes: 'optional',
    choices: [...SUBCOMMANDS, 'help'],
  }
  const { parsed, rest } = parseKnown(args, [], [subcommand])
  switch (parsed.get('subcommand')) {
    case undefined:
      throw new CliError(
        'This shell asks no questions: use aws configure set, get, list or list-profiles.',
        WRONG_LINE,
      )
    case 'help':
      printer.write(serviceHelp('configure', SUBCOMMANDS))
      return 0
    case 'list':
      refuseRest(rest)
      return list(context, globals, printer)
    case 'list-profiles':
      refuseRest(rest)
      return listProfiles(context, printer)
    case 'get':
      return get(rest, context, globals, printer)
    default:
      return set(rest, context, globals)
  }
}

function refuseRest(rest: readonly string[]): void {
  if (rest.length > 0) throw invalid(`Unknown options: ${rest.join(',')}`)
}

function wordsOf(args: readonly string[], ...names: readonly string[]): string[] {
  const { parsed, rest } = parseKnown(args, [], names.map(positional))
  refuseRest(rest)
  return names.map((name) => parsed.get(name) as string)
}

async function list(
  { files, env, host }: CommandContext,
  { profile, region }: Globals,
  printer: Printer,
): Promise<number> {
  const row = (name: string, value: string, type: string, place: string) =>
    printer.write(`${name.padStart(10)} ${value.padStart(24)} ${type.padStart(16)}    ${place}\n`)
  const identity = await host.identity()
  const environment = env.get('AWS_PROFILE')
  const section = (await readProfiles(files, env)).get(profile ?? environment ?? 'default')
  const named = (key: string | undefined) => `****************${(key ?? 'lab').slice(-4)}`
  row('Name', 'Value', 'Type', 'Location')
  row('----', '-----', '----', '--------')
  if (profile !== undefined) row('profile', profile, 'manual', '--profile')
  else if (environment !== undefined)
    row('profile', environment, 'env', "['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']")
  else row('profile', '<not set>', 'None', 'None')
  const key = profile === undefined ? env.get('AWS_ACCESS_KEY_ID') : undefined
  const stored = section?.get('aws_access_key_id')
  const [id, type] =
    key !== undefined
      ? [key, 'env']
      : stored !== undefined
        ? [stored, 'shared-credentials-file']
        : [profile ?? environment ?? identity.profile, 'lab']
  row('access_key', named(id), type, '')
  row('secret_key', named(undefined), type, '')
  const variable = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find((name) => env.has(name))
  const configured = section?.get('region')
  if (region !== undefined) row('region', region, 'manual', '--region')
  else if (variable !== undefined)
    row('region', env.get(variable) as string, 'env', "['AWS_REGION', 'AWS_DEFAULT_REGION']")
  else if (configured !== undefined) row('region', configured, 'config-file', '~/.aws/config')
  else row('region', identity.region, 'lab', '')
  return 0
}

async function listProfiles({ files, env }: CommandContext, printer: Printer): Promise<number> {
  const names = new Set([...(await readProfiles(files, env)).keys(), ...profileNames])
  for (const name of names) printer.write(`${name}\n`)
  return 0
}

async function get(
  args: readonly string[],
  { files, env }: CommandContext,
  { profile }: Globals,
  printer: Printer,
): Promise<number> {
  const [name = ''] = wordsOf(args, 'varname')
  const profiles = await readProfiles(files, env)
  const place = placeOf(name, profile ?? env.get('AWS_PROFILE') ?? 'default', [...profiles.keys()])
  const value = profiles.get(place.profile)?.get(place.name)
  if (value === undefined) return 1
  printer.write(`${value}\n`)
  return 0
}

const CREDENTIALS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token']

async function set(
  args: readonly string[],
  { files, env }: CommandContext,
  { profile }: Globals,
): Promise<number> {
  const [name = '', value = ''] = wordsOf(args, 'varname', 'value')
  const place = placeOf(name, profile ?? env.get('AWS_PROFILE') ?? 'default', [])
  const secret = CREDENTIALS.includes(place.name)
  const path = secret ? credentialsPath(env) : configPath(env)
  const title = secret || place.profile === 'default' ? place.profile : `profile ${place.profile}`
  await files.write(path, encodeUtf8(withSetting(await textOf(path), title, place.name, value)))
  return 0

  async function textOf(file: string): Promise<string> {
    try {
      return textOrNot(await files.read(file)) ?? ''
    } catch (error) {
      if (error instanceof FileError) return ''
      throw error
    }
  }
}

/** `region`, `default.region`, `profile.NAME.region` or `NAME.region`. */
function placeOf(word: string, inForce: string, known: readonly string[]): { profile: string; name: string } {
  const parts = word.split('.')
  const [first = '', second = '', third = ''] = parts
  if (first === 'profile' && parts.length >= 3) return { profile: second, name: third }
  if (parts.length >= 2 && (first === 'default' || known.includes(first)))
    return { profile: first, name: second }
  return { profile: inForce, name: word }
}
