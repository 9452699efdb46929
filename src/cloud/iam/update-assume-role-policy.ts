import { roleArn, rolesTable } from '../identities.ts'
import { serviceOperation } from '../service.ts'
import { requireDocument } from './policy-check.ts'
import { existingRole, policyDocument, roleName } from './role-members.ts'

export const updateAssumeRolePolicy = serviceOperation({
  service: 'iam',
  name: 'UpdateAssumeRolePolicy',
  docs: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html',
  readOnly: false,
  input: { RoleName: roleName(), PolicyDocument: policyDocument() },
  output: {},
  needs: ({ RoleName }, { accountId }) => [
    { action: 'iam:UpdateAssumeRolePolicy', resource: roleArn(accountId, RoleName) },
  ],
  trail: { request: ['RoleName', 'PolicyDocument'], response: [] },
  run({ input: { RoleName, PolicyDocument }, caller: { accountId }, draft }) {
    const role = existingRole(draft, accountId, RoleName)
    requireDocument(PolicyDocument, 'trust')
    draft.put(rolesTable(accountId), RoleName, { ...role, trustPolicy: PolicyDocument })
    return {}
  },
})
