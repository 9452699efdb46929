import type { NumberedEvent } from '../lab-definition.ts'

/** The last change before the first failed Decrypt; of an expiry, the import that set its date. */
export function behindTheStop(events: readonly NumberedEvent[]): NumberedEvent | undefined {
  const failed = events.findIndex((event) => event.eventName === 'Decrypt' && event.errorCode !== undefined)
  const before = events.slice(0, Math.max(0, failed)).filter((event) => event.errorCode === undefined)
  const stop = before.findLast((event) => !event.readOnly)
  return stop?.eventName === 'DeleteExpiredKeyMaterial'
    ? before.findLast((event) => event.eventName === 'ImportKeyMaterial')
    : stop
}

/** `KeyCustodian` of `arn:aws:sts::…:assumed-role/KeyCustodian/lab` */
export const roleOf = (event: NumberedEvent | undefined) => event?.userIdentity.arn?.split('/')[1]
