import type { Members, Shape } from '../kms/shapes.ts'
import { shellWord } from './shell-word.ts'

/** A request as a form holds it: JSON values, where a blob is base64 text or the name of a file. */
export type CliValue =
  | string
  | number
  | boolean
  | null
  | { readonly file: string }
  | readonly CliValue[]
  | { readonly [name: string]: CliValue }

/** What says who calls and where, when it is not the default profile in its own Region. */
export interface CliSession {
  /** `kms` unless another service of the CLI is named */
  readonly service?: string
  readonly profile?: string
  readonly region?: string
}

const WIDTH = 80

/**
 * The literal AWS CLI (version 2) line that sends this request: what a learner would type at work.
 * Members that are null or unknown to the operation are left out, as the wire leaves them out.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/kms/
 */
export function commandFor(
  operation: string,
  input: Readonly<Record<string, CliValue>>,
  members: Members,
  { service = 'kms', profile, region }: CliSession = {},
): string {
  const parts = [`aws ${service} ${kebab(operation)}`]
  for (const [name, { shape }] of Object.entries(members)) {
    const value = Object.hasOwn(input, name) ? input[name] : null
    if (value !== null && value !== undefined) parts.push(option(kebab(name), shape, value))
  }
  if (profile !== undefined) parts.push(`--profile ${shellWord(profile)}`)
  if (region !== undefined) parts.push(`--region ${shellWord(region)}`)
  const line = parts.join(' ')
  return line.length <= WIDTH ? line : parts.join(' \\\n  ')
}

/** `GenerateDataKey` -> `generate-data-key`, by the two steps of botocore's xform_name. */
export const kebab = (name: string): string =>
  name
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()

function option(name: string, shape: Shape, value: CliValue): string {
  if (shape.kind === 'boolean') return value === false ? `--no-${name}` : `--${name}`
  const words = wordsOf(shape, value)
  // A value that looks like an option has to hang on its own.
  const [first = ''] = words
  return first.startsWith('-') ? `--${name}=${words.join(' ')}` : `--${name} ${words.join(' ')}`
}

function wordsOf(shape: Shape, value: CliValue): string[] {
  if (shape.kind === 'timestamp' && typeof value === 'number') return [isoDate(value)]
  if (isFile(value)) return [shellWord(`fileb://${value.file}`)]
  if (typeof value !== 'object' || value === null) return [shellWord(String(value))]
  if (Array.isArray(value)) {
    const items = (value as readonly CliValue[]).map(shorthandItem)
    return items.length > 0 && items.every((item) => item !== undefined)
      ? items.map(shellWord)
      : [json(value)]
  }
  const pairs = shorthandPairs(value as Readonly<Record<string, CliValue>>)
  return [pairs === undefined ? json(value) : shellWord(pairs)]
}

const json = (value: CliValue) => shellWord(JSON.stringify(value))

const isFile = (value: CliValue): value is { readonly file: string } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof (value as { file?: unknown }).file === 'string' &&
  Object.keys(value).length === 1

const isoDate = (epochSeconds: number) => new Date(epochSeconds * 1000).toISOString().replace('.000Z', 'Z')

function shorthandItem(item: CliValue): string | undefined {
  if (typeof item === 'string') return /^[^[{]/.test(item) ? item : undefined
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined
  return shorthandPairs(item as Readonly<Record<string, CliValue>>)
}

/** What the CLI's shorthand takes without quotes of its own; everything else is sent as JSON. */
const SHORTHAND_NAME = /^[A-Za-z0-9_.#/:-]+$/
const SHORTHAND_VALUE = /^[A-Za-z0-9_.#/:+@-]+(?: [A-Za-z0-9_.#/:+@-]+)*$/

/** @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html */
function shorthandPairs(value: Readonly<Record<string, CliValue>>): string | undefined {
  const pairs = Object.entries(value)
  const fits = ([name, item]: [string, CliValue]) =>
    SHORTHAND_NAME.test(name) && typeof item === 'string' && SHORTHAND_VALUE.test(item)
  return pairs.length > 0 && pairs.every(fits)
    ? pairs.map(([name, item]) => `${name}=${String(item)}`).join(',')
    : undefined
}
