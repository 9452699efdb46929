import { isPlain } from './codec.ts'

/** Is a value, as a save file holds it, what it should be? */
export type Check = (value: unknown) => boolean

export const text: Check = (value) => typeof value === 'string'
export const number: Check = (value) => typeof value === 'number' && Number.isFinite(value)
export const flag: Check = (value) => typeof value === 'boolean'
export const bytes: Check = (value) => value instanceof Uint8Array
export const bytesOf =
  (length: number): Check =>
  (value) =>
    value instanceof Uint8Array && value.length === length
/** Both ends included */
export const between =
  (least: number, most = Number.MAX_VALUE): Check =>
  (value) =>
    number(value) && (value as number) >= least && (value as number) <= most
/** 1970 to 9999: what is due is carried out date by date, so a far date would keep the engine busy for ever. */
export const instant: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < Date.UTC(10_000, 0)
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
export const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string)
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
export const mapOf =
  (check: Check): Check =>
  (value) =>
    isPlain(value) && Object.values(value).every(check)
export const record =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isPlain(value) &&
    Object.entries(members).every(([name, check]) =>
      check(Object.hasOwn(value, name) ? value[name] : undefined),
    )

/** What the rows of tables look like: a table by its name, or tables by a pattern of theirs. */
export type Shapes = readonly (readonly [table: string | RegExp, check: Check])[]

/** Tables whose names begin so. */
export const startingWith = (prefix: string) => new RegExp(`^${prefix}`)
