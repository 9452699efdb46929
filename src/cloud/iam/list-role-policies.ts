import { flag, list, optional, text } from '../../kms/shapes.ts'
import { roleArn } from '../identities.ts'
import { serviceOperation } from '../service.ts'
import { existingRole, roleName } from './role-members.ts'

export const listRolePolicies = serviceOperation({
  service: 'iam',
  name: 'ListRolePolicies',
  docs: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html',
  readOnly: true,
  input: { RoleName: roleName() },
  output: { PolicyNames: optional(list(text())), IsTruncated: optional(flag()) },
  needs: ({ RoleName }, { accountId }) => [
    { action: 'iam:ListRolePolicies', resource: roleArn(accountId, RoleName) },
  ],
  trail: { request: ['RoleName'], response: [] },
  run: ({ input, caller: { accountId }, draft }) => ({
    PolicyNames: Object.keys(existingRole(draft, accountId, input.RoleName).policies),
    IsTruncated: false,
  }),
})
