/** A member as the API model states it (fixtures/kms-api.json). */
export interface ModelMember {
  readonly type: string
  readonly required?: boolean
  readonly sensitive?: boolean
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly member?: ModelMember
  readonly members?: Readonly<Record<string, ModelMember>>
}

type Input = Readonly<Record<string, unknown>>

/** One constraint with requests on both sides of it. Everything else in them holds. */
export interface Constraint {
  readonly kind: 'required' | 'min' | 'max' | 'pattern' | 'enum'
  readonly member: string
  readonly holds: readonly Input[]
  readonly breaks: readonly { readonly input: Input; readonly says: readonly string[] }[]
}

/** One text for each pattern of the model, and the characters that make it longer without leaving the pattern. */
const FITTING: Readonly<
  Record<string, { readonly start: string; readonly fill: string; readonly end?: string }>
> = {
  '^[a-zA-Z0-9:/_-]+$': { start: '', fill: 'a' },
  '[\\w]+': { start: '', fill: 'a' },
  '^([a-z]+-){2,3}\\d+$': { start: 'us-east-', fill: '1' },
  '[0-9]{12}': { start: '', fill: '1' },
  '^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$': { start: 'a.b.', fill: 'c' },
  '^[\\w+=,.@:/-]+$': { start: '', fill: 'a' },
  'cluster-[2-7a-zA-Z]{11,16}': { start: 'cluster-', fill: 'a' },
  '^(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+$': {
    start: 'com.amazonaws.vpce.us-east-1.vpce-svc-',
    fill: '0',
  },
  '^[A-Z2-7]+$': { start: '', fill: 'A' },
  '^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$': { start: 'arn:aws:s3::111122223333:', fill: 'b' },
  '^[a-zA-Z0-9-_.]+$': { start: '', fill: 'a' },
  '^[a-f0-9]+$': { start: '', fill: 'a' },
  '[\\u0020-\\u00FF]*': { start: '', fill: 'a' },
  '^(/[a-zA-Z0-9\\/_-]+/kms/xks/v\\d{1,2})$|^(/kms/xks/v\\d{1,2})$': {
    start: '/',
    fill: 'a',
    end: '/kms/xks/v1',
  },
  '^[a-zA-Z0-9:/_\\s.-]+$': { start: '', fill: 'a' },
  '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+': { start: '', fill: ' ' },
  '^[a-zA-Z0-9\\/+=]+$': { start: '', fill: 'a' },
  '^https://[a-zA-Z0-9.-]+$': { start: 'https://', fill: 'a' },
}

/** A text of that length; it keeps to the pattern where the pattern has texts of that length. */
function textOf(length: number, pattern?: string): string {
  if (pattern === undefined) return 'a'.repeat(length)
  const form = FITTING[pattern]
  if (!form) throw new Error(`no text is known that fits ${pattern}`)
  const { start, fill, end = '' } = form
  return start + fill.repeat(Math.max(0, length - start.length - end.length)) + end
}

/**
 * The constraints of these members, and of what is inside them.
 * @param also members that every request needs although the model does not say so
 */
export function modelConstraints(
  members: Readonly<Record<string, ModelMember>>,
  also: Input = {},
): Constraint[] {
  const complete = { ...exampleOf(members), ...also }
  return Object.entries(members).flatMap(([name, member]) =>
    constraintsOf(member, name, lowerCamel(name), (value) => ({ ...complete, [name]: value })),
  )
}

type Put = (value: unknown) => Input

function constraintsOf(member: ModelMember, name: string, path: string, put: Put): Constraint[] {
  const constraints = [...required(member, name, path, put), ...ownConstraints(member, name, path, put)]
  if (member.member?.members) {
    const { members } = member.member
    return [...constraints, ...inside(members, `${name}[]`, `${path}.1.member.`, (entry) => put([entry]))]
  }
  if (member.member) {
    const ofEntry = ownConstraints(member.member, `${name}[]`, path, (entry) => put([entry]), member.member)
    return [...constraints, ...ofEntry]
  }
  return member.members ? [...constraints, ...inside(member.members, name, `${path}.`, put)] : constraints
}

function inside(
  members: Readonly<Record<string, ModelMember>>,
  name: string,
  path: string,
  put: Put,
): Constraint[] {
  const complete = exampleOf(members)
  return Object.entries(members).flatMap(([inner, member]) =>
    constraintsOf(member, `${name}.${inner}`, path + lowerCamel(inner), (value) =>
      put({ ...complete, [inner]: value }),
    ),
  )
}

function required(member: ModelMember, name: string, path: string, put: Put): Constraint[] {
  if (!member.required) return []
  const shown = member.sensitive ? 'Value' : 'Value null'
  const says = [`${shown} at '${path}' failed to satisfy constraint: Member must not be null`]
  const breaks = [undefined, null].map((value) => ({ input: put(value), says }))
  return [{ kind: 'required', member: name, holds: [put(example(member))], breaks }]
}

