import { optional } from '../../kms/shapes.ts'
import { roleArn } from '../identities.ts'
import { serviceOperation } from '../service.ts'
import { describeRole, existingRole, roleName, roleShape } from './role-members.ts'

export const getRole = serviceOperation({
  service: 'iam',
  name: 'GetRole',
  docs: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html',
  readOnly: true,
  input: { RoleName: roleName() },
  output: { Role: optional(roleShape) },
  needs: ({ RoleName }, { accountId }) => [{ action: 'iam:GetRole', resource: roleArn(accountId, RoleName) }],
  trail: { request: ['RoleName'], response: [] },
  run: ({ input, caller: { accountId }, draft }) => ({
    Role: describeRole(accountId, existingRole(draft, accountId, input.RoleName)),
  }),
})
