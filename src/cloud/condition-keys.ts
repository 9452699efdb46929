import type { AccessQuestion } from '../kms/authorization.ts'
import { isAliasIdentifier } from '../kms/find-key.ts'
import { aliasesOf, isPrimary } from '../kms/key.ts'
import { lastUsage } from '../kms/last-usage.ts'
import { days } from '../world/clock.ts'
import { principalArn } from './identities.ts'
import type { RequestContext } from './policy-conditions.ts'

type Values = readonly string[] | undefined
type From = (question: AccessQuestion) => Values

const one = (value: unknown): Values => (value === undefined || value === null ? undefined : [String(value)])
const member =
  (name: string, ...operations: readonly string[]): From =>
  ({ input, operation }) =>
    operations.length === 0 || operations.includes(operation) ? one(input[name]) : undefined
const isoDate = (at: number) => new Date(at).toISOString()

const creates = ({ operation }: AccessQuestion) => operation === 'CreateKey'

/** Of the half of ReEncrypt in question; of the request itself otherwise. */
const half = ({ action, input }: AccessQuestion, name: string) =>
  action === 'ReEncryptFrom'
    ? input[`Source${name}`]
    : action === 'ReEncryptTo'
      ? input[`Destination${name}`]
      : input[name]

const contextOf = (question: AccessQuestion) =>
  half(question, 'EncryptionContext') as Readonly<Record<string, string>> | undefined

const tagsIn = ({ input }: AccessQuestion) =>
  (input.Tags ?? []) as readonly { readonly TagKey: string; readonly TagValue: string }[]

