/** One statement with everything that may be a text or a list as a list. */
export interface Statement {
  readonly sid?: string
  readonly effect: 'Allow' | 'Deny'
  readonly principals?: Selection<Principals>
  readonly actions: Selection<readonly string[]>
  /** Absent: everything, as in a policy that hangs on its resource */
  readonly resources?: Selection<readonly string[]>
  readonly conditions: readonly Condition[]
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

const read = new Map<string, readonly Statement[]>()
const MOST_KEPT = 500

/**
 * A policy's statements. What is no policy has none: KMS refuses such a text before it is kept.
 * Read once: policies are compared by their text.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function statementsOf(text: string): readonly Statement[] {
  const known = read.get(text)
  if (known) return known
  if (read.size >= MOST_KEPT) read.clear()
  const fresh = parse(text)
  read.set(text, fresh)
  return fresh
}

type Json = Readonly<Record<string, unknown>>

function parse(text: string): readonly Statement[] {
  try {
    const { Statement: statements } = JSON.parse(text) as Json
    return (Array.isArray(statements) ? statements : [statements]).map((one) => statementOf(one as Json))
  } catch {
    return []
  }
}

function statementOf(json: Json): Statement {
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
  }
}

function selection<Of>(json: Json, name: string, as: (value: unknown) => Of): Selection<Of> | undefined {
  if (json[name] !== undefined) return { of: as(json[name]), except: false }
  if (json[`Not${name}`] !== undefined) return { of: as(json[`Not${name}`]), except: true }
  return undefined
}

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined && each !== null).map(String)

const principalsOf = (value: unknown): Principals =>
  value === '*' || typeof value !== 'object' || value === null
    ? '*'
    : Object.fromEntries(Object.entries(value).map(([kind, names]) => [kind, texts(names)]))
