import { decodeUtf8 } from '../bytes/utf8.ts'
import type { WireRequest } from '../wire/message.ts'
import { isPlain, revive } from './codec.ts'
import type { CallRequest, RequestValue } from './lab.ts'

/** What a request of the terminal's or an SDK's asks for, as far as it can be read; wire answers the rest. */
export function sentRequest({ headers, body }: WireRequest): Pick<CallRequest, 'operation' | 'input'> {
  const operation = headers['x-amz-target']?.split('.').at(-1) ?? ''
  try {
    // Read for the journal's sake only, so with the journal's limits.
    const input = revive(JSON.parse(decodeUtf8(body)))
    return { operation, input: isPlain(input) ? (input as Record<string, RequestValue>) : {} }
  } catch {
    return { operation, input: {} }
  }
}
