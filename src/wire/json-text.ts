import { SerializationError } from './serialization-error.ts'

/** No request of the API nests deeper than 5; whoever sends more is not asking KMS for anything. */
export const MAX_DEPTH = 32

const QUOTE = 0x22
const BACKSLASH = 0x5c
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads a body as one JSON object. An empty body stands for `{}`, as for operations without input.
 *
 * @throws SerializationError when it is not UTF-8, not JSON, not an object, or nested deeper than MAX_DEPTH
 */
export function parseJsonObject(body: Uint8Array): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {}
  requireShallow(body)
  const value = parse(body)
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new SerializationError('Unexpected field type')
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(body)) as unknown
  } catch {
    throw new SerializationError('The request body is not valid JSON')
  }
}

/** Counts open brackets outside strings in one pass, before any parser builds anything. */
function requireShallow(body: Uint8Array): void {
  let depth = 0
  let inString = false
  for (let i = 0; i < body.length; i++) {
    const byte = body[i]
    if (inString) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > MAX_DEPTH)
        throw new SerializationError(`The request is nested deeper than ${MAX_DEPTH} levels`)
    } else if (byte === 0x7d || byte === 0x5d) depth--
  }
}
