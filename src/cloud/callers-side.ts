import type { TableReader } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import { GUARDRAIL, identityPolicies, sessionPolicy } from './identities.ts'
import { statementsOf } from './policy-document.ts'
import { verdict, type PolicyRequest, type Verdict } from './policy-evaluation.ts'

/** What the policies over a caller, on a caller and in its session say. */
export interface CallersSide {
  readonly guardrail: Verdict
  readonly identity: Verdict
  readonly session: Verdict
}

/** Nothing there that could refuse */
export const OPEN: Verdict = { denied: false, allowed: true }

/**
 * A guardrail binds every principal but services. One that only denies stands beside the policy that allows everything,
 * as AWS attaches it to begin with; one with an Allow of its own is taken to have replaced that.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_strategies.html
 */
export function callersSide(reader: TableReader, caller: Caller, request: PolicyRequest): CallersSide {
  if (caller.principal.type === 'AWSService') return { guardrail: OPEN, identity: OPEN, session: OPEN }
  const own = identityPolicies(reader, caller)
  const inSession = sessionPolicy(reader, caller)
  return {
    guardrail: overCaller(reader.get<string>(GUARDRAIL, 'guardrail'), request),
    identity: own === 'everything' ? OPEN : verdict(own.flatMap(statementsOf), request),
    session: inSession === undefined ? OPEN : verdict(statementsOf(inSession), request),
  }
}

function overCaller(guardrail: string | undefined, request: PolicyRequest): Verdict {
  if (guardrail === undefined) return OPEN
  const statements = statementsOf(guardrail)
  const said = verdict(statements, request)
  return statements.some(({ effect }) => effect === 'Allow')
    ? said
    : { denied: said.denied, allowed: !said.denied }
}

/**
 * Why the caller's side refuses, in AWS's words; undefined: it does not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function explicitDeny({ guardrail, identity, session }: CallersSide): string | undefined {
  if (guardrail.denied) return 'with an explicit deny in a service control policy'
  if (identity.denied) return 'with an explicit deny in an identity-based policy'
  if (session.denied) return 'with an explicit deny in a session policy'
  return undefined
}

/** The same for what is not allowed, where the caller's side must allow it. */
export function missingAllow(
  { guardrail, identity, session }: CallersSide,
  action: string,
): string | undefined {
  const missing = !guardrail.allowed
    ? 'service control policy'
    : !identity.allowed
      ? 'identity-based policy'
      : !session.allowed
        ? 'session policy'
        : undefined
  return missing && becauseNo(missing, action)
}

export const becauseNo = (policy: string, action: string) =>
  `because no ${policy} allows the ${action} action`
