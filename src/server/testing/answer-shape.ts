import { readFileSync } from 'node:fs'

interface ModelShape {
  readonly type: string
  readonly required?: boolean
  readonly enum?: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly member?: ModelShape
  readonly members?: Readonly<Record<string, ModelShape>>
}

interface Model {
  readonly operations: Readonly<
    Record<
      string,
      { readonly output?: Readonly<Record<string, ModelShape>>; readonly errors: readonly string[] }
    >
  >
}

const file = new URL('../../kms/fixtures/kms-api.json', import.meta.url)
const { operations } = JSON.parse(readFileSync(file, 'utf8')) as Model

export const operationNames = Object.keys(operations)
export const errorsOf = (operation: string) => operations[operation]?.errors ?? []

/** @returns a sentence for everything in an answer, as the SDK read it, that AWS's model does not allow */
export function faultsOfAnswer(operation: string, answer: object): string[] {
  const { $metadata: _, ...members } = answer as Record<string, unknown>
  return structure(operation, operations[operation]?.output ?? {}, members)
}

function structure(at: string, members: Readonly<Record<string, ModelShape>>, value: object): string[] {
  const given = Object.entries(value).filter(([, item]) => item !== undefined)
  const missing = Object.keys(members).filter(
    (name) => members[name]?.required === true && !given.some(([known]) => known === name),
  )
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...given.flatMap(([name, item]) => {
      const shape = members[name]
      return shape ? faults(`${at}.${name}`, shape, item) : [`${at}.${name} is not in the model`]
    }),
  ]
}

function faults(at: string, shape: ModelShape, value: unknown): string[] {
  switch (shape.type) {
    case 'string':
      if (typeof value !== 'string') return [`${at} is not a string`]
      if (shape.enum && !shape.enum.includes(value))
        return [`${at} is ${value}, which the model does not have`]
      // AWS's own samples show grants without a name with an empty one.
      if (at.endsWith('.Name') && value === '') return []
      return lengthFaults(at, shape, value.length)
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at} is not a boolean`]
    case 'integer':
      return Number.isInteger(value) ? [] : [`${at} is not an integer`]
    case 'timestamp':
      return value instanceof Date && !Number.isNaN(value.getTime()) ? [] : [`${at} is not a date`]
    case 'blob':
      return value instanceof Uint8Array ? lengthFaults(at, shape, value.length) : [`${at} is not bytes`]
    case 'list':
      if (!Array.isArray(value)) return [`${at} is not a list`]
      return value.flatMap((item, i) => faults(`${at}[${i}]`, shape.member as ModelShape, item))
    case 'map':
      return typeof value === 'object' && value !== null ? [] : [`${at} is not a map`]
    case 'structure':
      return structure(at, shape.members ?? {}, value as object)
    default:
      return [`${at}: the model's type ${shape.type} is not known here`]
  }
}

function lengthFaults(at: string, { min = 0, max = Number.POSITIVE_INFINITY }: ModelShape, length: number) {
  return length >= min && length <= max ? [] : [`${at} has length ${length}, not ${min} to ${max}`]
}
