import { KmsError } from './errors.ts'
import type { KeyRecord } from './key.ts'
import type { Limits } from './limits.ts'
import type { Context } from './operation.ts'
import { requireGrammar } from './policy-grammar.ts'

/** The key policy that CreateKey writes when none is given (F-801). */
export const defaultPolicy = (accountId: string): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Id: 'key-default-1',
      Statement: [
        {
          Sid: 'Enable IAM User Permissions',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
    null,
    2,
  )

/** @throws KmsError MalformedPolicyDocumentException, LimitExceededException */
export function requirePolicy(policy: string, { policyBytes }: Pick<Limits, 'policyBytes'>): void {
  if (policy.length > policyBytes) throw new KmsError('LimitExceededException')
  requireGrammar(policy, 'resource')
}

/**
 * F-803: unless bypassed, a new policy must let its author write the next one. What it leaves to the account counts,
 * whatever the account's identity policies say.
 * @param key with the new policy
 * @throws KmsError MalformedPolicyDocumentException
 */
export function requireWayBack(
  { input, authorize }: Pick<Context, 'authorize'> & { input: { BypassPolicyLockoutSafetyCheck?: boolean } },
  key: KeyRecord,
): void {
  if (input.BypassPolicyLockoutSafetyCheck === true) return
  try {
    authorize('PutKeyPolicy', { key, lockout: true })
  } catch (error) {
    if (!(error instanceof KmsError)) throw error
    throw new KmsError(
      'MalformedPolicyDocumentException',
      'The new key policy will not allow you to update the key policy in the future.',
    )
  }
}
