import type { TrailEvent } from '../../kms/trail.ts'
import { shortId } from '../key-look.ts'
import { words } from '../words.ts'

/** KeyCustodian / amara for an assumed role's session, a user's name, or KMS itself. */
export function byWhom({ userIdentity }: TrailEvent): string {
  const { arn, userName, invokedBy, type } = userIdentity
  if (!arn) return invokedBy ? words.trail.kmsItself : (type ?? words.trail.kmsItself)
  const role = /:assumed-role\/([^/]+)\/(.+)$/.exec(arn)
  if (role) return `${role[1]} / ${role[2]}`
  return userName ?? arn.slice(arn.lastIndexOf(':') + 1)
}

export const keyArnOf = ({ resources }: TrailEvent): string | undefined =>
  resources?.find(({ type, ARN }) => type === 'AWS::KMS::Key' || ARN.includes(':key/'))?.ARN

/** The name a learner knows, else the start of the key id. */
export function keyOf(event: TrailEvent, names: ReadonlyMap<string, string>): string {
  const arn = keyArnOf(event)
  return arn === undefined ? '' : (names.get(arn) ?? shortId(arn.slice(arn.lastIndexOf('/') + 1)))
}

const TELLING = [
  'aliasName',
  'wrappingKeySpec',
  'wrappingAlgorithm',
  'expirationModel',
  'pendingWindowInDays',
  'rotationPeriodInDays',
  'encryptionAlgorithm',
  'keySpec',
  'origin',
]
const TELLING_DETAILS = ['rotationType', 'keyMaterialId', 'currentKeyMaterialId']

/** What the record tells at a glance; the rest is in its JSON. */
export function resultOf({ requestParameters, serviceEventDetails }: TrailEvent): string {
  const pick = (from: Readonly<Record<string, unknown>> | null | undefined, names: readonly string[]) =>
    names.flatMap((name) => {
      const value = from?.[name]
      if (typeof value !== 'string' && typeof value !== 'number') return []
      return [/^[0-9a-f]{64}$/.test(String(value)) ? shortId(String(value)) : String(value)]
    })
  return [...pick(serviceEventDetails, TELLING_DETAILS), ...pick(requestParameters, TELLING)]
    .slice(0, 2)
    .join(', ')
}

export type TrailFilter = keyof typeof words.trail.filters

export function fits(event: TrailEvent, filter: TrailFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'writes':
      return !event.readOnly && !event.errorCode
    case 'errors':
      return event.errorCode !== undefined
    case 'service':
      return event.eventType === 'AwsServiceEvent'
  }
}
