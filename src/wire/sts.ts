import { encodeUtf8 } from '../bytes/utf8.ts'
import { mayAssume } from '../cloud/assume-role.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { roleOf, sessionOf } from '../cloud/identities.ts'
import type { TableReader } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import { hours, type Instant } from '../world/clock.ts'
import type { WireRequest, WireResponse } from './message.ts'

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'

/**
 * GetCallerIdentity and AssumeRole, in the Query protocol (form in, XML out).
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function answerSts(
  request: WireRequest,
  caller: Caller | undefined,
  requestId: string,
  { tables, world }: Pick<Cloud, 'tables' | 'world'>,
): WireResponse {
  if (!caller) {
    return xmlError(403, requestId, 'MissingAuthenticationToken', 'Request is missing Authentication Token')
  }
  const form = new URLSearchParams(new TextDecoder().decode(request.body))
  const result = (action: string, body: string) =>
    xml(
      200,
      requestId,
      `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${body}</${action}Result>` +
        `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`,
    )
  switch (form.get('Action')) {
    case 'GetCallerIdentity': {
      const { principal, accountId } = caller
      return result(
        'GetCallerIdentity',
        `<Arn>${principal.arn}</Arn><UserId>${principal.principalId}</UserId><Account>${accountId}</Account>`,
      )
    }
    case 'AssumeRole': {
      const session = assumedRole(form, caller, tables, world.clock.now())
      if (typeof session === 'string') return xmlError(403, requestId, 'AccessDenied', session)
      const { role, name, arn, principalId } = session
      const expires = new Date(world.clock.now() + hours(1)).toISOString()
      return result(
        'AssumeRole',
        `<AssumedRoleUser><AssumedRoleId>${principalId}</AssumedRoleId><Arn>${arn}</Arn></AssumedRoleUser>` +
          `<Credentials><AccessKeyId>${role}~${name}</AccessKeyId><SecretAccessKey>lab</SecretAccessKey>` +
          `<SessionToken>lab</SessionToken><Expiration>${expires}</Expiration></Credentials>`,
      )
    }
    default:
      return xmlError(
        400,
        requestId,
        'InvalidAction',
        'Only GetCallerIdentity and AssumeRole are simulated here',
      )
  }
}

/** The session, or why there is none: the role must be there, and trust the caller's account. */
function assumedRole(form: URLSearchParams, caller: Caller, tables: TableReader, now: Instant) {
  const arn = form.get('RoleArn') ?? ''
  const name = form.get('RoleSessionName') ?? ''
  const refused = `User: ${caller.principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${plain(arn)}`
  const [, accountId = '', role = ''] = /^arn:aws:iam::(\d{12}):role\/([\w+=,.@-]+)$/.exec(arn) ?? []
  if (!/^[\w+=,.@-]{2,64}$/.test(name) || accountId !== caller.accountId) return refused
  if (!roleOf(tables, accountId, role) || !mayAssume(tables, caller, { accountId, name: role, arn }, now))
    return refused
  return { role, name, ...sessionOf(accountId, role, name) }
}

const plain = (text: string) => text.replace(/[^\w:/+=,.@-]/g, '')

const xmlError = (status: number, requestId: string, code: string, message: string) =>
  xml(
    status,
    requestId,
    `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code>` +
      `<Message>${message}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  )

const xml = (status: number, requestId: string, body: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body: encodeUtf8(body),
})
