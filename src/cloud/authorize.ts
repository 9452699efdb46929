import { notAuthorized, outOfSight } from '../kms/access-denied.ts'
import type { AccessQuestion, Authorize } from '../kms/authorization.ts'
import { KmsError } from '../kms/errors.ts'
import { grantsOf, type GrantRecord } from '../kms/grant.ts'
import type { KeyRecord } from '../kms/key.ts'
import { contextOfRequest } from './condition-keys.ts'
import { GUARDRAIL, identityPolicies, principalArn } from './identities.ts'
import { holds } from './policy-conditions.ts'
import { statementsOf, type Principals, type Statement } from './policy-document.ts'
import { actionMatches, likePattern } from './wildcard.ts'

/**
 * Who may do what with keys (F-801, F-802): an explicit Deny wins wherever it stands; else the key policy allows the
 * principal itself, or leaves it to the account and an identity policy allows it, or a grant does. Two accounts must
 * both agree. Keys nobody named, as in CreateKey, hang on identity policies alone.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
export const authorizeByPolicies: Authorize = (question) => {
  const { caller, key, reader } = question
  const guardrail = reader.get<string>(GUARDRAIL, 'guardrail')
  // The one case of nearly every call: root of the account, the key's own default policy, no guardrail.
  if (
    caller.principal.type === 'Root' &&
    guardrail === undefined &&
    (!key || leavesAllToRoot(key, caller.accountId))
  )
    return
  const asked = ask(question)
  const identity = identityPolicies(reader, caller)
  const own = identity === 'everything' ? [] : identity.flatMap(statementsOf)

  if (caller.principal.type !== 'AWSService' && asked.some(statementsOf(guardrail ?? ''), 'Deny'))
    throw denied(question, 'with an explicit deny in a service control policy')
  if (asked.some(own, 'Deny')) throw denied(question, 'with an explicit deny in an identity-based policy')
  const onKey = key ? statementsOf(key.policy) : []
  if (
    onKey.some((each) => each.effect === 'Deny' && standsFor(each, question) !== 'nobody' && asked.fits(each))
  )
    throw denied(question, 'with an explicit deny in a resource-based policy')

  const byIdentity = identity === 'everything' || asked.some(own, 'Allow')
  if (question.grant && mayRetire(question, question.grant)) return
  if (!key) {
    if (byIdentity) return
    throw denied(question, noIdentity(question))
  }
  const allowing = onKey.filter((each) => each.effect === 'Allow' && asked.fits(each))
  const direct = allowing.some((each) => standsFor(each, question) === 'principal')
  const delegated = allowing.some((each) => standsFor(each, question) === 'account')
  const granted = grantsOf(reader, key).some((grant) => grantAllows(grant, question))
  if (key.accountId !== caller.accountId) {
    if (!direct && !delegated && !granted) throw outOfSight(caller, question.action, question.byCiphertext)
    if (byIdentity) return
    throw denied(question, noIdentity(question))
  }
  if (direct || granted || (delegated && byIdentity)) return
  throw denied(
    question,
    byIdentity
      ? `because no resource-based policy allows the kms:${question.action} action`
      : noIdentity(question),
  )
}

const noIdentity = ({ action }: AccessQuestion) =>
  `because no identity-based policy allows the kms:${action} action`

/** F-634, F-635. */
function denied(question: AccessQuestion, why: string): KmsError {
  const { caller, action, key, aliasArn, byCiphertext } = question
  const on = byCiphertext
    ? 'on the resource associated with this ciphertext'
    : `on resource: ${aliasArn ?? key?.arn ?? '*'}`
  return new KmsError('AccessDeniedException', `${notAuthorized(caller, action)} ${on} ${why}`)
}

const DEFAULT_SHAPE = /^\s*\{[^]*"Sid":\s*"Enable IAM User Permissions"[^]*\}\s*$/

