import { flag, list, optional } from '../../kms/shapes.ts'
import { roleNames } from '../identities.ts'
import { serviceOperation } from '../service.ts'
import { describeRole, existingRole, roleShape } from './role-members.ts'

export const listRoles = serviceOperation({
  service: 'iam',
  name: 'ListRoles',
  docs: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html',
  readOnly: true,
  input: {},
  output: { Roles: optional(list(roleShape)), IsTruncated: optional(flag()) },
  trail: { request: [], response: [] },
  run: ({ caller: { accountId }, draft }) => ({
    Roles: roleNames(draft, accountId).map((name) =>
      describeRole(accountId, existingRole(draft, accountId, name)),
    ),
    IsTruncated: false,
  }),
})
