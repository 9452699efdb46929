import type { CallStep, ScriptStep, ScriptValue } from '../course/table/experiment-definition.ts'
import { commandFor, type CliValue } from '../wire/cli-command.ts'
import { serviceModels, type OperationModel } from '../wire/service-models.ts'

const models = serviceModels()

/** @throws RangeError for an operation that no service has */
export function operationOf({ service, operation }: Pick<CallStep, 'service' | 'operation'>): OperationModel {
  const found = models
    .find((one) => one.service === service)
    ?.operations.find(({ name }) => name === operation)
  if (!found) throw new RangeError(`there is no ${service} ${operation}`)
  return found
}

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'm'],
  [1_000, 's'],
] as const

/** What is typed for a step, to the letter: the lab's shell takes it. Undefined where nothing is typed. */
export function lineOf(step: ScriptStep): string | undefined {
  switch (step.is) {
    case 'call':
      return callLine(step)
    case 'local':
      return step.line
    case 'travel': {
      const [unit, letter] = UNITS.find(([unit]) => step.by % unit === 0) ?? UNITS[3]
      return `lab clock +${step.by / unit}${letter}`
    }
    case 'region-failure':
      return 'lab region-failure'
    case 'outside':
      return undefined
  }
}

function callLine(step: CallStep): string {
  const held: string[] = []
  const holding = (text: string): string => `held-${held.push(text) - 1}-held`
  const typed = (value: ScriptValue | CallStep['input'][string]): CliValue => {
    if (typeof value === 'string') return value.startsWith('$') ? holding(value) : value
    if (Array.isArray(value))
      return value.map((one: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, typed(inner)])),
      )
    if (typeof value === 'object' && 'text' in value) return holding(`file://${value.text}`)
    return value as CliValue
  }
  const input = Object.fromEntries(Object.entries(step.input).map(([name, value]) => [name, typed(value)]))
  const line = commandFor(
    step.operation,
    input,
    operationOf(step).input,
    step.region === undefined ? {} : { region: step.region },
  )
    .replace(/^aws kms/, `aws ${step.service}`)
    .replace(/held-(\d+)-held/g, (_, at: string) => held[Number(at)] ?? '')
  const tail = step.query === undefined ? '' : `--query ${quoted(step.query)} --output text`
  return behind(step, tail === '' ? line : `${line}${line.includes('\n') ? ' \\\n  ' : ' '}${tail}`)
}

const quoted = (text: string) => (/^[A-Za-z.]+$/.test(text) ? text : `'${text}'`)

function behind({ goes }: CallStep, line: string): string {
  if (goes === undefined) return line
  if (goes === 'decoded') return `${line} | base64 -d`
  if ('into' in goes) return `${goes.into}=$(${line})`
  return 'to' in goes ? `${line} > ${goes.to}` : `${line} | base64 -d > ${goes.bytes}`
}
