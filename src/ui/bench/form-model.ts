import type { Operation } from '../../kms/operation.ts'
import type { Shape } from '../../kms/shapes.ts'
import type { CallRequest, RequestValue } from '../../lab/lab.ts'
import { encodeBase64 } from '../../bytes/base64.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { featuredPlace } from './operation-groups.ts'
import { parseInstant } from './utc.ts'

/** How a member is filled in. */
export type Control =
  | {
      readonly is:
        | 'key'
        | 'alias'
        | 'text'
        | 'long-text'
        | 'integer'
        | 'flag'
        | 'instant'
        | 'pairs'
        | 'tags'
        | 'lines'
        | 'json'
    }
  | { readonly is: 'choice'; readonly options: readonly string[] }
  /** @param typed text may be given in place of a file, as UTF-8 */
  | { readonly is: 'blob'; readonly typed: boolean }

export interface Field {
  readonly name: string
  readonly required: boolean
  /** Waits under "More options" */
  readonly folded: boolean
  readonly control: Control
}

export type Pair = readonly [name: string, value: string]

/** What a learner has put into one field. Absent: nothing yet, and the member is not sent. */
export type Entered =
  | { readonly text: string }
  | { readonly flag: boolean }
  | { readonly file: string }
  | { readonly typed: string }
  | { readonly pairs: readonly Pair[] }

export type Draft = Readonly<Record<string, Entered>>

/** Why the form itself cannot send what was entered. What the service would refuse is sent, and refused there. */
export type Problem = 'not-a-number' | 'not-a-time' | 'not-json' | 'pair-without-name' | 'pair-twice'

export type Filled =
  | { readonly ok: true; readonly input: CallRequest['input'] }
  | { readonly ok: false; readonly problems: Readonly<Record<string, Problem>> }

export function fieldsOf({ name: operation, input }: Pick<Operation, 'name' | 'input'>): Field[] {
  const fields = Object.entries(input).map(([name, { shape, required }]) => ({
    name,
    required,
    folded: !required && featuredPlace(operation, name) < 0,
    control: controlOf(operation, name, shape),
  }))
  const rank = ({ name, required, folded }: Field) =>
    required ? 0 : folded ? 100 : 1 + featuredPlace(operation, name)
  return fields.sort((a, b) => rank(a) - rank(b))
}

/** The model lists key specs in no order: the one that most keys have comes first, then families by size. */
function usualFirst(options: readonly string[]): readonly string[] {
  if (!options.includes('SYMMETRIC_DEFAULT')) return options
  const family = (one: string) =>
    one === 'SYMMETRIC_DEFAULT' ? -1 : options.findIndex((each) => each.split('_')[0] === one.split('_')[0])
  const size = (one: string) => (/^(ML|RSA|HMAC)_/.test(one) ? Number(/\d+$/.exec(one)?.[0]) : 0)
  const kind = (one: string) => Number(one.startsWith('ML_KEM'))
  return options.toSorted((a, b) => family(a) - family(b) || kind(a) - kind(b) || size(a) - size(b))
}

function controlOf(operation: string, name: string, shape: Shape): Control {
  switch (shape.kind) {
    case 'string':
      if (shape.enum) return { is: 'choice', options: usualFirst(shape.enum) }
      if (/(^|Source|Destination|Target)KeyId$/.test(name)) return { is: 'key' }
      if (name === 'AliasName' && operation !== 'CreateAlias') return { is: 'alias' }
      return { is: name === 'Policy' ? 'long-text' : 'text' }
    case 'blob':
      return { is: 'blob', typed: shape.sensitive === true || name === 'Plaintext' || name === 'Message' }
    case 'integer':
      return { is: 'integer' }
    case 'double':
      return { is: 'json' }
    case 'boolean':
      return { is: 'flag' }
    case 'timestamp':
      return { is: 'instant' }
    case 'map':
      return { is: 'pairs' }
    case 'list':
      if (shape.member.kind === 'string') return { is: 'lines' }
      return shape.member.kind === 'structure' && 'TagKey' in shape.member.members
        ? { is: 'tags' }
        : { is: 'json' }
    case 'structure':
      return { is: 'json' }
  }
}

/** What was entered as a request carries it. Empty optional fields are left out; so are empty required ones, which the service answers. */
export function fill(fields: readonly Field[], draft: Draft): Filled {
  const input: Record<string, RequestValue> = {}
  const problems: Record<string, Problem> = {}
  for (const { name, control } of fields) {
    const entered = draft[name]
    if (!entered) continue
    const value = valueOf(control, entered)
    if (isProblem(value)) problems[name] = value.problem
    else if (value !== undefined) input[name] = value
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, input }
}

/** What is entered as far as it can be sent: for showing the command while a learner still types. */
export function fillSoFar(fields: readonly Field[], draft: Draft): CallRequest['input'] {
  const input: Record<string, RequestValue> = {}
  for (const field of fields) {
    const filled = fill([field], draft)
    if (filled.ok) Object.assign(input, filled.input)
  }
  return input
}

interface Unfit {
  readonly problem: Problem
}
const isProblem = (value: unknown): value is Unfit =>
  typeof value === 'object' && value !== null && 'problem' in value

function valueOf(control: Control, entered: Entered): RequestValue | Unfit | undefined {
  if ('flag' in entered) return entered.flag ? true : undefined
  if ('file' in entered) return entered.file === '' ? undefined : { file: entered.file }
  if ('typed' in entered) return entered.typed === '' ? undefined : encodeBase64(encodeUtf8(entered.typed))
  if ('pairs' in entered) return pairsValue(control, entered.pairs)
  const { text } = entered
  if (text.trim() === '') return undefined
  switch (control.is) {
    case 'integer':
      return /^\s*-?\d{1,15}\s*$/.test(text) ? Number(text) : { problem: 'not-a-number' }
    case 'instant': {
      const at = parseInstant(text)
      return at === undefined ? { problem: 'not-a-time' } : at / 1000
    }
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    case 'json':
      return jsonValue(text)
    case 'key':
    case 'alias':
      return text.trim()
    default:
      return text
  }
}

function pairsValue(control: Control, pairs: readonly Pair[]): RequestValue | Unfit | undefined {
  const kept = pairs.filter(([name, value]) => name !== '' || value !== '')
  if (kept.length === 0) return undefined
  if (kept.some(([name]) => name === '')) return { problem: 'pair-without-name' }
  if (control.is === 'tags') return kept.map(([TagKey, TagValue]) => ({ TagKey, TagValue }))
  // A JSON object cannot carry a name twice, so the service never sees it.
  if (new Set(kept.map(([name]) => name)).size < kept.length) return { problem: 'pair-twice' }
  return Object.fromEntries(kept)
}

function jsonValue(text: string): RequestValue | Unfit {
  try {
    return JSON.parse(text) as RequestValue
  } catch {
    return { problem: 'not-json' }
  }
}
