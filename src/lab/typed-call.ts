import { decodeBase64 } from '../bytes/base64.ts'
import { trailEvent } from '../cloud/trail.ts'
import { operations } from '../kms/operations/index.ts'
import type { TableReader } from '../kms/tables.ts'
import type { WireRequest, WireResponse } from '../wire/message.ts'
import type { Instant } from '../world/clock.ts'
import { answerOf, commandOf } from './kms-call.ts'
import { MAX_CALLS, type CallEntry, type CallRequest, type RequestValue } from './lab.ts'
import { recordOf } from './record-of.ts'
import { FILES, type FileRow } from './rows.ts'
import { sentRequest } from './sent-request.ts'
import type { Session } from './session.ts'

/** One request that a line of the terminal sent. */
export interface TypedCall {
  readonly operation: string
  readonly error?: { readonly code: string; readonly message: string }
  /** Number of the audit record; 1 is the oldest */
  readonly eventNumber?: number
  readonly keyArn?: string
  /** A wrong move that was recognised in it */
  readonly coach?: string
}

/** What a request of the terminal's was; one of KMS shows in the Bench as every other call does. */
export function typedCall(
  { tables, store }: Session,
  request: WireRequest,
  response: WireResponse,
  at: Instant,
): TypedCall {
  const sent = sentRequest(request, tables, at)
  const answer = readable(response)
  const eventNumber = recordOf(tables, response.headers['x-amzn-requestid'])
  const record = eventNumber === undefined ? undefined : trailEvent(tables, eventNumber)
  const numbered = eventNumber === undefined ? {} : { eventNumber }
  if (operations.has(sent.operation) && request.headers['x-amz-target']?.startsWith('TrentService.')) {
    const shown = { ...sent, input: withFileNames(sent, tables) }
    store.setState(({ calls }) => {
      const number = (calls.at(-1)?.number ?? 0) + 1
      const entry = { number, at, request: shown, command: commandOf(shown), ...answer, ...numbered }
      return { calls: [...calls, entry].slice(-MAX_CALLS) }
    })
  }
  const keyArn = record?.resources?.find(({ type }) => type === 'AWS::KMS::Key')?.ARN
  const { coach } = store.getState()
  return {
    operation: sent.operation,
    ...(answer.error && { error: answer.error }),
    ...numbered,
    ...(keyArn === undefined ? {} : { keyArn }),
    ...(coach && coach.eventNumber === eventNumber ? { coach: coach.says } : {}),
  }
}

/** An answer of a service that speaks something else than JSON is not read: the shell does that. */
function readable(response: WireResponse): Pick<CallEntry, 'ok' | 'output' | 'error'> {
  try {
    return answerOf(response)
  } catch {
    return { ok: response.status === 200 }
  }
}

/** A blob whose bytes are those of a file was read from it, as far as anyone can tell. */
function withFileNames(
  { operation, input }: Pick<CallRequest, 'operation' | 'input'>,
  tables: TableReader,
): CallRequest['input'] {
  const members = operations.get(operation)?.input ?? {}
  const named: Record<string, RequestValue> = { ...input }
  for (const [name, value] of Object.entries(input)) {
    if (members[name]?.shape.kind !== 'blob' || typeof value !== 'string') continue
    const file = fileWith(value, tables)
    if (file !== undefined) named[name] = { file }
  }
  return named
}

function fileWith(base64: string, tables: TableReader): string | undefined {
  try {
    const wanted = decodeBase64(base64)
    for (const [name, { bytes }] of tables.rows<FileRow>(FILES))
      if (bytes.length === wanted.length && bytes.every((byte, i) => byte === wanted[i])) return name
  } catch {
    // No base64: the wire has refused it.
  }
  return undefined
}
