import { KmsError } from './errors.ts'
import type { Member, Members, Shape, StringShape } from './shapes.ts'

/**
 * Holds an input against its shape and answers as the service's framework does, all faults in one message
 * (wording: F-629 and F-630, recorded against AWS). Members the shape does not know are ignored. The framework is
 * the same in many services: what it says of list entries is recorded from AWS Config, ACM and Lambda, and that it
 * does not show sensitive texts from Cognito.
 *
 * @throws KmsError ValidationException
 */
export function validate(members: Members, input: Readonly<Record<string, unknown>>): void {
  const faults = faultsOfMembers(members, input, '')
  if (faults.length === 0) return
  const heading =
    faults.length === 1 ? '1 validation error detected' : `${faults.length} validation errors detected`
  throw new KmsError('ValidationException', `${heading}: ${faults.join('; ')}`)
}

function faultsOfMembers(members: Members, value: Readonly<Record<string, unknown>>, path: string): string[] {
  const faults: string[] = []
  for (const name of Object.keys(members)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined
    const member = members[name] as Member
    if ((given === undefined || given === null) && !member.required) continue
    faults.push(...faultsOfMember(member, given, path + lowerCamel(name)))
  }
  return faults
}

function faultsOfMember({ shape, required }: Member, value: unknown, path: string): string[] {
  if (value !== undefined && value !== null) return faultsOf(shape, value, path)
  if (!required) return []
  return [
    `${isSensitive(shape) ? 'Value' : 'Value null'} at '${path}' failed to satisfy constraint: Member must not be null`,
  ]
}

function faultsOf(shape: Shape, value: unknown, path: string): string[] {
  const fault = (constraint: string) => {
    const hidden = shape.kind === 'blob' || isSensitive(shape)
    const shown = hidden ? 'Value' : `Value '${shownText(value)}'`
    return `${shown} at '${path}' failed to satisfy constraint: ${constraint}`
  }

  switch (shape.kind) {
    case 'string': {
      return stringFaults(value as string, shape).map(fault)
    }
    case 'blob':
      return lengthFaults((value as Uint8Array).length, shape).map(fault)
    case 'integer': {
      const number = value as number
      if (shape.min !== undefined && number < shape.min)
        return [fault(`Member must have value greater than or equal to ${shape.min}`)]
      if (shape.max !== undefined && number > shape.max)
        return [fault(`Member must have value less than or equal to ${shape.max}`)]
      return []
    }
    case 'list': {
      const entries = value as readonly unknown[]
      const faults = lengthFaults(entries.length, shape).map(fault)
      const { member } = shape
      if (member.kind !== 'string')
        return [
          ...faults,
          ...entries.flatMap((entry, i) => faultsOf(member, entry, `${path}.${i + 1}.member`)),
        ]
      // Of plain entries the list is named, once, with all that holds for an entry.
      const good = entries.every((entry) => stringFaults(entry as string, member).length === 0)
      return good
        ? faults
        : [...faults, fault(`Member must satisfy constraint: [${constraintsOf(member).join(', ')}]`)]
    }
    case 'structure':
      return faultsOfMembers(shape.members, value as Record<string, unknown>, `${path}.`)
    // No map of KMS has a constraint on its keys or values.
    case 'map':
    case 'double':
    case 'boolean':
    case 'timestamp':
      return []
  }
}

const isSensitive = (shape: Shape) => 'sensitive' in shape && shape.sensitive === true

const atLeast = (min: number) => `Member must have length greater than or equal to ${min}`
const atMost = (max: number) => `Member must have length less than or equal to ${max}`
const like = (pattern: string) => `Member must satisfy regular expression pattern: ${pattern}`
const oneOf = (values: readonly string[]) => `Member must satisfy enum value set: [${values.join(', ')}]`

function lengthFaults(length: number, { min, max }: { min?: number; max?: number }): string[] {
  if (min !== undefined && length < min) return [atLeast(min)]
  if (max !== undefined && length > max) return [atMost(max)]
  return []
}

function stringFaults(text: string, shape: StringShape): string[] {
  if (shape.enum) return shape.enum.includes(text) ? [] : [oneOf(shape.enum)]
  const faults = lengthFaults([...text].length, shape)
  const { pattern } = shape
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) faults.push(like(pattern))
  return faults
}

/** Everything that holds for a text, in the order of the recorded answers. */
const constraintsOf = ({ enum: values, min, max, pattern }: StringShape): string[] => [
  ...(values ? [oneOf(values)] : []),
  ...(max === undefined ? [] : [atMost(max)]),
  ...(min === undefined ? [] : [atLeast(min)]),
  ...(pattern === undefined ? [] : [like(pattern)]),
]

/** Maps come without a prototype, and so without a text of their own. */
function shownText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shownText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .map(([name, entry]) => `${name}=${shownText(entry)}`)
    .join(', ')}}`
}

export const lowerCamel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
