import { list, optional, structure, text } from '../../kms/shapes.ts'
import { roleArn, roleOf, rolesTable, type RoleRecord } from '../identities.ts'
import { ServiceError, serviceOperation } from '../service.ts'
import { requireDocument } from './policy-check.ts'
import { describeRole, policyDocument, roleName, roleShape } from './role-members.ts'

const tags = () => list(structure({ Key: text({ min: 1, max: 128 }), Value: text({ min: 0, max: 256 }) }))

export const createRole = serviceOperation({
  service: 'iam',
  name: 'CreateRole',
  docs: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
  readOnly: false,
  input: {
    RoleName: roleName(),
    AssumeRolePolicyDocument: policyDocument(),
    Description: optional(text({ max: 1000 })),
    Tags: optional(tags()),
  },
  output: { Role: optional(roleShape) },
  needs: ({ RoleName }, { accountId }) => [
    { action: 'iam:CreateRole', resource: roleArn(accountId, RoleName) },
  ],
  trail: { request: ['RoleName', 'AssumeRolePolicyDocument', 'Description'], response: [] },
  run({ input, caller: { accountId }, world, draft }) {
    const { RoleName: name, AssumeRolePolicyDocument: trustPolicy } = input
    if (roleOf(draft, accountId, name))
      throw new ServiceError('EntityAlreadyExists', `Role with name ${name} already exists.`, 409)
    requireDocument(trustPolicy, 'trust')
    const role: RoleRecord = {
      name,
      policies: {},
      trustPolicy,
      createdAt: world.clock.now(),
      ...(input.Description === undefined ? {} : { description: input.Description }),
      ...(input.Tags ? { tags: Object.fromEntries(input.Tags.map(({ Key, Value }) => [Key, Value])) } : {}),
    }
    draft.put(rolesTable(accountId), name, role)
    return { Role: describeRole(accountId, role) }
  },
})
