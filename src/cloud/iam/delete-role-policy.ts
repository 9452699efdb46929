import { roleArn, rolesTable } from '../identities.ts'
import { serviceOperation } from '../service.ts'
import { policyName, roleName } from './role-members.ts'
import { existingPolicy } from './role-policies.ts'

export const deleteRolePolicy = serviceOperation({
  service: 'iam',
  name: 'DeleteRolePolicy',
  docs: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html',
  readOnly: false,
  input: { RoleName: roleName(), PolicyName: policyName() },
  output: {},
  needs: ({ RoleName }, { accountId }) => [
    { action: 'iam:DeleteRolePolicy', resource: roleArn(accountId, RoleName) },
  ],
  trail: { request: ['RoleName', 'PolicyName'], response: [] },
  run({ input: { RoleName, PolicyName }, caller: { accountId }, draft }) {
    const { role } = existingPolicy(draft, accountId, RoleName, PolicyName)
    const { [PolicyName]: _gone, ...policies } = role.policies
    draft.put(rolesTable(accountId), RoleName, { ...role, policies })
    return {}
  },
})
