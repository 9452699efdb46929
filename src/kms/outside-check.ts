import type { Entropy } from '../world/entropy.ts'
import type { Place } from './outside.ts'
import type { TableReader } from './tables.ts'

/** What a description of the outside world says is not possible, in a plain sentence. */
export class OutsideRefusal extends Error {
  override readonly name = 'OutsideRefusal'
}

/** Where a description of it applies. */
export interface Stage {
  readonly reader: TableReader
  readonly place: Place
  readonly entropy: Entropy
}

/** Any part of a row, or that it goes */
export type Given<Row> = Partial<Row> & { readonly gone?: boolean }

/** Whether a value will do; otherwise what would. */
export type Wanted = readonly [will: (value: unknown) => boolean, does: string]

export const flag: Wanted = [(value) => typeof value === 'boolean', 'true or false']
export const count: Wanted = [
  (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1000,
  'a whole number from 0 to 999',
]
export const words: Wanted = [
  (value) => typeof value === 'string' && value.length > 0 && value.length <= 5000,
  'a text of 1 to 5000 characters',
]
export const matching = (pattern: RegExp, does: string): Wanted => [
  (value) => typeof value === 'string' && pattern.test(value),
  does,
]
export const oneOf = (...values: readonly string[]): Wanted => [
  (value) => values.includes(value as string),
  `one of ${values.join(', ')}`,
]
export const listOf = ([will, does]: Wanted): Wanted => [
  (value) => Array.isArray(value) && value.length <= 100 && value.every(will),
  `a list, each entry ${does}`,
]

/** @throws OutsideRefusal for what is no object, an unknown member, or a value that will not do */
export function checked<Name extends string>(
  what: string,
  value: unknown,
  members: Readonly<Record<Name, Wanted>>,
): Readonly<Partial<Record<Name, unknown>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new OutsideRefusal(`${what} must be an object.`)
  for (const [name, given] of Object.entries(value)) {
    if (!Object.hasOwn(members, name)) throw new OutsideRefusal(`${what} has no member ${name}.`)
    const [will, does] = members[name as Name]
    if (!will(given)) throw new OutsideRefusal(`${what}.${name} must be ${does}.`)
  }
  return value as Readonly<Partial<Record<Name, unknown>>>
}

/** @throws OutsideRefusal where a new thing needs what is not there */
export function needed<T>(what: string, name: string, value: T | undefined): T {
  if (value === undefined) throw new OutsideRefusal(`A new ${what} needs ${name}.`)
  return value
}
