import { kebab } from '../../../wire/cli-command.ts'
import { profileNames } from '../../../wire/profiles.ts'
import type { OperationModel, ServiceModel } from '../../../wire/service-models.ts'
import type { Shape } from '../../../kms/shapes.ts'
import type { CommandContext, Completion } from '../../command.ts'
import { FileError } from '../../files.ts'
import type { Argument } from './argument-parser.ts'
import { configureCommands } from './configure.ts'
import { globalOptions } from './global-options.ts'
import { commandNames } from './main.ts'
import { commandNameOf, optionsOf } from './operation-options.ts'
import { operationNames } from './run-operation.ts'
import { s3Commands } from './s3.ts'

type Surroundings = Pick<CommandContext, 'files' | 'host' | 'cwd'>

/** What may come next: commands, operations, options not given yet, and values that are known. */
export async function completeAws(
  words: readonly string[],
  context: Surroundings,
): Promise<readonly Completion[]> {
  const typed = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const [command, operation] = bareWords(before)
  const service = context.host.models.find((model) => commandNameOf(model) === command)
  const asked = service?.operations.find(({ name }) => kebab(name) === operation)
  const options =
    asked && service ? [...optionsOf(service, asked, []).options, ...globalOptions] : globalOptions

  const last = options.find(({ name }) => name === valueTaker(before))
  if (last && last.takes !== 'nothing' && !typed.startsWith('--'))
    return fitting(typed, await valuesFor(last, asked, typed, context))
  if (typed.startsWith('-')) return fitting(typed, optionsLeft(options, before))
  if (command === undefined) return fitting(typed, plain([...commandNames(context.host.models), 'help']))
  if (operation === undefined && !asked)
    return fitting(typed, plain([...subcommands(command, service), 'help']))
  if (command === 's3' || command === 'configure') return fitting(typed, await filesFor(typed, '', context))
  return fitting(typed, optionsLeft(options, before))
}

const plain = (values: readonly string[]): Completion[] => values.map((value) => ({ value }))
const fitting = (typed: string, all: readonly Completion[]) =>
  all.filter(({ value }) => value.startsWith(typed))

function subcommands(command: string, service: ServiceModel | undefined): readonly string[] {
  if (service) return operationNames(service)
  return command === 's3' ? s3Commands : command === 'configure' ? configureCommands : []
}

/** Words that are neither options nor their values. */
function bareWords(words: readonly string[]): string[] {
  const taking = new Set(globalOptions.filter(({ takes }) => takes === 'one').map(({ name }) => name))
  return words.filter((word, index) => !word.startsWith('-') && !taking.has(words[index - 1] ?? ''))
}

/** The option whose value is being typed: the last one, if nothing but its values followed. */
function valueTaker(words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word.startsWith('--'))
  const values = words.length - 1 - at
  const word = words[at]
  return values === 0 || (word !== undefined && LISTS.test(word)) ? word : undefined
}

const LISTS = /^--(?:operations|tags|tag-keys|grant-tokens)$/

function optionsLeft(options: readonly Argument[], before: readonly string[]): Completion[] {
  const own = options.filter((option) => !before.includes(option.name))
  const required = own.filter((option) => option.required)
  return [...required, ...own.filter((option) => !option.required)].map((option) =>
    option.required ? { value: option.name, hint: 'required' } : { value: option.name },
  )
}

async function valuesFor(
  { name, into, choices }: Argument,
  operation: OperationModel | undefined,
  typed: string,
  context: Surroundings,
): Promise<readonly Completion[]> {
  if (choices) return plain(choices)
  if (name === '--profile') return plain(profileNames)
  if (name === '--region') {
    const { region } = await context.host.identity()
    return plain([...new Set([region, 'eu-west-1', 'eu-central-1'])])
  }
  const member = Object.entries(operation?.input ?? {}).find(([one]) => kebab(one) === into)
  const shape = member?.[1].shape
  if (NAMES_A_KEY.test(into)) return (await context.host.names?.()) ?? []
  if (into === 'alias-name')
    return ((await context.host.names?.()) ?? []).filter(({ value }) => value.startsWith('alias/'))
  if (shape?.kind === 'blob') return filesFor(typed, 'fileb://', context)
  if (/^(?:policy|policy-document|cli-input-json|tags|event-pattern)$/.test(into))
    return filesFor(typed, 'file://', context)
  return plain(valuesOf(shape))
}

const NAMES_A_KEY = /^(?:(?:target-|source-|destination-)?key-id|sse-kms-key-id)$/

const valuesOf = (shape: Shape | undefined): readonly string[] =>
  shape?.kind === 'string'
    ? (shape.enum ?? [])
    : shape?.kind === 'list' && shape.member.kind === 'string'
      ? (shape.member.enum ?? [])
      : []

/** Files as the option takes them: behind `fileb://` for bytes, `file://` for text. */
async function filesFor(
  typed: string,
  usual: string,
  { files }: Surroundings,
): Promise<readonly Completion[]> {
  const prefix = /^fileb?:\/\//.exec(typed)?.[0] ?? usual
  const path = typed.startsWith(prefix) ? typed.slice(prefix.length) : ''
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  try {
    const names = await files.list(folder === '' ? '.' : folder)
    return names
      .filter((name) => !name.startsWith('.') || baseStartsWithDot(path))
      .map((name) => ({ value: prefix + folder + name }))
  } catch (error) {
    if (error instanceof FileError) return []
    throw error
  }
}

const baseStartsWithDot = (path: string) => path.slice(path.lastIndexOf('/') + 1).startsWith('.')
