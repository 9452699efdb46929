import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import type { Door } from '../../course/door-of-play.ts'
import type { Caller } from '../../kms/trail.ts'
import { decodeInput, encodeOutput } from '../../wire/json.ts'
import type { WireRequest, WireResponse } from '../../wire/message.ts'
import { modelOf } from './model-of.ts'

/** Requests as the forms of the page build them: AWS JSON, with the role in the credential scope. */
export function jsonDoor(send: (request: WireRequest) => Promise<WireResponse>): Door {
  return {
    async request(service, operation, input, caller) {
      const { target, ...model } = modelOf(service, operation)
      const response = await send({
        method: 'POST',
        path: '/',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `${target}${operation}`,
          authorization: authorization(caller),
        },
        body: encodeUtf8(JSON.stringify(encodeOutput(model.input, input))),
      })
      const text = decodeUtf8(response.body)
      const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
      return response.status === 200
        ? { ok: true, output: decodeInput(model.output, answer) }
        : { ok: false, code: String(answer.__type), message: String(answer.message ?? '') }
    },
  }
}

export const roleIn = ({ principal }: Caller) => principal.arn.split('/')[1] ?? 'root'

const authorization = (caller: Caller) =>
  `AWS4-HMAC-SHA256 Credential=${roleIn(caller)}/20260112/${caller.region}/kms/aws4_request, SignedHeaders=host;x-amz-date, Signature=lab`
