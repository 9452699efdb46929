import { optional, text } from '../../kms/shapes.ts'
import { roleArn } from '../identities.ts'
import { serviceOperation } from '../service.ts'
import { existingPolicy } from './role-policies.ts'
import { policyName, roleName } from './role-members.ts'

export const getRolePolicy = serviceOperation({
  service: 'iam',
  name: 'GetRolePolicy',
  docs: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html',
  readOnly: true,
  input: { RoleName: roleName(), PolicyName: policyName() },
  output: { RoleName: optional(text()), PolicyName: optional(text()), PolicyDocument: optional(text()) },
  needs: ({ RoleName }, { accountId }) => [
    { action: 'iam:GetRolePolicy', resource: roleArn(accountId, RoleName) },
  ],
  trail: { request: ['RoleName', 'PolicyName'], response: [] },
  run({ input: { RoleName, PolicyName }, caller: { accountId }, draft }) {
    const { document } = existingPolicy(draft, accountId, RoleName, PolicyName)
    return { RoleName, PolicyName, PolicyDocument: encodeURIComponent(document) }
  },
})
