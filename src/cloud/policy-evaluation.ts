import type { Caller } from '../kms/trail.ts'
import { principalArn, rootArn } from './identities.ts'
import { holds, type RequestContext } from './policy-conditions.ts'
import type { Principals, Statement } from './policy-document.ts'
import { actionMatches, matches, type Variables } from './wildcard.ts'

/** What policies are asked about. */
export interface PolicyRequest {
  /** With its service: `kms:Encrypt` */
  readonly action: string
  /** ARN, or `*` where there is none */
  readonly resource: string
  readonly context: RequestContext
}

export interface Verdict {
  readonly denied: boolean
  readonly allowed: boolean
}

/** Action, resource and conditions of one statement; whom it means is another question. */
export function fits(
  { actions, resources, conditions, variables }: Statement,
  request: PolicyRequest,
): boolean {
  const { action, resource, context } = request
  if (actions.of.some((pattern) => actionMatches(pattern, action)) === actions.except) return false
  if (resources) {
    const value: Variables | undefined = variables ? (key) => single(context(key.toLowerCase())) : undefined
    const named = resources.of.some((pattern) => matches(pattern, resource, value))
    if (named === resources.except) return false
  }
  return conditions.every((condition) => holds(condition, context, variables))
}

const single = (values: readonly string[] | undefined) => (values?.length === 1 ? values[0] : undefined)

/** Policies that hang on a caller, or over one: a Deny in any of them wins. */
export function verdict(statements: readonly Statement[], request: PolicyRequest): Verdict {
  let allowed = false
  for (const statement of statements) {
    if (!fits(statement, request)) continue
    if (statement.effect === 'Deny') return { denied: true, allowed: false }
    allowed = true
  }
  return { denied: false, allowed }
}

/** How closely a policy on a resource means a caller. */
export type Standing = 'session' | 'principal' | 'account' | 'nobody'

export interface ResourceVerdict {
  readonly denied: boolean
  readonly allowed: Standing
}

const CLOSENESS: readonly Standing[] = ['nobody', 'account', 'principal', 'session']

/** A policy that hangs on a resource: whom its Allows mean most closely, and whether a Deny means the caller at all. */
export function resourceVerdict(
  statements: readonly Statement[],
  request: PolicyRequest,
  caller: Caller,
): ResourceVerdict {
  let allowed: Standing = 'nobody'
  for (const statement of statements) {
    const standing = standingIn(statement, caller)
    if (standing === 'nobody' || !fits(statement, request)) continue
    if (statement.effect === 'Deny') return { denied: true, allowed: 'nobody' }
    if (CLOSENESS.indexOf(standing) > CLOSENESS.indexOf(allowed)) allowed = standing
  }
  return { denied: false, allowed }
}

function standingIn({ principals, effect }: Statement, caller: Caller): Standing {
  if (!principals) return 'nobody'
  if (!principals.except) return standingAmong(principals.of, caller)
  return isExcepted(principals.of, caller, effect) ? 'nobody' : 'principal'
}

function standingAmong(principals: Principals, caller: Caller): Standing {
  if (principals === '*') return 'principal'
  const { type, arn } = caller.principal
  if (type === 'AWSService') return principals.Service?.includes(arn) ? 'principal' : 'nobody'
  const names = principals.AWS ?? []
  if (type !== 'Root' && names.includes(arn)) return 'session'
  if (names.includes('*') || names.includes(principalArn(caller))) return 'principal'
  if (!names.includes(rootArn(caller.accountId)) && !names.includes(caller.accountId)) return 'nobody'
  return type === 'Root' ? 'principal' : 'account'
}

/**
 * NotPrincipal with Deny spares a caller only if every ARN it goes by is named: its account, its role, its session.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function isExcepted(principals: Principals, caller: Caller, effect: Statement['effect']): boolean {
  if (principals === '*') return true
  if (effect === 'Allow' || caller.principal.type === 'AWSService')
    return standingAmong(principals, caller) !== 'nobody'
  const names = principals.AWS ?? []
  const account = names.includes(rootArn(caller.accountId)) || names.includes(caller.accountId)
  return (
    account &&
    [caller.principal.arn, principalArn(caller)].every(
      (arn) => names.includes(arn) || arn === rootArn(caller.accountId),
    )
  )
}
