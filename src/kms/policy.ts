import { KmsError } from './errors.ts'
import type { Limits } from './limits.ts'
import { requireGrammar } from './policy-grammar.ts'
import type { Caller } from './trail.ts'

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

/**
 * Reads a policy far enough to know that it is one and, unless bypassed, that the caller can change it again (F-803).
 * Policies are kept and shown; who may do what is not decided by them in this version (docs/fidelity.md).
 * @throws KmsError MalformedPolicyDocumentException
 */
export function requirePolicy(
  policy: string,
  caller: Caller,
  bypassLockoutCheck: boolean,
  { policyBytes }: Pick<Limits, 'policyBytes'>,
): void {
  if (policy.length > policyBytes) throw new KmsError('LimitExceededException')
  requireGrammar(policy, 'resource')
  if (bypassLockoutCheck) return
  const statements = statementsOf(policy)
  const root = `arn:aws:iam::${caller.accountId}:root`
  const mayPut = statements.some(
    ({ Effect, Principal, Action }) =>
      Effect === 'Allow' &&
      principals(Principal).some((name) =>
        ['*', root, caller.accountId, caller.principal.arn].includes(name),
      ) &&
      strings(Action).some(coversPutKeyPolicy),
  )
  if (!mayPut) {
    throw new KmsError(
      'MalformedPolicyDocumentException',
      'The new key policy will not allow you to update the key policy in the future.',
    )
  }
}

interface Statement {
  readonly Effect?: unknown
  readonly Principal?: unknown
  readonly Action?: unknown
}

function statementsOf(policy: string): readonly Statement[] {
  const { Statement: statements } = JSON.parse(policy) as {
    readonly Statement: Statement | readonly Statement[]
  }
  return Array.isArray(statements) ? statements : [statements as Statement]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === 'string')

const principals = (value: unknown): string[] =>
  value === '*' ? ['*'] : isObject(value) ? strings(value.AWS) : []

const coversPutKeyPolicy = (action: string) => {
  if (!action.endsWith('*')) return action.toLowerCase() === 'kms:putkeypolicy'
  return 'kms:putkeypolicy'.startsWith(action.slice(0, -1).toLowerCase())
}
