import type { ServiceOperation } from '../service.ts'
import { createRole } from './create-role.ts'
import { deleteRolePolicy } from './delete-role-policy.ts'
import { getRole } from './get-role.ts'
import { getRolePolicy } from './get-role-policy.ts'
import { listRolePolicies } from './list-role-policies.ts'
import { listRoles } from './list-roles.ts'
import { putRolePolicy } from './put-role-policy.ts'
import { updateAssumeRolePolicy } from './update-assume-role-policy.ts'

/** Roles and the policies in them: what the lessons change. Users, groups and managed policies are not there. */
export const iamOperations: readonly ServiceOperation[] = [
  listRoles,
  getRole,
  createRole,
  listRolePolicies,
  getRolePolicy,
  putRolePolicy,
  deleteRolePolicy,
  updateAssumeRolePolicy,
]
