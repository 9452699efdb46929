import { describe, expect, it } from 'vitest'
import { caller, testAccount } from '../kms/testing/account.ts'
import type { Caller } from '../kms/trail.ts'
import { authorizeByPolicies } from './authorize.ts'
import { sessionOf } from './identities.ts'

const ACCOUNT = '111122223333'
const ROOT = `arn:aws:iam::${ACCOUNT}:root`
const ADMIN = `arn:aws:iam::${ACCOUNT}:role/KeyAdmin`
const admin: Caller = { ...caller(), principal: sessionOf(ACCOUNT, 'KeyAdmin', 'dario') }

type Statement = Readonly<Record<string, unknown>>
const policy = (...statements: readonly Statement[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({
      Effect: 'Allow',
      ...('NotPrincipal' in one ? {} : { Principal: { AWS: ROOT } }),
      ...('NotAction' in one ? {} : { Action: 'kms:*' }),
      Resource: '*',
      ...one,
    })),
  })

const refusal = {
  code: 'MalformedPolicyDocumentException',
  message: 'The new key policy will not allow you to update the key policy in the future.',
}

/** A policy, and who could write the next one under it: root, or an administrator's session. */
const cases: readonly (readonly [says: string, policy: string, root: boolean, admin: boolean])[] = [
  ['leaves everything to the account', policy({}), true, true],
  ['allows only reading', policy({ Action: 'kms:Describe*' }), false, false],
  ['names the administrators alone', policy({ Principal: { AWS: ADMIN } }), false, true],
  ['names the session alone', policy({ Principal: { AWS: admin.principal.arn } }), false, true],
  [
    'names another role',
    policy({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/AppRole` } }),
    false,
    false,
  ],
  ['allows all but PutKeyPolicy', policy({ NotAction: 'kms:PutKeyPolicy' }), false, false],
  ['allows all but Encrypt', policy({ NotAction: 'kms:Encrypt' }), true, true],
  ['denies it to the administrators', policy({}, { Effect: 'Deny', Principal: { AWS: ADMIN } }), true, false],
  [
    'denies it to everybody',
    policy({}, { Effect: 'Deny', Principal: '*', Action: 'kms:Put*' }),
    false,
    false,
  ],
  [
    'asks for what the caller is not',
    policy({ Condition: { ArnEquals: { 'aws:PrincipalArn': ADMIN } } }),
    false,
    true,
  ],
]

describe.each(cases)('a policy that %s', (_, text, root, byAdmin) => {
  it.each([
    ['root', caller(), root],
    ['an administrator', admin, byAdmin],
  ] as const)(
    'is kept for %s if they can change it again, at CreateKey and PutKeyPolicy (F-803)',
    async (_who, as, kept) => {
      const account = testAccount({ authorize: authorizeByPolicies })
      const { KeyMetadata } = await account.call('CreateKey', {}, as)
      const put = (more = {}) =>
        account.call('PutKeyPolicy', { KeyId: KeyMetadata.KeyId, Policy: text, ...more }, as)
      const create = (more = {}) => account.call('CreateKey', { Policy: text, ...more }, as)
      if (kept) await create()
      else await expect(create()).rejects.toMatchObject(refusal)
      await create({ BypassPolicyLockoutSafetyCheck: true })
      if (kept) await put()
      else await expect(put()).rejects.toMatchObject(refusal)
      if (!kept) await put({ BypassPolicyLockoutSafetyCheck: true })
    },
  )
})
