import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Caller } from '../kms/trail.ts'
import type { WireRequest, WireResponse } from './message.ts'

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'
export const FORM = 'application/x-www-form-urlencoded'

/**
 * The one STS action there is: GetCallerIdentity, in the Query protocol (form in, XML out).
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export function answerSts(request: WireRequest, caller: Caller | undefined, requestId: string): WireResponse {
  if (!caller) {
    return xmlError(403, requestId, 'MissingAuthenticationToken', 'Request is missing Authentication Token')
  }
  const action = new URLSearchParams(new TextDecoder().decode(request.body)).get('Action')
  if (action !== 'GetCallerIdentity') {
    return xmlError(400, requestId, 'InvalidAction', 'Only GetCallerIdentity is simulated here')
  }
  const { principal, accountId } = caller
  return xml(
    200,
    requestId,
    `<GetCallerIdentityResponse xmlns="${NAMESPACE}"><GetCallerIdentityResult>` +
      `<Arn>${principal.arn}</Arn><UserId>${principal.principalId}</UserId><Account>${accountId}</Account>` +
      `</GetCallerIdentityResult><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>` +
      '</GetCallerIdentityResponse>',
  )
}

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