/**
 * What KMS tells policies about a request, by condition key (F-806 to F-816).
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
const KEYS: Readonly<Record<string, From>> = {
  'kms:bypasspolicylockoutsafetycheck': member('BypassPolicyLockoutSafetyCheck'),
  'kms:calleraccount': ({ caller }) => [caller.accountId],
  'kms:customermasterkeyspec': (q) => KEYS['kms:keyspec']?.(q),
  'kms:customermasterkeyusage': (q) => KEYS['kms:keyusage']?.(q),
  'kms:datakeypairspec': member('KeyPairSpec'),
  'kms:encryptionalgorithm': (q) =>
    ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo'].includes(q.action)
      ? one(half(q, 'EncryptionAlgorithm') ?? 'SYMMETRIC_DEFAULT')
      : undefined,
  'kms:encryptioncontextkeys': (q) => {
    const names = Object.keys(contextOf(q) ?? {})
    return names.length > 0 ? names : undefined
  },
  'kms:expirationmodel': ({ input, operation }) =>
    operation === 'ImportKeyMaterial' ? one(input.ExpirationModel ?? 'KEY_MATERIAL_EXPIRES') : undefined,
  'kms:grantconstraintsourcearn': ({ input }) =>
    one((input.Constraints as { SourceArn?: string } | undefined)?.SourceArn),
  'kms:grantconstrainttype': ({ input }) => {
    const kinds = Object.keys((input.Constraints ?? {}) as object).filter((name) =>
      name.startsWith('EncryptionContext'),
    )
    return kinds.length > 0 ? kinds : undefined
  },
  'kms:granteeprincipal': member('GranteePrincipal'),
  'kms:granteeserviceprincipal': member('GranteeServicePrincipal'),
  'kms:grantisforawsresource': ({ operation, caller }) =>
    operation === 'CreateGrant' || operation === 'RevokeGrant' || operation === 'ListGrants'
      ? [String(caller.via !== undefined)]
      : undefined,
  'kms:grantoperations': ({ operation, input }) =>
    operation === 'CreateGrant' ? (input.Operations as readonly string[]) : undefined,
  'kms:keyagreementalgorithm': member('KeyAgreementAlgorithm'),
  'kms:keyorigin': (q) => (creates(q) ? one(q.input.Origin ?? 'AWS_KMS') : one(q.key?.origin)),
  'kms:keyspec': (q) =>
    creates(q)
      ? one(q.input.KeySpec ?? q.input.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT')
      : one(q.key?.keySpec),
  'kms:keyusage': (q) => (creates(q) ? one(q.input.KeyUsage ?? 'ENCRYPT_DECRYPT') : one(q.key?.keyUsage)),
  'kms:macalgorithm': member('MacAlgorithm'),
  'kms:messagetype': ({ input, operation }) =>
    operation === 'Sign' || operation === 'Verify' ? one(input.MessageType ?? 'RAW') : undefined,
  'kms:multiregion': (q) => (creates(q) ? one(q.input.MultiRegion === true) : one(q.key?.multiRegion)),
  'kms:multiregionkeytype': ({ key }) =>
    key?.multiRegion ? [isPrimary(key) ? 'PRIMARY' : 'REPLICA'] : undefined,
  'kms:primaryregion': member('PrimaryRegion'),
  'kms:reencryptonsamekey': ({ operation, input }) =>
    operation === 'ReEncrypt' && input.SourceKeyId !== undefined
      ? [String(input.SourceKeyId === input.DestinationKeyId)]
      : undefined,
  'kms:replicaregion': member('ReplicaRegion'),
  'kms:requestalias': ({ identifier }) =>
    identifier !== undefined && isAliasIdentifier(identifier)
      ? [identifier.slice(identifier.indexOf('alias/'))]
      : undefined,
  'kms:resourcealiases': ({ key, reader }) => {
    const names = key ? aliasesOf(reader, key).map(({ name }) => name) : []
    return names.length > 0 ? names : undefined
  },
  'kms:retiringprincipal': member('RetiringPrincipal'),
  'kms:retiringserviceprincipal': member('RetiringServicePrincipal'),
  'kms:rotationperiodindays': member('RotationPeriodInDays'),
  'kms:schedulekeydeletionpendingwindowindays': member('PendingWindowInDays'),
  'kms:signingalgorithm': member('SigningAlgorithm'),
  'kms:trailingdayswithoutkeyusage': ({ operation, key, reader, now }) => {
    if (!key || !['DisableKey', 'ScheduleKeyDeletion'].includes(operation)) return undefined
    return [String(Math.floor((now - (lastUsage(reader, key)?.at ?? key.creationDate)) / days(1)))]
  },
  'kms:validto': ({ input, operation }) =>
    operation === 'ImportKeyMaterial' && input.ValidTo !== undefined
      ? [isoDate(input.ValidTo as number)]
      : undefined,
  'kms:viaservice': ({ caller }) =>
    caller.via === undefined ? undefined : [`${caller.via}.${caller.region}.amazonaws.com`],
  'kms:wrappingalgorithm': member('WrappingAlgorithm'),
  'kms:wrappingkeyspec': member('WrappingKeySpec'),
  'aws:currenttime': ({ now }) => [isoDate(now)],
  'aws:epochtime': ({ now }) => [String(Math.floor(now / 1000))],
  'aws:principalaccount': ({ caller }) => [caller.accountId],
  'aws:principalarn': ({ caller }) => [principalArn(caller)],
  'aws:requestedregion': ({ caller }) => [caller.region],
  'aws:securetransport': () => ['true'],
  'aws:sourcearn': ({ caller }) => one(caller.sourceArn),
  'aws:sourceip': ({ caller }) => (caller.via === undefined ? [caller.sourceIPAddress] : undefined),
  'aws:tagkeys': (q) => {
    const names = [...tagsIn(q).map(({ TagKey }) => TagKey), ...((q.input.TagKeys ?? []) as string[])]
    return names.length > 0 ? names : undefined
  },
  'aws:userid': ({ caller }) => [caller.principal.principalId],
}

/** Keys that carry a name of the customer's own behind a colon or slash; that name keeps its case. */
const NAMED: readonly (readonly [
  prefix: string,
  from: (question: AccessQuestion, name: string) => Values,
])[] = [
  ['kms:encryptioncontext:', (q, name) => one(own(contextOf(q) ?? {}, name))],
  [
    'aws:requesttag/',
    (q, name) => one(tagsIn(q).find(({ TagKey }) => TagKey.toLowerCase() === name)?.TagValue),
  ],
  ['aws:resourcetag/', ({ key }, name) => one(own(key?.tags ?? {}, name))],
]

/** Names in condition keys know no case (guide, conditions-kms). */
function own(map: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = Object.keys(map).find((each) => each.toLowerCase() === name)
  return found === undefined ? undefined : map[found]
}

export const conditionKeys: readonly string[] = Object.keys(KEYS)

/** A key that nobody knows has no value: its condition fails, as with AWS, unless it is negated or IfExists. */
export const contextOfRequest =
  (question: AccessQuestion): RequestContext =>
  (key) => {
    const from = KEYS[key]
    if (from) return from(question)
    const named = NAMED.find(([prefix]) => key.startsWith(prefix))
    return named?.[1](question, key.slice(named[0].length))
  }