/** The default policy as CreateKey writes it, known by its only statement. */
function leavesAllToRoot(key: KeyRecord, accountId: string): boolean {
  if (key.accountId !== accountId || !DEFAULT_SHAPE.test(key.policy)) return false
  const [only, ...more] = statementsOf(key.policy)
  const root = `arn:aws:iam::${accountId}:root`
  return (
    more.length === 0 &&
    only?.effect === 'Allow' &&
    only.conditions.length === 0 &&
    only.actions.of[0] === 'kms:*' &&
    only.principals !== undefined &&
    only.principals.of !== '*' &&
    only.principals.of.AWS?.[0] === root
  )
}

function ask(question: AccessQuestion) {
  const context = contextOfRequest(question)
  const action = `kms:${question.action}`
  const resource = question.aliasArn ?? question.key?.arn ?? '*'
  const fits = ({ actions, resources, conditions }: Statement) =>
    actions.of.some((pattern) => actionMatches(pattern, action)) !== actions.except &&
    (!resources ||
      resources.of.some((pattern) => pattern === '*' || likePattern(pattern).test(resource)) !==
        resources.except) &&
    conditions.every((condition) => holds(condition, context))
  return {
    fits,
    some: (statements: readonly Statement[], effect: Statement['effect']) =>
      statements.some((each) => each.effect === effect && fits(each)),
  }
}

/** Whom a statement of a key policy means: this principal, its account as a whole, or somebody else. */
function standsFor(
  { principals }: Statement,
  { caller }: AccessQuestion,
): 'principal' | 'account' | 'nobody' {
  if (!principals) return 'nobody'
  const root = `arn:aws:iam::${caller.accountId}:root`
  const found = matchOf(principals.of, caller, root)
  if (!principals.except) return found
  return found === 'nobody' ? 'principal' : 'nobody'
}

function matchOf(
  principals: Principals,
  caller: AccessQuestion['caller'],
  root: string,
): 'principal' | 'account' | 'nobody' {
  if (principals === '*') return 'principal'
  if (caller.principal.type === 'AWSService')
    return (principals.Service ?? []).includes(caller.principal.arn) ? 'principal' : 'nobody'
  const names = principals.AWS ?? []
  const own = [caller.principal.arn, principalArn(caller)]
  if (names.some((name) => name === '*' || own.includes(name))) return 'principal'
  const account = names.some((name) => name === root || name === caller.accountId)
  if (!account) return 'nobody'
  return caller.principal.type === 'Root' ? 'principal' : 'account'
}

/** F-804: operations, grantee and constraints must all fit; a grant never denies. */
function grantAllows(grant: GrantRecord, { caller, action, input }: AccessQuestion): boolean {
  if (!grant.operations.includes(action) || !isGrantee(grant, caller)) return false
  const {
    EncryptionContextEquals: equals,
    EncryptionContextSubset: subset,
    SourceArn: source,
  } = grant.constraints ?? {}
  if (source !== undefined && caller.sourceArn !== source) return false
  if (!equals && !subset) return true
  const side = action === 'ReEncryptFrom' ? 'Source' : action === 'ReEncryptTo' ? 'Destination' : ''
  const given = (input[`${side}EncryptionContext`] ?? {}) as Readonly<Record<string, string>>
  const has = (wanted: Readonly<Record<string, string>>) =>
    Object.entries(wanted).every(([name, value]) => Object.hasOwn(given, name) && given[name] === value)
  if (equals) return has(equals) && Object.keys(given).length === Object.keys(equals).length
  return subset === undefined || has(subset)
}

function isGrantee(grant: GrantRecord, caller: AccessQuestion['caller']): boolean {
  if (caller.principal.type === 'AWSService') return grant.granteeServicePrincipal === caller.principal.arn
  return [caller.principal.arn, principalArn(caller)].includes(grant.granteePrincipal ?? '')
}

/** Who the grant itself names: the one to retire it, or a grantee to whom it gives RetireGrant. */
function mayRetire({ caller }: AccessQuestion, grant: GrantRecord): boolean {
  const own = [caller.principal.arn, principalArn(caller)]
  if (caller.principal.type === 'AWSService') return grant.retiringServicePrincipal === caller.principal.arn
  return (
    own.includes(grant.retiringPrincipal ?? '') ||
    (grant.operations.includes('RetireGrant') && isGrantee(grant, caller))
  )
}
