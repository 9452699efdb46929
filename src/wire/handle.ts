import type { Cloud } from '../cloud/cloud.ts'
import { uuid } from '../kms/uuid.ts'
import type { Operation } from '../kms/operation.ts'
import { operations } from '../kms/operations/index.ts'
import type { Caller } from '../kms/trail.ts'
import { failed, succeeded } from './answer.ts'
import { callerOf, whyRefused } from './caller.ts'
import { answerControl, isControl, type Control } from './control.ts'
import { parseJsonObject } from './json-text.ts'
import { decodeInput, encodeOutput } from './json.ts'
import type { WireRequest, WireResponse } from './message.ts'
import { SerializationError } from './serialization-error.ts'
import { answerService, serviceRequestOf } from './service-door.ts'

export interface WirePorts {
  readonly cloud: Cloud
  /** Who calls when the request does not say: 12 digits */
  readonly account: string
  readonly region: string
  /** Opens `/_lab/…` */
  readonly control?: Control
  /** Hears of every error that is a bug of ours; the client only learns that there was one. */
  readonly onBug?: (error: unknown) => void
}

const TARGET = 'TrentService.'

/**
 * The one door of the simulated service: every client's request goes through this function (D2), whether it was
 * typed in the terminal, built by a form or sent by a real SDK. AWS JSON 1.1 on `POST /` (F-501), errors as F-503.
 */
export function createWire({ cloud, account, region, control, onBug }: WirePorts) {
  const requestId = () => uuid(cloud.world.entropy)
  const refuse = (status: number, name: string, message = '') => failed(requestId(), status, name, message)

  async function answer(request: WireRequest): Promise<WireResponse> {
    if (control && isControl(request.path)) return answerControl(request, cloud, control, requestId())
    const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    const service = request.method === 'POST' ? serviceRequestOf(request, contentType) : undefined
    if (service) return answerService(request, service, cloud, callerIn(request), requestId())
    if (request.path !== '/') return refuse(404, 'UnknownOperationException')
    if (request.method !== 'POST') return refuse(405, 'UnknownOperationException', 'Send a POST request')

    if (contentType !== 'application/x-amz-json-1.1') {
      return refuse(400, 'UnknownOperationException', 'Send Content-Type: application/x-amz-json-1.1')
    }
    const operation = operationOf(request.headers['x-amz-target'])
    if (!operation) return refuse(400, 'UnknownOperationException')

    const caller = callerIn(request)
    if (!caller) return refuse(400, 'MissingAuthenticationTokenException', 'Missing Authentication Token')
    if ('refused' in caller) return refuse(400, ...whyRefused(caller))
    return call(operation, request, caller)
  }

  const callerIn = ({ headers }: WireRequest) =>
    callerOf(headers, { account, region }, cloud.tables, cloud.world.clock.now())

  async function call(operation: Operation, request: WireRequest, caller: Caller): Promise<WireResponse> {
    const input = decodeInput(operation.input, parseJsonObject(request.body))
    const result = await cloud.call(operation.name, input, caller)
    if (!result.ok) {
      const { code, fault, message } = result.error
      return failed(result.requestId, fault === 'client' ? 400 : 500, code, message)
    }
    const hasOutput = Object.keys(operation.output).length > 0
    return succeeded(result.requestId, hasOutput ? encodeOutput(operation.output, result.output) : undefined)
  }

  return async (request: WireRequest): Promise<WireResponse> => {
    try {
      return await answer(request)
    } catch (error) {
      if (error instanceof SerializationError) return refuse(400, 'SerializationException', error.message)
      onBug?.(error)
      return refuse(
        500,
        'KMSInternalException',
        'The simulator failed. This is a bug of the simulator, not of your request.',
      )
    }
  }
}

function operationOf(target: string | undefined): Operation | undefined {
  return target?.startsWith(TARGET) ? operations.get(target.slice(TARGET.length)) : undefined
}
