import type { TableReader } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import { identityPolicies, principalArn, roleNameOf, roleOf } from './identities.ts'
import { statementsOf } from './policy-document.ts'
import { actionMatches, likePattern } from './wildcard.ts'

/**
 * Whether a caller may take a role of its own account: the trust policy names it or its account, and in the second
 * case an identity policy of its own allows sts:AssumeRole. Conditions of trust policies are not looked at
 * (docs/fidelity.md).
 */
export function mayAssume(reader: TableReader, caller: Caller, roleArn: string): boolean {
  const name = roleArn.slice(roleArn.lastIndexOf('/') + 1)
  const role = roleOf(reader, caller.accountId, name)
  if (!role) return false
  const root = `arn:aws:iam::${caller.accountId}:root`
  const own = [caller.principal.arn, principalArn(caller)]
  const trusted = statementsOf(role.trustPolicy)
    .filter(
      ({ effect, actions }) =>
        effect === 'Allow' && actions.of.some((one) => actionMatches(one, 'sts:AssumeRole')),
    )
    .flatMap(({ principals }) => (!principals || principals.of === '*' ? [] : (principals.of.AWS ?? [])))
  if (trusted.some((arn) => own.includes(arn))) return true
  if (!trusted.includes(root) && !trusted.includes(caller.accountId)) return false
  const policies = identityPolicies(reader, caller)
  return (
    policies === 'everything' ||
    (roleNameOf(caller) !== undefined &&
      policies
        .flatMap(statementsOf)
        .some(
          ({ effect, actions, resources }) =>
            effect === 'Allow' &&
            actions.of.some((one) => actionMatches(one, 'sts:AssumeRole')) &&
            (resources?.of ?? ['*']).some((one) => likePattern(one).test(roleArn)),
        ))
  )
}
