import type { WrapWith } from '../../course/commands/command-sheet.ts'
import type { TrailEvent } from '../../kms/trail.ts'
import { hours, type Instant } from '../../world/clock.ts'

/** What the newest public key and token of a KMS key are for, read from the trail: it outlives a reload. */
export interface IssuedParameters {
  readonly keyArn: string
  readonly algorithm: WrapWith
  readonly wrappingKeySpec: string
  readonly validTo: Instant
}

/** F-304. */
const VALID_FOR = hours(24)

export function issuedParameters(trail: readonly TrailEvent[], keyArn: string): IssuedParameters | undefined {
  const event = trail.findLast(
    ({ eventName, errorCode, resources }) =>
      eventName === 'GetParametersForImport' &&
      errorCode === undefined &&
      resources?.some(({ ARN }) => ARN === keyArn),
  )
  const { wrappingAlgorithm, wrappingKeySpec } = event?.requestParameters ?? {}
  if (!event || typeof wrappingAlgorithm !== 'string' || typeof wrappingKeySpec !== 'string') return undefined
  return {
    keyArn,
    algorithm: wrappingAlgorithm as WrapWith,
    wrappingKeySpec,
    validTo: Date.parse(event.eventTime) + VALID_FOR,
  }
}
