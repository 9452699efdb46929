import { describe, expect, it } from 'vitest'
import { createLab } from '../../lab/create-lab.ts'
import type { CallRequest, Lab } from '../../lab/lab.ts'
import { testPorts } from '../../lab/testing/ports.ts'
import { ok } from '../../lab/testing/work.ts'
import { deniedBy } from './denied-by.ts'
import { explainError } from './explain-error.ts'
import { words } from './words.ts'

const { sides, hidden } = words.denied
const ACCOUNT = 'arn:aws:iam::111122223333'
const statement = (effect: 'Allow' | 'Deny', who: string, action: string) => ({
  Effect: effect,
  Principal: { AWS: `${ACCOUNT}:${who}` },
  Action: action,
  Resource: '*',
})
const policy = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })

/** What KMS itself says of a refused call. */
async function refusalOf(lab: Lab, request: CallRequest): Promise<string> {
  const { error } = await lab.call(request)
  expect(error?.code).toBe('AccessDeniedException')
  return error?.message ?? ''
}

async function labWithKey(...statements: readonly object[]): Promise<{ lab: Lab; KeyId: string }> {
  const lab = await createLab(testPorts())
  const { KeyMetadata } = await ok(
    lab,
    'CreateKey',
    statements.length > 0 ? { Policy: policy(statement('Allow', 'root', 'kms:*'), ...statements) } : {},
  )
  return { lab, KeyId: (KeyMetadata as { KeyId: string }).KeyId }
}

describe('the plain line below a refusal', () => {
  it('names the role when none of its policies allows the action', async () => {
    const { lab, KeyId } = await labWithKey()
    const request = { operation: 'ScheduleKeyDeletion', input: { KeyId }, as: 'AppRole' }
    const message = await refusalOf(lab, request)
    expect(deniedBy(message)).toBe(sides['identity-based policy'].silent)
    expect(explainError('AccessDeniedException', 'ScheduleKeyDeletion', message)).toBe(deniedBy(message))
    expect(deniedBy(await refusalOf(lab, { operation: 'CreateKey', input: {}, as: 'Auditor' }))).toBe(
      sides['identity-based policy'].silent,
    )
  })

  it('names the role when one of its policies denies the action', async () => {
    const { lab, KeyId } = await labWithKey()
    const deny = JSON.stringify({ Statement: [{ Effect: 'Deny', Action: 'kms:*', Resource: '*' }] })
    lab.tables.apply([
      ['iam-roles/111122223333', 'Nightly', { name: 'Nightly', policies: { deny }, trustPolicy: '{}' }],
    ])
    const message = await refusalOf(lab, { operation: 'DescribeKey', input: { KeyId }, as: 'Nightly' })
    expect(deniedBy(message)).toBe(sides['identity-based policy'].denies)
  })

  it('names the key when its policy denies, or leaves the caller out', async () => {
    const denying = await labWithKey(statement('Deny', 'role/KeyAdmin', 'kms:DescribeKey'))
    const describeIt = (KeyId: string) => ({ operation: 'DescribeKey', input: { KeyId }, as: 'KeyAdmin' })
    expect(deniedBy(await refusalOf(denying.lab, describeIt(denying.KeyId)))).toBe(
      sides['resource-based policy'].denies,
    )
    const { lab, KeyId } = await labWithKey()
    const only = policy(statement('Allow', 'role/KeyCustodian', 'kms:*'))
    const put = await lab.call({
      operation: 'PutKeyPolicy',
      input: { KeyId, Policy: only },
      as: 'KeyCustodian',
    })
    expect(put.ok).toBe(true)
    expect(deniedBy(await refusalOf(lab, describeIt(KeyId)))).toBe(sides['resource-based policy'].silent)
  })

  it('names the guardrail of the organisation', async () => {
    const { lab, KeyId } = await labWithKey()
    const guard = (text: string) => lab.tables.apply([['iam-guardrail', 'guardrail', text]])
    const request = { operation: 'DisableKey', input: { KeyId } }
    const rule = (Effect: 'Allow' | 'Deny', Action: string) =>
      JSON.stringify({ Statement: [{ Effect, Action, Resource: '*' }] })
    guard(rule('Deny', 'kms:DisableKey'))
    expect(deniedBy(await refusalOf(lab, request))).toBe(sides['service control policy'].denies)
    guard(rule('Allow', 's3:*'))
    expect(deniedBy(await refusalOf(lab, request))).toBe(sides['service control policy'].silent)
  })

  it('says that KMS does not tell, of a key of others', async () => {
    const { lab } = await labWithKey()
    const KeyId = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab'
    const message = await refusalOf(lab, { operation: 'DescribeKey', input: { KeyId } })
    expect(deniedBy(message)).toBe(hidden)
  })

  it('stays with the general line when the message tells no side', () => {
    expect(deniedBy('User: x is not authorized to perform: kms:Decrypt')).toBeUndefined()
    expect(explainError('AccessDeniedException', 'Decrypt')).toContain('look at who made the call')
  })
})
