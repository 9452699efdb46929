import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { kebab } from '../../../wire/cli-command.ts'
import type { CommandContext, CommandResult } from '../../command.ts'
import { parseKnown, type Argument } from './argument-parser.ts'
import { CliError } from './cli-error.ts'
import { readProfiles } from './config-file.ts'
import { runConfigure } from './configure.ts'
import { globalOptions, OUTPUTS, type Output } from './global-options.ts'
import { globalsOf, type Globals } from './globals.ts'
import { mainHelp, serviceHelp } from './help.ts'
import { commandNameOf } from './operation-options.ts'
import { Printer } from './printer.ts'
import { operationNames, runOperation } from './run-operation.ts'
import { runS3 } from './s3.ts'
import type { ServiceModel } from '../../../wire/service-models.ts'

export const VERSION = 'aws-cli/2.9.19 kms-key-material-lab prompt/off'

/** `aws`, as AWS CLI version 2 behaves, for the services of this world. */
export async function runAws(context: CommandContext): Promise<CommandResult> {
  let printer = new Printer('json', undefined)
  try {
    const exitCode = await run(context, (made) => {
      printer = made
    })
    return { stdout: printer.bytes ?? encodeUtf8(printer.out), stderr: encodeUtf8(printer.errors), exitCode }
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    return {
      stdout: encodeUtf8(printer.out),
      stderr: encodeUtf8(`${printer.errors}\n${error.message}\n`),
      exitCode: error.exitCode,
    }
  }
}

export const commandNames = (models: readonly ServiceModel[]): string[] =>
  [...models.map(commandNameOf), 'configure', 's3'].sort()

async function run(context: CommandContext, print: (printer: Printer) => void): Promise<number> {
  const { args, host, files, env } = context
  if (asksVersion(args)) {
    const printer = new Printer('text', undefined)
    print(printer)
    printer.write(`${VERSION}\n`)
    return 0
  }
  const names = commandNames(host.models)
  const { parsed, rest } = parseKnown(args, globalOptions, [choice('command', names)])
  const globals = globalsOf(parsed)
  const printer = new Printer(await outputOf(globals, files, env), globals.query)
  print(printer)
  const command = parsed.get('command') as string
  if (command === 'help') {
    printer.write(mainHelp(names))
    return 0
  }
  if (command === 'configure') return runConfigure(rest, context, globals, printer)
  if (command === 's3') return runS3(rest, { context, globals, printer })
  const service = host.models.find((model) => commandNameOf(model) === command) as ServiceModel
  const operations = operationNames(service)
  const inService = parseKnown(rest, [], [choice('operation', operations)])
  const name = inService.parsed.get('operation') as string
  if (name === 'help') {
    printer.write(serviceHelp(command, operations))
    return 0
  }
  const operation = service.operations.find((one) => kebab(one.name) === name)
  if (!operation) throw new TypeError(`no operation ${name}`)
  await runOperation(service, operation, inService.rest, { context, globals, printer })
  return 0
}

const choice = (name: string, names: readonly string[]): Argument => ({
  name,
  into: name,
  takes: 'one',
  required: true,
  choices: [...names, 'help'],
})

/** argparse answers as soon as it meets the option, before anything is missed. */
const asksVersion = (args: readonly string[]) => {
  const at = args.indexOf('--version')
  return at >= 0 && !args.slice(0, at).includes('--')
}

async function outputOf(
  { output, profile }: Globals,
  files: CommandContext['files'],
  env: CommandContext['env'],
): Promise<Output> {
  if (output) return output
  const name = profile ?? env.get('AWS_PROFILE') ?? 'default'
  const wanted =
    env.get('AWS_DEFAULT_OUTPUT') ?? (await readProfiles(files, env)).get(name)?.get('output') ?? 'json'
  const known = OUTPUTS.find((one) => one === wanted)
  if (known) return known
  throw new CliError(`Unknown output type: ${wanted}`, 255)
}
