import type { Bytes } from '../bytes/bytes.ts'
import type { WireResponse } from './message.ts'

const NOTHING: Bytes = new Uint8Array(0)
const encoder = new TextEncoder()
const AWS_JSON = 'application/x-amz-json-1.1'

/** A successful answer; no value means no body (operations without an output shape, F-502). */
export const succeeded = (requestId: string, value?: unknown): WireResponse => ({
  status: 200,
  headers: { 'content-type': AWS_JSON, 'x-amzn-requestid': requestId },
  body: value === undefined ? NOTHING : encoder.encode(JSON.stringify(value)),
})

/** Both ways in which clients look for the error's name, and a message that is "" rather than missing (F-503). */
export const failed = (requestId: string, status: number, name: string, message: string): WireResponse => ({
  status,
  headers: { 'content-type': AWS_JSON, 'x-amzn-requestid': requestId, 'x-amzn-errortype': name },
  body: encoder.encode(JSON.stringify({ __type: name, message })),
})

export const plainJson = (requestId: string, status: number, value: unknown): WireResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId, 'cache-control': 'no-store' },
  body: encoder.encode(JSON.stringify(value)),
})
