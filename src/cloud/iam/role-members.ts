import { optional, structure, text, timestamp } from '../../kms/shapes.ts'
import type { TableReader } from '../../kms/tables.ts'
import { START_OF_THE_CAST } from '../cast.ts'
import { roleArn, roleId, roleOf, type RoleRecord } from '../identities.ts'
import { ServiceError } from '../service.ts'

export const roleName = () => text({ min: 1, max: 64, pattern: '[\\w+=,.@-]+' })
export const policyName = () => text({ min: 1, max: 128, pattern: '[\\w+=,.@-]+' })
export const policyDocument = () => text({ min: 1, max: 131_072 })

export const roleShape = structure({
  Path: text(),
  RoleName: text(),
  RoleId: text(),
  Arn: text(),
  CreateDate: timestamp(),
  AssumeRolePolicyDocument: optional(text()),
  Description: optional(text()),
  MaxSessionDuration: optional({ shape: { kind: 'integer' }, required: true } as const),
})

/** Policies travel percent-encoded in IAM (RFC 3986). */
export const describeRole = (accountId: string, role: RoleRecord) => ({
  Path: '/',
  RoleName: role.name,
  RoleId: roleId(accountId, role.name),
  Arn: roleArn(accountId, role.name),
  CreateDate: role.createdAt ?? START_OF_THE_CAST,
  AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
  ...(role.description === undefined ? {} : { Description: role.description }),
  MaxSessionDuration: 3600,
})

/** @throws ServiceError NoSuchEntity */
export function existingRole(reader: TableReader, accountId: string, name: string): RoleRecord {
  const role = roleOf(reader, accountId, name)
  if (!role) throw new ServiceError('NoSuchEntity', `The role with name ${name} cannot be found.`, 404)
  return role
}
