import { KmsError } from './errors.ts'
import type { Member, Members, Shape } from './shapes.ts'

/**
 * Holds an input against its shape and answers as the service's framework does, all faults in one message
 * (wording: F-629 and F-630, recorded against AWS). Members the shape does not know are ignored.
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
  return required ? [`Value null at '${path}' failed to satisfy constraint: Member must not be null`] : []
}

function faultsOf(shape: Shape, value: unknown, path: string): string[] {
  const fault = (constraint: string, shown = `Value '${String(value)}'`) =>
    `${shown} at '${path}' failed to satisfy constraint: ${constraint}`

  switch (shape.kind) {
    case 'string': {
      const string = value as string
      if (shape.enum) {
        if (shape.enum.includes(string)) return []
        return [fault(`Member must satisfy enum value set: [${shape.enum.join(', ')}]`)]
      }
      const faults = lengthFaults([...string].length, shape).map((constraint) => fault(constraint))
      if (shape.pattern !== undefined && !new RegExp(`^(?:${shape.pattern})$`, 'u').test(string)) {
        faults.push(fault(`Member must satisfy regular expression pattern: ${shape.pattern}`))
      }
      return faults
    }
    case 'blob':
      return lengthFaults((value as Uint8Array).length, shape).map((constraint) => fault(constraint, 'Value'))
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
      const faults = lengthFaults(entries.length, shape).map((constraint) =>
        fault(constraint, `Value '[${entries.join(', ')}]'`),
      )
      return [
        ...faults,
        ...entries.flatMap((entry, i) => faultsOf(shape.member, entry, `${path}.${i + 1}.member`)),
      ]
    }
    case 'map':
      return Object.values(value as object).flatMap((entry) => faultsOf(shape.value, entry, `${path}.value`))
    case 'structure':
      return faultsOfMembers(shape.members, value as Record<string, unknown>, `${path}.`)
    case 'double':
    case 'boolean':
    case 'timestamp':
      return []
  }
}

function lengthFaults(length: number, { min, max }: { min?: number; max?: number }): string[] {
  if (min !== undefined && length < min) return [`Member must have length greater than or equal to ${min}`]
  if (max !== undefined && length > max) return [`Member must have length less than or equal to ${max}`]
  return []
}

export const lowerCamel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
