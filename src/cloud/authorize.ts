import { notAuthorized, outOfSight } from '../kms/access-denied.ts'
import type { AccessQuestion, Authorize } from '../kms/authorization.ts'
import { KmsError } from '../kms/errors.ts'
import type { GrantRecord } from '../kms/grant.ts'
import type { KeyRecord } from '../kms/key.ts'
import { becauseNo, callersSide, explicitDeny, missingAllow, OPEN, type CallersSide } from './callers-side.ts'
import { contextOfRequest } from './condition-keys.ts'
import { grantedTo, retirementOf } from './grant-access.ts'
import { GUARDRAIL } from './identities.ts'
import { policyOf, statementsOf } from './policy-document.ts'
import { resourceVerdict, type PolicyRequest, type Standing } from './policy-evaluation.ts'

/**
 * Who may do what with keys (F-801, F-802): an explicit Deny wins wherever it stands, and a guardrail must leave room.
 * Then the key policy allows the principal itself, or leaves it to the account and an identity policy allows it, or a
 * grant does. Two accounts must both agree. What concerns no key, as CreateKey, hangs on the caller's side alone.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
export const authorizeByPolicies: Authorize = (question) => {
  if (isRootOnItsDefaultKey(question)) return
  const request = requestOf(question)
  if (question.lockout) return requireWayBack(question, request)
  const side = callersSide(question.reader, question.caller, request)
  if (!question.key) return requireCallersSide(question, side)
  if (question.grant) return requireRetirement(question, side, question.grant)
  requireKeyAccess(question, request, side, question.key)
}

/** The one case of nearly every call, told without a look at any statement. */
const isRootOnItsDefaultKey = ({ caller, key, grant, reader }: AccessQuestion) =>
  caller.principal.type === 'Root' &&
  !grant &&
  reader.get(GUARDRAIL, 'guardrail') === undefined &&
  (!key || (key.accountId === caller.accountId && policyOf(key.policy).leavesAllTo === caller.accountId))

const requestOf = (question: AccessQuestion): PolicyRequest => ({
  action: `kms:${question.action}`,
  resource: question.aliasArn ?? question.key?.arn ?? '*',
  context: contextOfRequest(question),
})

function requireCallersSide(question: AccessQuestion, side: CallersSide): void {
  const why = explicitDeny(side) ?? missingAllow(side, `kms:${question.action}`)
  if (why !== undefined) throw denied(question, why)
}

function requireKeyAccess(
  question: AccessQuestion,
  request: PolicyRequest,
  side: CallersSide,
  key: KeyRecord,
): void {
  const { caller } = question
  const foreign = key.accountId !== caller.accountId
  const onKey = resourceVerdict(statementsOf(key.policy), request, caller)
  const granted = onKey.denied ? 'nobody' : grantedTo(question, key)
  const open = onKey.allowed !== 'nobody' || granted !== 'nobody'
  // Of a key of others nothing is told, not even a refusal of one's own side.
  if (foreign && !open) throw outOfSight(caller, question.action, question.byCiphertext)
  const deny = onKey.denied ? 'with an explicit deny in a resource-based policy' : explicitDeny(side)
  if (deny !== undefined) throw denied(question, deny)
  if (!open) {
    const over = side.guardrail.allowed ? 'resource-based policy' : 'service control policy'
    throw denied(question, becauseNo(over, request.action))
  }
  const why = missingAllow(foreign ? side : neededAtHome(side, onKey.allowed, granted), request.action)
  if (why !== undefined) throw denied(question, why)
}

/** Within the account a policy that names the session is enough; one that names its role, or a grant, as far as the session goes. */
function neededAtHome(side: CallersSide, onKey: Standing, granted: Standing): CallersSide {
  if (onKey === 'session') return { ...side, identity: OPEN, session: OPEN }
  return onKey === 'principal' || granted === 'principal' ? { ...side, identity: OPEN } : side
}

function requireRetirement(question: AccessQuestion, side: CallersSide, grant: GrantRecord): void {
  const action = `kms:${question.action}`
  const deny = explicitDeny(side)
  if (deny !== undefined) throw denied(question, deny)
  const standing = retirementOf(grant, question.caller)
  if (standing === 'principal') return
  const why = standing === 'account' ? missingAllow(side, action) : becauseNo('resource-based policy', action)
  if (why !== undefined) throw denied(question, why)
}

/** F-803: the policy alone is looked at, and what it leaves to the account counts as left to the caller. */
function requireWayBack(question: AccessQuestion, request: PolicyRequest): void {
  const { key, caller } = question
  const { allowed } = resourceVerdict(statementsOf(key?.policy ?? ''), request, caller)
  if (allowed === 'nobody') throw denied(question, becauseNo('resource-based policy', request.action))
}

/** F-634, F-635. */
function denied(question: AccessQuestion, why: string): KmsError {
  const { caller, action, key, aliasArn, byCiphertext } = question
  const on = byCiphertext
    ? 'on the resource associated with this ciphertext'
    : `on resource: ${aliasArn ?? key?.arn ?? '*'}`
  return new KmsError('AccessDeniedException', `${notAuthorized(caller, action)} ${on} ${why}`)
}
