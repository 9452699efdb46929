import { kebab } from '../../../wire/cli-command.ts'
import type { OperationModel, ServiceModel } from '../../../wire/service-models.ts'
import type { Shape } from '../../../kms/shapes.ts'
import { globalOptions } from './global-options.ts'
import { commandNameOf, optionsOf } from './operation-options.ts'

const section = (title: string, ...lines: readonly string[]) =>
  `${title}\n${lines.map((line) => (line === '' ? '' : `       ${line}`)).join('\n')}\n\n`

/** Short pages of our own: AWS's are its text, and are linked. */
export const mainHelp = (commands: readonly string[]): string =>
  section('NAME', 'aws - the AWS Command Line Interface, version 2, as this lab simulates it') +
  section('SYNOPSIS', 'aws [options] <command> <subcommand> [parameters]') +
  section(
    'GLOBAL OPTIONS',
    ...globalOptions.map(({ name, takes }) => (takes === 'one' ? `${name} <value>` : name)),
  ) +
  section('AVAILABLE COMMANDS', ...commands.map((name) => `o ${name}`)) +
  section('SEE ALSO', 'https://docs.aws.amazon.com/cli/latest/reference/')

export const serviceHelp = (name: string, commands: readonly string[]): string =>
  section('NAME', `aws ${name}`) +
  section('AVAILABLE COMMANDS', ...commands.map((command) => `o ${command}`)) +
  section('SEE ALSO', `https://docs.aws.amazon.com/cli/latest/reference/${name}/`)

export function operationHelp(service: ServiceModel, operation: OperationModel): string {
  const name = commandNameOf(service)
  const command = kebab(operation.name)
  const { members, options } = optionsOf(service, operation, [])
  const shapes = new Map(members.map(({ flag, shape }) => [flag, shape]))
  const synopsis = options.map(({ name: flag, takes, required }) => {
    const text = takes === 'nothing' ? flag : `${flag} <value>`
    return required ? text : `[${text}]`
  })
  return (
    section('NAME', `aws ${name} ${command}`) +
    section('SYNOPSIS', `aws ${name} ${command}`, ...synopsis) +
    section('OPTIONS', ...options.map(({ name: flag }) => described(flag, shapes.get(flag)))) +
    section(
      'SEE ALSO',
      `https://docs.aws.amazon.com/cli/latest/reference/${name}/${command}.html`,
      operation.docs,
    )
  )
}

function described(flag: string, shape: Shape | undefined): string {
  if (!shape) return flag
  const choices = shape.kind === 'string' && shape.enum ? `: ${shape.enum.join(' | ')}` : ''
  return `${flag} (${shape.kind})${choices}`
}