/** @param entry where the member is the entry of a list: the list is named, with all that holds for an entry */
function ownConstraints(
  member: ModelMember,
  name: string,
  path: string,
  put: Put,
  entry?: ModelMember,
): Constraint[] {
  const { min, max, pattern, enum: values } = member
  const broken = (value: unknown) => ({ input: put(value), says: sayings(member, value, path, entry) })
  // At some edges no text fits the pattern: there the answer must tell of the pattern, and not of the size.
  const side = (
    kind: Constraint['kind'],
    holding: readonly unknown[],
    breaking: readonly unknown[],
  ): Constraint => ({
    kind,
    member: name,
    holds: holding.filter((value) => isWhole(member, value)).map(put),
    breaks: [...breaking, ...holding.filter((value) => !isWhole(member, value))].map(broken),
  })
  return [
    ...(min === undefined
      ? []
      : [
          side(
            'min',
            [sized(member, min)],
            member.type !== 'integer' && min === 0 ? [] : [sized(member, min - 1)],
          ),
        ]),
    ...(max === undefined ? [] : [side('max', [sized(member, max)], [sized(member, max + 1)])]),
    ...(pattern === undefined ? [] : [side('pattern', [example(member)], strangers(member))]),
    ...(values ? [side('enum', values, [`${values[0]}_`, String(values[0]).toLowerCase(), ''])] : []),
  ]
}

/** Texts of a length that holds that begin with a character which the pattern does not have there. */
function strangers(member: ModelMember): string[] {
  const good = example(member) as string
  return ['\u{1F511}', '\u0000', '\u0100'].map((stranger) => `${stranger}${good.slice(1)}`)
}

/** What the service says of a value, typed from the recorded answers and not from our code. */
function sayings(member: ModelMember, value: unknown, path: string, entry?: ModelMember): string[] {
  const hidden = member.type === 'blob' || member.sensitive
  const print = (some: unknown) => (Array.isArray(some) ? `[${some.join(', ')}]` : String(some))
  const shown = hidden ? 'Value' : `Value '${entry ? `[${print(value)}]` : print(value)}'`
  const say = (constraint: string) => `${shown} at '${path}' failed to satisfy constraint: ${constraint}`
  const broken = [...brokenSizes(member, value), ...brokenForm(member, value)]
  if (!entry) return broken.map(say)
  const all = [
    ...(entry.enum ? [`Member must satisfy enum value set: [${entry.enum.join(', ')}]`] : []),
    ...(entry.max === undefined ? [] : [`Member must have length less than or equal to ${entry.max}`]),
    ...(entry.min === undefined ? [] : [`Member must have length greater than or equal to ${entry.min}`]),
  ]
  return [say(`Member must satisfy constraint: [${all.join(', ')}]`)]
}

const isWhole = (member: ModelMember, value: unknown) =>
  [...brokenSizes(member, value), ...brokenForm(member, value)].length === 0

function brokenSizes({ type, min, max }: ModelMember, value: unknown): string[] {
  const size =
    type === 'integer'
      ? (value as number)
      : type === 'string'
        ? [...(value as string)].length
        : (value as unknown[]).length
  const what = type === 'integer' ? 'value' : 'length'
  if (min !== undefined && size < min) return [`Member must have ${what} greater than or equal to ${min}`]
  if (max !== undefined && size > max) return [`Member must have ${what} less than or equal to ${max}`]
  return []
}

function brokenForm({ pattern, enum: values }: ModelMember, value: unknown): string[] {
  if (values)
    return values.includes(value as string)
      ? []
      : [`Member must satisfy enum value set: [${values.join(', ')}]`]
  if (pattern === undefined || fits(value as string, pattern)) return []
  return [`Member must satisfy regular expression pattern: ${pattern}`]
}

const fits = (text: string, pattern: string) => {
  const found = new RegExp(pattern, 'u').exec(text)
  return found?.[0] === text
}

/** A value of that size: a text, bytes, a list of entries, or the number itself. */
function sized(member: ModelMember, size: number): unknown {
  if (member.type === 'integer') return size
  if (member.type === 'blob') return new Uint8Array(size)
  if (member.type === 'list') return Array.from({ length: size }, () => example(member.member as ModelMember))
  return textOf(size, member.pattern)
}

const exampleOf = (members: Readonly<Record<string, ModelMember>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, member]) => (member.required ? [[name, example(member)]] : [])),
  )

/** Any value that holds. */
function example(member: ModelMember): unknown {
  if (member.enum) return member.enum[0]
  if (member.members) return exampleOf(member.members)
  switch (member.type) {
    case 'list':
      return [example(member.member as ModelMember)]
    case 'boolean':
      return false
    case 'timestamp':
      return 0
    case 'map':
      return {}
    case 'integer':
      return member.min ?? 1
    default: {
      let size = Math.max(member.min ?? 0, 1)
      while (!isWhole(member, sized(member, size))) size++
      return sized(member, size)
    }
  }
}

const lowerCamel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
