import { isCommercialRegion } from '../kms/regions.ts'
import { sessionOf } from '../cloud/identities.ts'
import type { Caller } from '../kms/trail.ts'

export interface CallerDefaults {
  readonly account: string
  readonly region: string
}

const SCOPE = /Credential=([^/,\s]{1,128})\/\d{8}\/([a-z0-9-]{1,32})\/[a-z0-9-]{1,32}\/aws4_request/
const ACCOUNT = /^\d{12}$/
const NO_ROLES: ReadonlySet<string> = new Set()

/** CloudTrail shows only the beginning of a longer one. */
const MAX_USER_AGENT = 1024

/**
 * Who calls, read from the SigV4 credential scope. The signature is not checked: this is a simulation, and whoever
 * reaches it may use it. An access key id of 12 digits is that account's root; the name of a role is a session of it,
 * `role~session` one with a name; every other one is the default account's root;
 * the id goes no further than this function, because it could be a real one.
 *
 * @returns undefined when the request carries no SigV4 Authorization header: AWS does not know such a caller
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
export function callerOf(
  headers: Readonly<Record<string, string>>,
  defaults: CallerDefaults,
  roles: { has(name: string): boolean } = NO_ROLES,
): Caller | undefined {
  const authorization = headers.authorization
  if (!authorization?.startsWith('AWS4-HMAC-SHA256 ')) return undefined
  const [, accessKeyId = '', region = ''] = SCOPE.exec(authorization) ?? []
  const accountId = ACCOUNT.test(accessKeyId) ? accessKeyId : defaults.account
  const [role = '', session = 'lab'] = accessKeyId.split('~')
  return {
    accountId,
    region: isCommercialRegion(region) ? region : defaults.region,
    principal: roles.has(role)
      ? sessionOf(accountId, role, session)
      : { type: 'Root', principalId: accountId, arn: `arn:aws:iam::${accountId}:root` },
    sourceIPAddress: '127.0.0.1',
    userAgent: (headers['user-agent'] ?? '-').slice(0, MAX_USER_AGENT),
  }
}
