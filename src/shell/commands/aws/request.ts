import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { OperationModel, ServiceModel } from '../../../wire/service-models.ts'
import type { WireResponse } from '../../../wire/message.ts'
import type { Host } from '../../host.ts'
import type { Caller } from './caller.ts'
import { CliError, SERVICE_REFUSED } from './cli-error.ts'
import { fromWire, toWire } from './encode.ts'
import { jsonText, parseJson } from './python-json.ts'
import { isDict, isList, textOrNot, type Dict, type Value } from './python-value.ts'

/** The first try and two more, as CLI version 2 does in its standard mode; nobody really waits between them. */
const TRIES = 3
/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
const THROTTLED = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'BandwidthLimitExceeded',
  'LimitExceededException',
  'RequestThrottled',
  'SlowDown',
  'PriorRequestNotComplete',
  'TransactionInProgressException',
])
const TRANSIENT = new Set([500, 502, 503, 504])

export type Call = (parameters: Dict) => Promise<Dict>

/** Calls one operation. @throws CliError "An error occurred (Name) when calling the Op operation: …" */
export function caller(
  host: Host,
  service: ServiceModel,
  operation: OperationModel,
  who: Caller,
  debug: (line: string) => void = () => {},
): Call {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': service.target + operation.name,
    'user-agent': `aws-cli/2 kms-key-material-lab command/${service.service}.${operation.name}`,
    authorization:
      `AWS4-HMAC-SHA256 Credential=${who.accessKeyId}/20260112/${who.region}/${service.service}/aws4_request, ` +
      'SignedHeaders=host;x-amz-date, Signature=lab',
    ...(who.sessionToken !== undefined && { 'x-amz-security-token': who.sessionToken }),
  }
  return async (parameters) => {
    const body = encodeUtf8(jsonText(toWire(parameters, operation.input)))
    for (let tries = 1; ; tries++) {
      debug(`POST / ${headers['x-amz-target']} as ${who.accessKeyId} in ${who.region}, try ${tries}`)
      debug(`body: ${jsonText(toWire(parameters, operation.input))}`)
      const response = await host.send({ method: 'POST', path: '/', headers, body })
      debug(`answer: ${response.status}, request id ${response.headers['x-amzn-requestid'] ?? '-'}`)
      if (response.status < 300) {
        const answer = fromWire(bodyOf(response), operation.output)
        return service.service === 'iam' ? withDocuments(answer) : answer
      }
      const { code, message } = errorOf(response, service, operation)
      const again = THROTTLED.has(code) || TRANSIENT.has(response.status)
      if (again && tries < TRIES) continue
      const reached = again ? ` (reached max retries: ${TRIES - 1})` : ''
      throw new CliError(
        `An error occurred (${code}) when calling the ${operation.name} operation${reached}: ${message}`,
        SERVICE_REFUSED,
      )
    }
  }
}

/** IAM's policies come percent-encoded; the CLI shows them as the documents they are. */
function withDocuments(value: Dict): Dict {
  for (const [name, one] of value) {
    if (isDict(one)) withDocuments(one)
    else if (isList(one)) {
      for (const item of one) if (isDict(item)) withDocuments(item)
    } else if (name.endsWith('PolicyDocument') && typeof one === 'string') value.set(name, documentOf(one))
  }
  return value
}

function documentOf(text: string): Value {
  try {
    return parseJson(decodeURIComponent(text))
  } catch {
    return text
  }
}

function bodyOf({ body }: WireResponse): Dict {
  if (body.length === 0) return new Map()
  const value = parseJson(textOrNot(body) ?? '{}')
  return isDict(value) ? value : new Map()
}

/** Names that the Query services give to what JSON services call otherwise. */
const QUERY_CODES: Readonly<Record<string, string>> = {
  ExpiredTokenException: 'ExpiredToken',
  UnrecognizedClientException: 'InvalidClientTokenId',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
}
const SPEAK_QUERY: readonly ServiceModel['service'][] = ['iam', 'sts', 'cloudwatch']

/** An answer to HEAD has no body, so that the CLI knows the status only. */
const WITHOUT_BODY: Readonly<Record<string, readonly [string, string]>> = {
  NoSuchKey: ['404', 'Not Found'],
  NoSuchBucket: ['404', 'Not Found'],
  AccessDenied: ['403', 'Forbidden'],
}

function errorOf(
  response: WireResponse,
  { service }: ServiceModel,
  operation: OperationModel,
): { code: string; message: string } {
  const body = bodyOf(response)
  const type = String(body.get('__type') ?? response.status)
  const code = type.slice(type.lastIndexOf('#') + 1)
  const message = body.get('message') ?? body.get('Message') ?? ''
  const bare = operation.name === 'HeadObject' ? WITHOUT_BODY[code] : undefined
  if (bare) return { code: bare[0], message: bare[1] }
  return {
    code: SPEAK_QUERY.includes(service) ? (QUERY_CODES[code] ?? code) : code,
    message: String(message),
  }
}
