import type { TableReader } from '../kms/tables.ts'
import type { Caller, Principal } from '../kms/trail.ts'
import type { Instant } from '../world/clock.ts'
import { CAST } from './cast.ts'

/** A role of an account: what it may, and who may take it. Plain data. */
export interface RoleRecord {
  readonly name: string
  /** Identity policies by name, as JSON texts */
  readonly policies: Readonly<Record<string, string>>
  readonly trustPolicy: string
  readonly description?: string
  readonly createdAt?: Instant
  readonly tags?: Readonly<Record<string, string>>
}

/** What AssumeRole gave out, by its access key id. */
export interface SessionRecord {
  readonly accountId: string
  readonly role: string
  readonly name: string
  readonly token: string
  readonly since: Instant
  readonly until: Instant
  /** Narrows what the session may, beside what its role may */
  readonly policy?: string
}

export const rolesTable = (accountId: string) => `iam-roles/${accountId}`
export const SESSIONS = 'iam-sessions'
/** One organisation guardrail over all accounts, as a service control policy: key `guardrail`, row = JSON text */
export const GUARDRAIL = 'iam-guardrail'

const trusts = (accountId: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: 'sts:AssumeRole' },
    ],
  })

/** A role that a world defines, or one of the cast that every account of this lab begins with. */
export function roleOf(reader: TableReader, accountId: string, name: string): RoleRecord | undefined {
  const row = reader.get<RoleRecord>(rolesTable(accountId), name)
  if (row) return row
  const policy = Object.hasOwn(CAST, name) ? CAST[name] : undefined
  return policy === undefined
    ? undefined
    : { name, policies: { [`${name}Policy`]: policy }, trustPolicy: trusts(accountId) }
}

export const roleNames = (reader: TableReader, accountId: string): string[] => [
  ...new Set([...Object.keys(CAST), ...Array.from(reader.rows(rolesTable(accountId)), ([name]) => name)]),
]

const SESSION = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/(.+)$/

export const roleArn = (accountId: string, name: string) => `arn:aws:iam::${accountId}:role/${name}`
export const rootArn = (accountId: string) => `arn:aws:iam::${accountId}:root`

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * An id for each role, as AWS gives it: AROA and 17 characters, the same for every session of the role. It follows from
 * account and name, since a role of this lab is never deleted and made anew; all begin as no real one is known to.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function roleId(accountId: string, name: string): string {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (const unit of `${accountId}/${name}`) {
    const code = unit.codePointAt(0) as number
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (low >>> 15)
  }
  const five = (word: number) =>
    Array.from({ length: 5 }, (_, at) => BASE32[(word >>> (at * 5)) & 31]).join('')
  return `AROAEXAMPLE${five(low)}${five(high)}`
}

/** A session acts as its role: that is what policies name (aws:PrincipalArn). */
export function principalArn({ principal }: Pick<Caller, 'principal'>): string {
  const [, accountId, role] = SESSION.exec(principal.arn) ?? []
  return accountId && role ? roleArn(accountId, role) : principal.arn
}

export const roleNameOf = ({ principal }: Pick<Caller, 'principal'>) => SESSION.exec(principal.arn)?.[2]

export const tagsOfRole = (reader: TableReader, accountId: string, name: string | undefined) =>
  (name === undefined ? undefined : roleOf(reader, accountId, name)?.tags) ?? {}

/** The policies on the caller's side. Root is allowed everything there; a role that is not there may nothing. */
export function identityPolicies(reader: TableReader, caller: Caller): readonly string[] | 'everything' {
  if (caller.principal.type === 'Root') return 'everything'
  const name = roleNameOf(caller)
  const role = name === undefined ? undefined : roleOf(reader, caller.accountId, name)
  return role ? Object.values(role.policies) : []
}

/** The policy that came with AssumeRole, if one did. */
export function sessionPolicy(reader: TableReader, { principal }: Caller): string | undefined {
  const id = principal.accessKeyId
  return id === undefined ? undefined : reader.get<SessionRecord>(SESSIONS, id)?.policy
}

/** A session of a role, as the trail names it (F-702). */
export const sessionOf = (
  accountId: string,
  role: string,
  session: string,
  { since, accessKeyId }: { readonly since?: Instant; readonly accessKeyId?: string } = {},
): Principal => ({
  type: 'AssumedRole',
  principalId: `${roleId(accountId, role)}:${session}`,
  arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${session}`,
  ...(accessKeyId === undefined ? {} : { accessKeyId }),
  ...(since === undefined
    ? {}
    : {
        session: {
          role: { principalId: roleId(accountId, role), arn: roleArn(accountId, role), userName: role },
          since,
        },
      }),
})
