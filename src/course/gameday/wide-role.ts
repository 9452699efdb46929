import type { Stage } from '../lab-definition.ts'

/** Identity policies that gave AppRole more than an app needs. */
export const RELEASE_POLICY = 'ReleaseScripts'
export const SUPPORT_POLICY = 'TemporarySupport'

export async function allowAppRole(stage: Stage, name: string, actions: readonly string[]): Promise<void> {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  }
  await stage.request('iam', 'PutRolePolicy', {
    RoleName: 'AppRole',
    PolicyName: name,
    PolicyDocument: JSON.stringify(document),
  })
}
