import type { Cloud } from '../cloud/cloud.ts'
import type { ServiceName, ServiceOperation, ServiceResult } from '../cloud/service.ts'
import { serviceOperationOf } from '../cloud/services.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Caller } from '../kms/trail.ts'
import { decodeCborObject, encodeCborError, encodeCborOutput } from './cbor.ts'
import { whyRefused, type Refused } from './caller.ts'
import { parseJsonObject } from './json-text.ts'
import { decodeInput, encodeOutput } from './json.ts'
import type { WireRequest, WireResponse } from './message.ts'
import { decodeForm, element, encodeXml, escaped } from './query.ts'
import { SerializationError } from './serialization-error.ts'

/**
 * The services beside KMS, in the protocols that real clients speak with them: AWS JSON by target (CloudTrail,
 * EventBridge, older CloudWatch, and our own store), Smithy's RPC v2 in CBOR (CloudWatch today), and Query (STS, IAM,
 * the oldest CloudWatch). All three end in the same operations.
 */
export interface ServiceRequest {
  readonly service: ServiceName
  readonly name: string
  readonly protocol: 'json-1.0' | 'json-1.1' | 'cbor' | 'query'
}

const TARGETS: readonly (readonly [prefix: string, service: ServiceName])[] = [
  ['com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.', 'cloudtrail'],
  ['CloudTrail_20131101.', 'cloudtrail'],
  ['AWSEvents.', 'events'],
  ['GraniteServiceVersion20100801.', 'cloudwatch'],
  ['LabS3.', 's3'],
  // So that a client without XML can ask them too.
  ['LabIam.', 'iam'],
  ['LabSts.', 'sts'],
]

