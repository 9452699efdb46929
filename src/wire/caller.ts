import { isCommercialRegion } from '../kms/regions.ts'
import { roleOf, rootArn, SESSIONS, sessionOf, type SessionRecord } from '../cloud/identities.ts'
import type { TableReader } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import type { Instant } from '../world/clock.ts'

export interface CallerDefaults {
  readonly account: string
  readonly region: string
}

const SCOPE = /Credential=([^/,\s]{1,128})\/\d{8}\/([a-z0-9-]{1,32})\/[a-z0-9-]{1,32}\/aws4_request/
const ACCOUNT = /^\d{12}$/
/** CloudTrail shows only the beginning of a longer one. */
const MAX_USER_AGENT = 1024

/** Credentials that a session once had, or never had. */
export interface Refused {
  readonly refused: 'expired' | 'unknown'
}

/**
 * Who calls, read from the SigV4 credential scope. The signature is not checked: this is a simulation, and whoever
 * reaches it may use it. An access key id of 12 digits is that account's root; one that AssumeRole gave out is its
 * session, as long as it lasts and comes with its token; the name of a role is a session of it without end,
 * `role~session` one with a name; every other one is the default account's root;
 * the id goes no further than this function, because it could be a real one.
 *
 * @returns undefined when the request carries no SigV4 Authorization header: AWS does not know such a caller
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
export function callerOf(
  headers: Readonly<Record<string, string>>,
  defaults: CallerDefaults,
  reader: TableReader,
  now: Instant,
): Caller | Refused | undefined {
  const authorization = headers.authorization
  if (!authorization?.startsWith('AWS4-HMAC-SHA256 ')) return undefined
  const [, accessKeyId = '', region = ''] = SCOPE.exec(authorization) ?? []
  const session = reader.get<SessionRecord>(SESSIONS, accessKeyId)
  if (session && session.until <= now) return { refused: 'expired' }
  if (session && session.token !== headers['x-amz-security-token']) return { refused: 'unknown' }
  const accountId = session?.accountId ?? (ACCOUNT.test(accessKeyId) ? accessKeyId : defaults.account)
  const [role = '', name = 'lab'] = accessKeyId.split('~')
  return {
    accountId,
    region: isCommercialRegion(region) ? region : defaults.region,
    principal: session
      ? sessionOf(accountId, session.role, session.name, { since: session.since, accessKeyId })
      : roleOf(reader, accountId, role)
        ? sessionOf(accountId, role, name)
        : { type: 'Root', principalId: accountId, arn: rootArn(accountId) },
    sourceIPAddress: '127.0.0.1',
    userAgent: (headers['user-agent'] ?? '-').slice(0, MAX_USER_AGENT),
  }
}

/**
 * What AWS says of such credentials; Query services have codes of their own.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export const whyRefused = ({ refused }: Refused, query = false): [code: string, message: string] =>
  refused === 'expired'
    ? [
        query ? 'ExpiredToken' : 'ExpiredTokenException',
        'The security token included in the request is expired',
      ]
    : [
        query ? 'InvalidClientTokenId' : 'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      ]
