/** One statement with everything that may be a text or a list as a list. */
export interface Statement {
  readonly sid?: string
  readonly effect: 'Allow' | 'Deny'
  readonly principals?: Selection<Principals>
  readonly actions: Selection<readonly string[]>
  /** Absent: everything, as in a policy that hangs on its resource */
  readonly resources?: Selection<readonly string[]>
  readonly conditions: readonly Condition[]
  /** Whether `${…}` is a variable: not in policies of the older version */
  readonly variables: boolean
}

/** `NotAction` and its like select everything else. */
export interface Selection<Of> {
  readonly of: Of
  readonly except: boolean
}

/** By kind: `AWS`, `Service`; `*` alone stands for everybody. */
export type Principals = Readonly<Record<string, readonly string[]>> | '*'

export interface Condition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

interface Policy {
  readonly statements: readonly Statement[]
  /** The account to whose identity policies it leaves everything, when that is all it says: the default key policy */
  readonly leavesAllTo?: string
}

const read = new Map<string, Policy>()
const MOST_KEPT = 500

/**
 * A policy's statements. What is no policy has none: such a text is refused before it is kept.
 * Read once: policies are known again by their text.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export const statementsOf = (text: string): readonly Statement[] => policyOf(text).statements

export function policyOf(text: string): Policy {
  const known = read.get(text)
  if (known) return known
  if (read.size >= MOST_KEPT) read.clear()
  const statements = parse(text)
  const leavesAllTo = accountLeftTo(statements)
  const fresh: Policy = { statements, ...(leavesAllTo === undefined ? {} : { leavesAllTo }) }
  read.set(text, fresh)
  return fresh
}

function accountLeftTo([only, ...more]: readonly Statement[]): string | undefined {
  if (!only || more.length > 0 || only.effect === 'Deny' || only.conditions.length > 0) return undefined
  const { principals, actions, resources } = only
  const everything =
    !actions.except &&
    actions.of.includes('kms:*') &&
    resources &&
    !resources.except &&
    resources.of.includes('*')
  if (!everything || !principals || principals.except || principals.of === '*') return undefined
  const names = principals.of.AWS ?? []
  return names.length === 1 ? /^arn:aws:iam::(\d{12}):root$/.exec(names[0] as string)?.[1] : undefined
}

type Json = Readonly<Record<string, unknown>>

function parse(text: string): readonly Statement[] {
  try {
    const { Statement: statements, Version } = JSON.parse(text) as Json
    return (Array.isArray(statements) ? statements : [statements]).map((one) =>
      statementOf(one as Json, Version === '2012-10-17'),
    )
  } catch {
    return []
  }
}

function statementOf(json: Json, variables: boolean): Statement {
  const principals = selection(json, 'Principal', principalsOf)
  const resources = selection(json, 'Resource', texts)
  return {
    ...(typeof json.Sid === 'string' ? { sid: json.Sid } : {}),
    effect: json.Effect === 'Deny' ? 'Deny' : 'Allow',
    ...(principals ? { principals } : {}),
    actions: selection(json, 'Action', texts) ?? { of: [], except: false },
    ...(resources ? { resources } : {}),
    conditions: Object.entries((json.Condition ?? {}) as Json).flatMap(([operator, keys]) =>
      Object.entries(keys as Json).map(([key, values]) => ({ operator, key, values: texts(values) })),
    ),
    variables,
  }
}

function selection<Of>(json: Json, name: string, as: (value: unknown) => Of): Selection<Of> | undefined {
  if (json[name] !== undefined) return { of: as(json[name]), except: false }
  if (json[`Not${name}`] !== undefined) return { of: as(json[`Not${name}`]), except: true }
  return undefined
}

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined && each !== null).map(String)

/** `{"AWS": "*"}` says the same as `*`. */
const principalsOf = (value: unknown): Principals =>
  value === '*' || typeof value !== 'object' || value === null
    ? '*'
    : Object.fromEntries(Object.entries(value).map(([kind, names]) => [kind, texts(names)]))
