import type { Bytes } from '../../../bytes/bytes.ts'
import { decodeBase64 } from '../../../bytes/base64.ts'
import { kebab } from '../../../wire/cli-command.ts'
import type { OperationModel, ServiceModel } from '../../../wire/service-models.ts'
import type { CommandContext } from '../../command.ts'
import { FileError } from '../../files.ts'
import { parseKnown, type Parsed } from './argument-parser.ts'
import { decodeBlobs } from './base64-input.ts'
import { callerFor } from './caller.ts'
import { failure, invalid, unknownOptions, wrongParameter } from './cli-error.ts'
import type { Globals } from './globals.ts'
import { operationHelp } from './help.ts'
import { hasOutfile, isStreamed, optionsOf, SKELETON, type OperationOptions } from './operation-options.ts'
import { Pages, type Paging } from './paginate.ts'
import type { Printer } from './printer.ts'
import { parseJson } from './python-json.ts'
import { isBytes, isDict, reprText, textOrNot, typeText, type Dict, type Value } from './python-value.ts'
import { expanded, fromFile, readValue, type FileReader } from './read-values.ts'
import { caller } from './request.ts'
import { inputSkeleton, outputSkeleton } from './skeleton.ts'
import { validate } from './validate.ts'

export interface Run {
  readonly context: CommandContext
  readonly globals: Globals
  readonly printer: Printer
}

/** `aws SERVICE OPERATION …`: reads the line, checks it, asks the service, prints the answer. @throws CliError */
export async function runOperation(
  service: ServiceModel,
  operation: OperationModel,
  args: readonly string[],
  { context, globals, printer }: Run,
): Promise<void> {
  if (args.length === 1 && args[0] === 'help') return printer.write(operationHelp(service, operation))
  const options = optionsOf(service, operation, args)
  const { parsed, rest } = parseKnown(args, options.options, options.positionals)
  const word = parsed.get('help') as string | undefined
  if (word === 'help') return printer.write(operationHelp(service, operation))
  const unknown = word === undefined ? rest : [...rest, word]
  if (unknown.length > 0) throw unknownOptions(unknown)

  const paging = pagingOf(options, operation, parsed, globals)
  const parameters = await parametersOf(service, operation, options, parsed, context)
  await addCliInput(parameters, parsed, context)
  const skeleton = parsed.get(SKELETON)
  if (skeleton === 'yaml-input')
    throw failure('yaml-input is not simulated here: use --generate-cli-skeleton input')
  if (skeleton === 'input') return printer.json(inputSkeleton(operation.input))

  const who = await callerFor(service.service, globals, context)
  const whole = { kind: 'structure', members: operation.input } as const
  if (globals.binaryFormat === 'base64') decodeBlobs(parameters, whole)
  validate(parameters, operation.input)
  if (skeleton === 'output') return printer.value(kebab(operation.name), outputSkeleton(operation.output))
  const call = caller(context.host, service, operation, who, globals.debug ? printer.debug : undefined)
  const { paginator } = operation
  const byHand = options.byHand.some((member) => parameters.has(member))
  if (paginator && paging && !byHand)
    return printer.pages(operation.name, new Pages(call, paginator, paging), parameters, paginator)
  const answer = await call(parameters)
  if (hasOutfile(service, operation)) await save(parsed.get('outfile') as string, answer, context)
  printer.value(operation.name, answer)
}

function pagingOf(
  { byHand }: OperationOptions,
  { paginator }: OperationModel,
  parsed: Parsed,
  { paginate }: Globals,
): Paging | undefined {
  if (!paginator) return undefined
  const manual = byHand.some((member) => kebab(member) !== 'max-items' && parsed.has(kebab(member)))
  if (!paginate || manual) {
    const used = ['starting-token', 'page-size', 'max-items'].filter((name) => parsed.get(name))
    if (used.length > 0)
      throw invalid(
        `Cannot specify --no-paginate along with pagination arguments: ${used.map((name) => `--${name}`).join(', ')}`,
      )
    return undefined
  }
  const [maxItems, pageSize, startingToken] = ['max-items', 'page-size', 'starting-token'].map((name) =>
    parsed.get(name),
  )
  return {
    ...(maxItems !== undefined && { maxItems: maxItems as number }),
    ...(pageSize !== undefined && { pageSize: pageSize as number }),
    ...(startingToken !== undefined && { startingToken: startingToken as string }),
  }
}

async function parametersOf(
  service: ServiceModel,
  operation: OperationModel,
  { members }: OperationOptions,
  parsed: Parsed,
  context: CommandContext,
): Promise<Dict> {
  const parameters: Dict = new Map()
  for (const { flag, into, member, shape } of members) {
    const given = parsed.get(into)
    if (given === undefined) continue
    if (typeof given === 'boolean') {
      parameters.set(member, given)
      continue
    }
    if (isStreamed(service, operation, member)) {
      parameters.set(member, await streamed(flag, given as string, context))
      continue
    }
    const value = await fromFile(flag, given as string | readonly string[], context)
    parameters.set(member, readValue(flag, value, shape))
  }
  return parameters
}

async function streamed(flag: string, path: string, { files, env }: FileReader): Promise<Bytes> {
  const read = await fromFile(flag, path, { files, env })
  if (isBytes(read)) return read
  try {
    return await files.read(expanded(path, env))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw wrongParameter(flag, 'Blob values must be a path to a file.')
  }
}

/** What the line says wins over what the document says. */
async function addCliInput(parameters: Dict, parsed: Parsed, context: CommandContext): Promise<void> {
  const given = parsed.get('cli-input-json') as string | undefined
  if (parsed.has('cli-input-yaml')) {
    if (given !== undefined) throw invalid('Only one --cli-input- parameter may be specified.')
    throw failure('--cli-input-yaml is not simulated here: use --cli-input-json')
  }
  if (given === undefined) return
  const read = await fromFile('--cli-input-json', given, context)
  let loaded: Value
  try {
    loaded = parseJson(isBytes(read) ? (textOrNot(read) ?? '') : (read as string))
  } catch {
    throw wrongParameter('cli-input-json', 'Invalid JSON received.')
  }
  if (!isDict(loaded))
    throw wrongParameter('--cli-input-json', `Invalid type: expecting map, received ${typeText(loaded)}`)
  for (const [name, value] of loaded) if (!parameters.has(name)) parameters.set(name, value)
}

/** The body goes into the file, the rest of the answer to the screen. */
async function save(path: string, answer: Dict, { files }: CommandContext): Promise<void> {
  const body = answer.get('Body')
  answer.delete('Body')
  try {
    await files.write(path, typeof body === 'string' ? decodeBase64(body) : new Uint8Array(0))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw failure(`[Errno 2] ${error.message}: ${reprText(path)}`)
  }
}

/** What this world answers and AWS does not have. */
const OURS_ALONE: readonly string[] = ['ListDeliveries']

export const operationNames = ({ operations }: ServiceModel): string[] =>
  operations
    .filter(({ name }) => !OURS_ALONE.includes(name))
    .map(({ name }) => kebab(name))
    .sort()
