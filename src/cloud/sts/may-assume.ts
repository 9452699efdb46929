import type { TableReader } from '../../kms/tables.ts'
import type { Caller } from '../../kms/trail.ts'
import type { Instant } from '../../world/clock.ts'
import { callersSide, explicitDeny, missingAllow, OPEN } from '../callers-side.ts'
import { contextOfService } from '../condition-keys.ts'
import { roleOf } from '../identities.ts'
import { statementsOf } from '../policy-document.ts'
import { resourceVerdict, type PolicyRequest } from '../policy-evaluation.ts'

export interface RoleAsked {
  readonly accountId: string
  readonly name: string
  readonly arn: string
  /** sts:ExternalId: what a third party was told to show */
  readonly externalId?: string
}

const ACTION = 'sts:AssumeRole'

/**
 * Whether a caller may take a role: its trust policy names the caller, or the caller's account, whose identity policies
 * then decide; between two accounts both must agree.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function mayAssume(reader: TableReader, caller: Caller, asked: RoleAsked, now: Instant): boolean {
  const role = roleOf(reader, asked.accountId, asked.name)
  if (!role) return false
  const about = contextOfService({ caller, reader, now })
  const request: PolicyRequest = {
    action: ACTION,
    resource: asked.arn,
    context: (key) => {
      if (key !== 'sts:externalid') return about(key)
      return asked.externalId === undefined ? undefined : [asked.externalId]
    },
  }
  const trusted = resourceVerdict(statementsOf(role.trustPolicy), request, caller)
  if (trusted.denied || trusted.allowed === 'nobody') return false
  const side = callersSide(reader, caller, request)
  if (explicitDeny(side) !== undefined) return false
  const athome = asked.accountId === caller.accountId
  const needed = athome && trusted.allowed !== 'account' ? { ...side, identity: OPEN, session: OPEN } : side
  return missingAllow(needed, ACTION) === undefined
}
