import { describe, expect, it } from 'vitest'
import { score } from '../world/testing/score.ts'
import api from './fixtures/kms-api.json' with { type: 'json' }
import { modelConstraints, type Constraint, type ModelMember } from './testing/model-constraints.ts'
import { testAccount } from './testing/account.ts'

const model = api.operations as unknown as Record<string, { input: Record<string, ModelMember> }>
const account = testAccount()

/** Optional only for a dry run that has no ciphertext. */
const ALSO: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Decrypt: { CiphertextBlob: new Uint8Array(1) },
  ReEncrypt: { CiphertextBlob: new Uint8Array(1) },
}

/** What the service says of a request before it looks at anything else; undefined when it goes on. */
async function refusal(
  operation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  const answer = await account.call(operation, input).then(
    () => undefined,
    (error: { code: string; message: string }) => error,
  )
  // Operations have rules of their own that answer with the same exception, in their own words.
  return answer?.code === 'ValidationException' && / validation errors? detected: /.test(answer.message)
    ? answer.message
    : undefined
}

/** The sides of a constraint: values that only just hold, and values that only just do not. */
async function expectBothSides(operation: string, { member, holds, breaks }: Constraint): Promise<void> {
  for (const input of holds) expect(await refusal(operation, input), `${operation} ${member}`).toBeUndefined()
  for (const { input, says } of breaks)
    expect(await refusal(operation, input)).toBe(
      `${says.length === 1 ? '1 validation error' : `${says.length} validation errors`} detected: ${says.join('; ')}`,
    )
}

describe('constraints of the API model', () => {
  it.for(Object.keys(model))(
    'of %s hold at both edges, in the words recorded from AWS (F-629, F-630)',
    async (operation, { task }) => {
      const constraints = modelConstraints(model[operation]?.input ?? {}, ALSO[operation])
      let executed = 0
      for (const constraint of constraints) {
        await expectBothSides(operation, constraint)
        executed++
      }
      score(task, 'S7', { executed, expected: constraints.length })
    },
  )

  it('are 539: 183 least and 183 greatest sizes, 90 required members, 46 patterns and 37 lists of values', () => {
    const kinds: Record<string, number> = {}
    for (const { input } of Object.values(model))
      for (const { kind } of modelConstraints(input)) kinds[kind] = (kinds[kind] ?? 0) + 1
    expect(kinds).toEqual({ min: 183, max: 183, required: 90, pattern: 46, enum: 37 })
  })

  it('are told of together when several do not hold, in the order of the members', async () => {
    expect(await refusal('CreateAlias', { AliasName: '' })).toBe(
      "3 validation errors detected: Value '' at 'aliasName' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
        "Value '' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$; " +
        "Value null at 'targetKeyId' failed to satisfy constraint: Member must not be null",
    )
  })

  it('say nothing of members that the service does not know', async () => {
    expect(
      await refusal('ListKeys', { Limit: 5, Limits: 5_000, __proto__: null, constructor: 7 }),
    ).toBeUndefined()
  })

  it('count characters, not the halves of one', async () => {
    const input = { KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab', Description: '\u{1F511}'.repeat(8192) }
    expect(await refusal('UpdateKeyDescription', input)).toBeUndefined()
    expect(
      await refusal('UpdateKeyDescription', { ...input, Description: `${input.Description}a` }),
    ).toContain('8192')
  })
})
