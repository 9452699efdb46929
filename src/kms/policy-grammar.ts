import { KmsError } from './errors.ts'

export type PolicyKind = 'resource' | 'identity' | 'trust'

type Json = Readonly<Record<string, unknown>>

/**
 * What IAM's policy grammar allows, of a policy that hangs on its resource (a key policy), on an identity, or on a role to
 * say who may take it (which names no resource: it is the role). The rules
 * are AWS's, the order of checks and most texts are not published (docs/fidelity.md).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 * @throws KmsError MalformedPolicyDocumentException
 */
export function requireGrammar(policy: string, of: PolicyKind): void {
  const document = parsed(policy)
  if (!isObject(document) || !only(document, ['Version', 'Id', 'Statement'])) throw malformed()
  if (document.Version !== undefined && !VERSIONS.includes(document.Version)) throw malformed()
  const statements = Array.isArray(document.Statement) ? document.Statement : [document.Statement]
  if (statements.length === 0) throw malformed()
  for (const statement of statements) requireStatement(statement, of)
}

const VERSIONS: readonly unknown[] = ['2012-10-17', '2008-10-17']
const MEMBERS = [
  'Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition',
] // biome-ignore format: one glance

function requireStatement(statement: unknown, of: PolicyKind): void {
  if (!isObject(statement) || !only(statement, MEMBERS)) throw malformed()
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') throw malformed()
  if (statement.Sid !== undefined && typeof statement.Sid !== 'string') throw malformed()
  requireTexts(oneOf(statement, 'Action'))
  const resource = oneOf(statement, 'Resource', of !== 'trust')
  if (of !== 'trust') requireTexts(resource)
  else if (resource !== undefined) throw malformed()
  const principal = oneOf(statement, 'Principal', of !== 'identity')
  if (of === 'identity' ? principal !== undefined : !arePrincipals(principal)) {
    throw malformed('Policy contains a statement with one or more invalid principals.')
  }
  if (statement.Condition !== undefined) requireConditions(statement.Condition)
}

/** The element or its `Not` form: exactly one where it must be, never both. */
function oneOf(statement: Json, name: string, required = true): unknown {
  const [plain, not] = [statement[name], statement[`Not${name}`]]
  if (plain !== undefined && not !== undefined) throw malformed()
  if (required && name !== 'Principal' && plain === undefined && not === undefined) throw malformed()
  return plain ?? not
}

function requireTexts(value: unknown): void {
  const texts = Array.isArray(value) ? value : [value]
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string' && text !== '')) throw malformed()
}

const ACCOUNT = /^\d{12}$/
const NAMED =
  /^arn:aws:(?:iam::\d{12}:(?:root|(?:user|role)\/[\w+=,.@/-]+)|sts::\d{12}:(?:assumed-role|federated-user)\/[\w+=,.@/-]+)$/
const PRINCIPALS: Readonly<Record<string, (name: string) => boolean>> = {
  AWS: (name) => name === '*' || ACCOUNT.test(name) || NAMED.test(name),
  Service: (name) => /^[\w-]+(?:\.[\w-]+)+$/.test(name),
  Federated: (name) => name !== '',
  CanonicalUser: (name) => name !== '',
}

/** Part of a name cannot be a wildcard. Whether somebody has the name is not asked (docs/fidelity.md). */
function arePrincipals(value: unknown): boolean {
  if (value === '*') return true
  if (!isObject(value) || Object.keys(value).length === 0) return false
  return Object.entries(value).every(([kind, names]) => {
    const list = Array.isArray(names) ? names : [names]
    const named = Object.hasOwn(PRINCIPALS, kind) ? PRINCIPALS[kind] : undefined
    return (
      named !== undefined && list.length > 0 && list.every((name) => typeof name === 'string' && named(name))
    )
  })
}

const COMPARISONS = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const conditionOperators: ReadonlySet<string> = new Set([
  'StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike',
  'StringNotLike', 'ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike', 'Bool', 'BinaryEquals', 'IpAddress',
  'NotIpAddress',
  ...COMPARISONS.flatMap((name) => [`Numeric${name}`, `Date${name}`]),
]) // biome-ignore format: one glance

function requireConditions(conditions: unknown): void {
  if (!isObject(conditions)) throw malformed()
  for (const [operator, keys] of Object.entries(conditions)) {
    const [, set, bare = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.+?)$/.exec(operator) ?? []
    if (bare !== 'Null' && !conditionOperators.has(bare.replace(/IfExists$/, ''))) throw malformed()
    if (!isObject(keys)) throw malformed()
    for (const [key, values] of Object.entries(keys)) {
      const list = Array.isArray(values) ? values : [values]
      if (!list.every((value) => ['string', 'number', 'boolean'].includes(typeof value))) throw malformed()
      if (set === 'ForAllValues') requireManyValued(key.toLowerCase())
    }
  }
}

/** F-638. A key of one value under ForAllValues is met by requests that do not have it at all. */
function requireManyValued(key: string): void {
  const [label, what] = key.startsWith('kms:encryptioncontext:')
    ? ['EncryptionContext: ', 'encryption context']
    : key.startsWith('aws:requesttag/')
      ? [' ', 'tag']
      : []
  if (what === undefined) return
  throw malformed(
    `OverlyPermissiveCondition:${label}Using the ForAllValues set operator with a single-valued condition key matches requests without the specified ${what} or with an unspecified ${what}. To fix, remove ForAllValues.`,
  )
}

const malformed = (message?: string) => new KmsError('MalformedPolicyDocumentException', message)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed()
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const only = (value: Json, names: readonly string[]) =>
  Object.keys(value).every((name) => names.includes(name))
