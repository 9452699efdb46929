import { kebab } from '../../../wire/cli-command.ts'
import type { OperationModel, ServiceModel } from '../../../wire/service-models.ts'
import type { Argument } from './argument-parser.ts'
import type { Shape } from '../../../kms/shapes.ts'

/** One option that becomes a member of the request. */
export interface MemberOption {
  readonly flag: string
  readonly into: string
  readonly member: string
  readonly shape: Shape
}

export interface OperationOptions {
  readonly members: readonly MemberOption[]
  readonly options: readonly Argument[]
  readonly positionals: readonly Argument[]
  /** Service members for walking pages by hand: using one ends the walking by the CLI */
  readonly byHand: readonly string[]
}

export const SKELETON = 'generate-cli-skeleton'
const SKELETON_KINDS = ['input', 'output', 'yaml-input']

/** `s3` here is the store's own API, which the CLI calls s3api. */
export const commandNameOf = ({ service }: ServiceModel) => (service === 's3' ? 's3api' : service)

/** A body that comes as a stream: the CLI writes it to a file named on the line. */
export const hasOutfile = ({ service }: ServiceModel, { name }: OperationModel) =>
  service === 's3' && name === 'GetObject'
/** A body that is read from a file named by the option. */
export const isStreamed = ({ service }: ServiceModel, { name }: OperationModel, member: string) =>
  service === 's3' && name === 'PutObject' && member === 'Body'

/** The options of one operation, as the CLI derives them from its input shape. */
export function optionsOf(
  service: ServiceModel,
  operation: OperationModel,
  args: readonly string[],
): OperationOptions {
  const free = frees(args)
  const members: MemberOption[] = []
  const options: Argument[] = []
  for (const [member, { shape, required }] of Object.entries(operation.input)) {
    const name = kebab(member)
    const flag = `--${name}`
    members.push({ flag, into: name, member, shape })
    if (shape.kind === 'boolean') {
      options.push({ name: flag, into: name, takes: 'nothing', constant: true })
      options.push({ name: `--no-${name}`, into: name, takes: 'nothing', constant: false })
    } else
      options.push({
        name: flag,
        into: name,
        takes: shape.kind === 'list' ? 'any' : 'one',
        required: required && !free,
        ...(shape.kind === 'double' && { kind: 'float' as const }),
      })
  }
  const { paginator } = operation
  if (paginator) {
    options.push({ name: '--starting-token', into: 'starting-token', takes: 'one' })
    if (paginator.limitKey !== undefined)
      options.push({ name: '--page-size', into: 'page-size', takes: 'one', kind: 'int' })
    options.push({ name: '--max-items', into: 'max-items', takes: 'one', kind: 'int' })
  }
  const outfile = hasOutfile(service, operation)
  if (!outfile)
    options.push(
      { name: '--cli-input-json', into: 'cli-input-json', takes: 'one' },
      { name: '--cli-input-yaml', into: 'cli-input-yaml', takes: 'one' },
      {
        name: `--${SKELETON}`,
        into: SKELETON,
        takes: 'optional',
        constant: 'input',
        choices: SKELETON_KINDS,
      },
    )
  return {
    members,
    options,
    positionals: [
      ...(outfile ? [{ name: 'outfile', into: 'outfile', takes: 'one', required: true } as const] : []),
      { name: 'help', into: 'help', takes: 'optional' },
    ],
    byHand: paginator
      ? [paginator.inputToken, ...(paginator.limitKey === undefined ? [] : [paginator.limitKey])]
      : [],
  }
}

/** With an input of its own, or for a skeleton of it, nothing else is required. */
function frees(args: readonly string[]): boolean {
  const at = args.indexOf(`--${SKELETON}`)
  return (
    args.includes('--cli-input-json') ||
    args.includes('--cli-input-yaml') ||
    (at >= 0 && args[at + 1] !== 'output')
  )
}
