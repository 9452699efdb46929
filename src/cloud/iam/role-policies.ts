import type { TableReader } from '../../kms/tables.ts'
import { ServiceError } from '../service.ts'
import { existingRole } from './role-members.ts'

/** @throws ServiceError NoSuchEntity */
export function existingPolicy(reader: TableReader, accountId: string, roleName: string, policyName: string) {
  const role = existingRole(reader, accountId, roleName)
  const document = Object.hasOwn(role.policies, policyName) ? role.policies[policyName] : undefined
  if (document === undefined)
    throw new ServiceError('NoSuchEntity', `The role policy with name ${policyName} cannot be found.`, 404)
  return { role, document }
}
