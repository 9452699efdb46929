import type { TableReader } from '../kms/tables.ts'
import type { Caller, Principal } from '../kms/trail.ts'

/** A role of an account: what it may, and who may take it. Plain data. */
export interface RoleRecord {
  readonly name: string
  /** Identity policies by name, as JSON texts */
  readonly policies: Readonly<Record<string, string>>
  readonly trustPolicy: string
}

export const rolesTable = (accountId: string) => `iam-roles/${accountId}`
/** One organisation guardrail for the whole account, as a service control policy: key `guardrail`, row = JSON text */
export const GUARDRAIL = 'iam-guardrail'

const allow = (...actions: readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] })

const USE = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:GenerateMac',
  'kms:VerifyMac',
  'kms:Sign',
  'kms:Verify',
  'kms:DeriveSharedSecret',
  'kms:Encapsulate',
  'kms:Decapsulate',
  'kms:GenerateRandom',
]
const LOOK = [
  'kms:Describe*',
  'kms:List*',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:GetPublicKey',
  'kms:GetKeyLastUsage',
]

/** The cast of the course, each with what the story asks of them (course, 2.0). */
const CAST: Readonly<Record<string, string>> = {
  KeyAdmin: allow('kms:*', 's3:*', 'cloudtrail:*', 'cloudwatch:*', 'events:*', 'iam:*', 'sts:*'),
  KeyCustodian: allow('kms:*', 's3:*', 'cloudtrail:LookupEvents', 'cloudwatch:*', 'events:*'),
  AppRole: allow(...USE, 'kms:DescribeKey', 'kms:GetPublicKey', 'kms:ListAliases', 's3:*'),
  Auditor: allow(
    ...LOOK,
    'cloudtrail:*',
    'cloudwatch:Describe*',
    'cloudwatch:Get*',
    'events:List*',
    's3:List*',
    'iam:Get*',
    'iam:List*',
  ),
}

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

/** A session acts as its role: that is what policies name (aws:PrincipalArn). */
export function principalArn({ principal }: Caller): string {
  const [, accountId, role] = SESSION.exec(principal.arn) ?? []
  return accountId && role ? roleArn(accountId, role) : principal.arn
}

export const roleNameOf = ({ principal }: Caller) => SESSION.exec(principal.arn)?.[2]

/** The policies on the caller's side. Root is allowed everything there; a role that is not there may nothing. */
export function identityPolicies(reader: TableReader, caller: Caller): readonly string[] | 'everything' {
  if (caller.principal.type === 'Root') return 'everything'
  const name = roleNameOf(caller)
  const role = name === undefined ? undefined : roleOf(reader, caller.accountId, name)
  return role ? Object.values(role.policies) : []
}

/** A session of a role, as the trail names it (F-702). */
export const sessionOf = (accountId: string, role: string, session: string): Principal => ({
  type: 'AssumedRole',
  principalId: `AROAEXAMPLE:${session}`,
  arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${session}`,
})
