import type { Members, Shape } from '../../../kms/shapes.ts'
import { Float, type Dict, type Value } from './python-value.ts'

/** `--generate-cli-skeleton`: every member, with a value that shows its type. */
export const inputSkeleton = (members: Members): Dict =>
  new Map(Object.entries(members).map(([name, { shape }]) => [name, sample(shape)]))

function sample(shape: Shape): Value {
  switch (shape.kind) {
    case 'structure':
      return inputSkeleton(shape.members)
    case 'list':
      return [sample(shape.member)]
    case 'map':
      return new Map([['KeyName', sample(shape.value)]])
    case 'string':
      return shape.enum?.[0] ?? ''
    case 'integer':
      return 0
    case 'double':
      return new Float(0)
    case 'boolean':
      return true
    case 'timestamp':
      return '1970-01-01T00:00:00'
    case 'blob':
      return null
  }
}

/** A made-up answer: texts are the names of their members. */
export const outputSkeleton = (members: Members): Dict =>
  new Map(Object.entries(members).map(([name, { shape }]) => [name, named(shape, name)]))

function named(shape: Shape, name: string): Value {
  switch (shape.kind) {
    case 'structure':
      return outputSkeleton(shape.members)
    case 'list':
      return [named(shape.member, name)]
    case 'map':
      return new Map([['KeyName', named(shape.value, '')]])
    case 'string':
      return name
    case 'blob':
      return name
    default:
      return sample(shape)
  }
}
