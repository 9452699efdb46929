import { roleArn, rolesTable } from '../identities.ts'
import { serviceOperation } from '../service.ts'
import { requireDocument } from './policy-check.ts'
import { existingRole, policyDocument, policyName, roleName } from './role-members.ts'

export const putRolePolicy = serviceOperation({
  service: 'iam',
  name: 'PutRolePolicy',
  docs: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
  readOnly: false,
  input: { RoleName: roleName(), PolicyName: policyName(), PolicyDocument: policyDocument() },
  output: {},
  needs: ({ RoleName }, { accountId }) => [
    { action: 'iam:PutRolePolicy', resource: roleArn(accountId, RoleName) },
  ],
  trail: { request: ['RoleName', 'PolicyName', 'PolicyDocument'], response: [] },
  run({ input: { RoleName, PolicyName, PolicyDocument }, caller: { accountId }, draft }) {
    const role = existingRole(draft, accountId, RoleName)
    requireDocument(PolicyDocument, 'identity')
    const policies = { ...role.policies, [PolicyName]: PolicyDocument }
    draft.put(rolesTable(accountId), RoleName, { ...role, policies })
    return {}
  },
})
