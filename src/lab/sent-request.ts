import { decodeUtf8 } from '../bytes/utf8.ts'
import { callerOf } from '../wire/caller.ts'
import type { WireRequest } from '../wire/message.ts'
import type { TableReader } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import { actingOf, AT_HOME, type Acting } from './acting.ts'
import { isPlain, revive } from './codec.ts'
import type { CallRequest, RequestValue } from './lab.ts'
import { ACCOUNT } from './stage.ts'

/** What a request of the terminal's or an SDK's asks for, as far as it can be read; wire answers the rest. */
export function sentRequest(
  { headers, body }: WireRequest,
  reader: TableReader,
  now: Instant,
): Omit<CallRequest, 'keep'> & Acting {
  const caller = callerOf(headers, { account: ACCOUNT, region: AT_HOME.region }, reader, now)
  const acting = caller && !('refused' in caller) ? actingOf(caller) : AT_HOME
  const operation = headers['x-amz-target']?.split('.').at(-1) ?? ''
  try {
    // Read for the journal's sake only, so with the journal's limits.
    const input = revive(JSON.parse(decodeUtf8(body)))
    return { ...acting, operation, input: isPlain(input) ? (input as Record<string, RequestValue>) : {} }
  } catch {
    return { ...acting, operation, input: {} }
  }
}
