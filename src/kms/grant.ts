import type { Instant } from '../world/clock.ts'
import type { KeyRecord } from './key.ts'
import type { Draft, TableReader } from './tables.ts'

/** Conditions on the operations that a grant allows. At most one of the encryption context ones. */
export interface GrantConstraints {
  readonly EncryptionContextSubset?: Readonly<Record<string, string>>
  readonly EncryptionContextEquals?: Readonly<Record<string, string>>
  readonly SourceArn?: string
}

/** Permission on one key for one principal, apart from every policy (F-804). Plain data, never changed: only made and deleted. */
export interface GrantRecord {
  /** 64 lower-case hex digits */
  readonly id: string
  readonly keyId: string
  readonly keyArn: string
  readonly name?: string
  readonly creationDate: Instant
  readonly granteePrincipal?: string
  readonly granteeServicePrincipal?: string
  readonly retiringPrincipal?: string
  readonly retiringServicePrincipal?: string
  /** The account whose principal made it: 12 digits */
  readonly issuingAccount: string
  /** As in the request, each once */
  readonly operations: readonly string[]
  readonly constraints?: GrantConstraints
}

const PREFIX = 'grants/'

export const grantsTable = ({ accountId, region }: Pick<KeyRecord, 'accountId' | 'region'>) =>
  `${PREFIX}${accountId}/${region}`

/** Oldest first. */
export const grantsOf = (reader: TableReader, key: KeyRecord): GrantRecord[] =>
  Array.from(reader.rows<GrantRecord>(grantsTable(key)), ([, grant]) => grant).filter(
    ({ keyId }) => keyId === key.id,
  )

/** Of every account: a principal may retire grants on keys of others. */
export const grantsInRegion = (reader: TableReader, region: string): GrantRecord[] =>
  reader
    .names()
    .filter((table) => table.startsWith(PREFIX) && table.endsWith(`/${region}`))
    .flatMap((table) => Array.from(reader.rows<GrantRecord>(table), ([, grant]) => grant))

export const grantWithId = (reader: TableReader, key: KeyRecord, id: string): GrantRecord | undefined => {
  const grant = reader.get<GrantRecord>(grantsTable(key), id)
  return grant?.keyId === key.id ? grant : undefined
}

/** With a key its grants go too. */
export function removeGrants(draft: Draft, key: KeyRecord): void {
  for (const { id } of grantsOf(draft, key)) draft.remove(grantsTable(key), id)
}

/** An entry of ListGrants and ListRetirableGrants. A grant without a name shows an empty one, as in AWS's samples. */
export const describeGrant = (grant: GrantRecord) => ({
  KeyId: grant.keyArn,
  GrantId: grant.id,
  Name: grant.name ?? '',
  CreationDate: grant.creationDate,
  ...(grant.granteePrincipal === undefined ? {} : { GranteePrincipal: grant.granteePrincipal }),
  ...(grant.retiringPrincipal === undefined ? {} : { RetiringPrincipal: grant.retiringPrincipal }),
  ...(grant.granteeServicePrincipal === undefined
    ? {}
    : { GranteeServicePrincipal: grant.granteeServicePrincipal }),
  ...(grant.retiringServicePrincipal === undefined
    ? {}
    : { RetiringServicePrincipal: grant.retiringServicePrincipal }),
  IssuingAccount: `arn:aws:iam::${grant.issuingAccount}:root`,
  Operations: grant.operations,
  ...(grant.constraints ? { Constraints: grant.constraints } : {}),
})