/** Query requests name the API's version, which names the service. */
const VERSIONS: Readonly<Record<string, { service: ServiceName; namespace: string }>> = {
  '2011-06-15': { service: 'sts', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
  '2010-05-08': { service: 'iam', namespace: 'https://iam.amazonaws.com/doc/2010-05-08/' },
  '2010-08-01': { service: 'cloudwatch', namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/' },
}

const RPC_V2 =
  /^\/service\/(?:com\.amazonaws\.cloudwatch\.)?GraniteServiceVersion20100801\/operation\/(\w{1,64})$/

/** Which service a request means, if it is one beside KMS. */
export function serviceRequestOf(
  request: WireRequest,
  contentType: string | undefined,
): ServiceRequest | undefined {
  const [, rpc] = RPC_V2.exec(request.path) ?? []
  if (rpc !== undefined)
    return contentType === 'application/cbor' || request.headers['smithy-protocol'] === 'rpc-v2-cbor'
      ? { service: 'cloudwatch', name: rpc, protocol: 'cbor' }
      : undefined
  if (request.path !== '/') return undefined
  if (contentType === FORM) {
    const form = formOf(request)
    const { service } = VERSIONS[form.get('Version') ?? ''] ?? { service: 'sts' as const }
    return { service, name: form.get('Action') ?? '', protocol: 'query' }
  }
  const version = /^application\/x-amz-json-(1\.[01])$/.exec(contentType ?? '')?.[1]
  const target = request.headers['x-amz-target'] ?? ''
  const [prefix, service] = TARGETS.find(([each]) => target.startsWith(each)) ?? []
  if (version === undefined || prefix === undefined || service === undefined) return undefined
  return { service, name: target.slice(prefix.length), protocol: version === '1.0' ? 'json-1.0' : 'json-1.1' }
}

const FORM = 'application/x-www-form-urlencoded'
const formOf = ({ body }: WireRequest) => new URLSearchParams(new TextDecoder().decode(body))

/** Runs the request in the cloud's turn and answers in the words of its protocol. */
export async function answerService(
  request: WireRequest,
  asked: ServiceRequest,
  cloud: Cloud,
  caller: Caller | Refused | undefined,
  requestId: string,
): Promise<WireResponse> {
  const operation = serviceOperationOf(asked.service, asked.name)
  const refuse = (status: number, code: string, message: string) =>
    failure(asked, { requestId, status, code, message })
  if (!operation) return refuse(400, ...unknownOperation(asked))
  const forbidden = asked.protocol === 'query' ? 403 : 400
  if (!caller) return refuse(forbidden, ...noToken(asked))
  if ('refused' in caller) return refuse(forbidden, ...whyRefused(caller, asked.protocol === 'query'))
  let input: Readonly<Record<string, unknown>>
  try {
    input = inputOf(operation, asked, request)
  } catch (error) {
    if (!(error instanceof SerializationError)) throw error
    return refuse(
      400,
      asked.protocol === 'query' ? 'MalformedInput' : 'SerializationException',
      error.message,
    )
  }
  const result = await cloud.request(asked.service, asked.name, input, caller)
  if (result.ok) return success(operation, asked, result)
  const { code, message, status } = result.error
  return failure(asked, { requestId: result.requestId, status, code, message })
}

const unknownOperation = ({ protocol, name }: ServiceRequest): [code: string, message: string] =>
  protocol === 'query'
    ? ['InvalidAction', `Could not find operation ${name}`]
    : ['UnknownOperationException', '']

const noToken = ({ protocol }: ServiceRequest): [code: string, message: string] =>
  protocol === 'query'
    ? ['MissingAuthenticationToken', 'Request is missing Authentication Token']
    : ['MissingAuthenticationTokenException', 'Missing Authentication Token']

function inputOf({ input }: ServiceOperation, { protocol }: ServiceRequest, request: WireRequest) {
  switch (protocol) {
    case 'cbor':
      return decodeInput(input, decodeCborObject(request.body))
    case 'query':
      return decodeInput(input, decodeForm(input, formOf(request)))
    default:
      return decodeInput(input, parseJsonObject(request.body))
  }
}

function success(
  { output: members }: ServiceOperation,
  asked: ServiceRequest,
  { requestId, output }: ServiceResult & { readonly ok: true },
): WireResponse {
  const some = Object.keys(members).length > 0
  switch (asked.protocol) {
    case 'cbor':
      return cbor(200, requestId, encodeCborOutput(members, output))
    case 'query': {
      const result = some ? element(`${asked.name}Result`, encodeXml(members, output)) : ''
      return xml(200, requestId, `${asked.name}Response`, asked, result + metadata(requestId))
    }
    default:
      return json(asked, 200, requestId, some ? JSON.stringify(encodeOutput(members, output)) : '')
  }
}

interface Failure {
  readonly requestId: string
  readonly status: number
  readonly code: string
  readonly message: string
}

function failure(asked: ServiceRequest, { requestId, status, code, message }: Failure): WireResponse {
  const sender = status < 500 ? 'Sender' : 'Receiver'
  // Clients that still know CloudWatch's Query codes read them here.
  const queryError = asked.service === 'cloudwatch' ? { 'x-amzn-query-error': `${code};${sender}` } : {}
  switch (asked.protocol) {
    case 'cbor':
      return cbor(status, requestId, encodeCborError(code, message), queryError)
    case 'query': {
      const error =
        element('Type', sender) + element('Code', escaped(code)) + element('Message', escaped(message))
      return xml(
        status,
        requestId,
        'ErrorResponse',
        asked,
        element('Error', error) + element('RequestId', requestId),
      )
    }
    default: {
      const body = JSON.stringify({ __type: code, message })
      return json(asked, status, requestId, body, { 'x-amzn-errortype': code, ...queryError })
    }
  }
}

const metadata = (requestId: string) => element('ResponseMetadata', element('RequestId', requestId))

const json = (
  { protocol }: ServiceRequest,
  status: number,
  requestId: string,
  body: string,
  more: Readonly<Record<string, string>> = {},
): WireResponse => ({
  status,
  headers: { 'content-type': `application/x-amz-${protocol}`, 'x-amzn-requestid': requestId, ...more },
  body: encodeUtf8(body),
})

const cbor = (
  status: number,
  requestId: string,
  body: WireResponse['body'],
  more: Readonly<Record<string, string>> = {},
): WireResponse => ({
  status,
  headers: {
    'content-type': 'application/cbor',
    'smithy-protocol': 'rpc-v2-cbor',
    'x-amzn-requestid': requestId,
    ...more,
  },
  body,
})

function xml(
  status: number,
  requestId: string,
  root: string,
  { service }: ServiceRequest,
  inside: string,
): WireResponse {
  const namespace = Object.values(VERSIONS).find((each) => each.service === service)?.namespace ?? ''
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: encodeUtf8(`<${root} xmlns="${namespace}">${inside}</${root}>`),
  }
}
