import { describe, expect, it } from 'vitest'
import api from '../fixtures/kms-api.json' with { type: 'json' }
import { isKmsErrorCode } from '../errors.ts'
import { keyStateRules } from '../key-state.ts'
import type { Members, Shape } from '../shapes.ts'
import { operations } from './index.ts'

const USES = [
  'Decapsulate', 'Decrypt', 'DeriveSharedSecret', 'Encapsulate', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext', 'GenerateDataKeyWithoutPlaintext', 'GenerateMac', 'ReEncrypt', 'Sign', 'Verify',
  'VerifyMac',
] // biome-ignore format: one glance

interface ModelMember {
  type: string
  required?: boolean
  sensitive?: boolean
  min?: number
  max?: number
  pattern?: string
  enum?: string[]
  member?: ModelMember
  key?: ModelMember
  value?: ModelMember
  members?: Record<string, ModelMember>
}
type Model = Record<
  string,
  { input: Record<string, ModelMember>; output: Record<string, ModelMember>; errors: string[] }
>

const model = api.operations as unknown as Model

/** A shape of ours in the model's words, so that both can be compared whole. */
function asModel(shape: Shape): ModelMember {
  const { kind } = shape
  const range = {
    ...('min' in shape ? { min: shape.min } : {}),
    ...('max' in shape ? { max: shape.max } : {}),
  }
  if (shape.kind === 'string') {
    return {
      type: kind,
      ...range,
      ...(shape.pattern === undefined ? {} : { pattern: shape.pattern }),
      ...(shape.enum ? { enum: [...shape.enum] } : {}),
      ...(shape.sensitive ? { sensitive: true } : {}),
    }
  }
  if (shape.kind === 'list') return { type: kind, ...range, member: asModel(shape.member) }
  if (shape.kind === 'map') return { type: kind, key: asModel(shape.key), value: asModel(shape.value) }
  if (shape.kind === 'structure') return { type: kind, members: membersAsModel(shape.members) }
  return { type: kind, ...range, ...('sensitive' in shape ? { sensitive: true } : {}) }
}

const membersAsModel = (members: Members) =>
  Object.fromEntries(
    Object.entries(members).map(([name, { shape, required }]) => [name, { ...asModel(shape), required }]),
  )

/** The model without what says nothing about validation. */
function bare(member: ModelMember): ModelMember {
  const {
    type,
    required = false,
    sensitive,
    min,
    max,
    pattern,
    enum: values,
    member: of,
    key,
    value,
    members,
  } = member
  return {
    type,
    required,
    ...(sensitive ? { sensitive } : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values ? { enum: values } : {}),
    ...(of ? { member: withoutRequired(bare(of)) } : {}),
    ...(key ? { key: withoutRequired(bare(key)) } : {}),
    ...(value ? { value: withoutRequired(bare(value)) } : {}),
    ...(members ? { members: bareAll(members) } : {}),
  }
}

const withoutRequired = ({ required: _required, ...rest }: ModelMember): ModelMember => rest
const bareAll = (members: Record<string, ModelMember>) =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, bare(member)]))

describe('the list of operations', () => {
  it('has all 56', () => expect([...operations.keys()].sort()).toEqual(Object.keys(model).sort()))

  describe.each([...operations.values()].map((operation) => [operation.name, operation] as const))(
    '%s',
    (name, operation) => {
      it('takes what the API model takes: members, ranges, patterns and values', () => {
        expect(membersAsModel(operation.input)).toEqual(bareAll(model[name]?.input ?? {}))
      })

      it('answers what the API model answers', () => {
        expect(membersAsModel(operation.output)).toEqual(bareAll(model[name]?.output ?? {}))
      })

      it('declares the errors of the API model', () => {
        expect([...operation.errors].sort()).toEqual([...(model[name]?.errors ?? [])].sort())
        expect(operation.errors.every(isKmsErrorCode)).toBe(true)
      })

      it('links its page, and has a row in the state table if it works on a key', () => {
        expect(operation.docs).toBe(`https://docs.aws.amazon.com/kms/latest/APIReference/API_${name}.html`)
        const keyless = ['CreateKey', 'ListKeys', 'GenerateRandom', 'ListRetirableGrants']
        const onKeys = !keyless.includes(name) && !name.includes('CustomKeyStore')
        expect(name in keyStateRules).toBe(onKeys)
      })

      it('never logs bytes, and logs only members it has', () => {
        for (const member of operation.trail.request)
          expect(operation.input[member]?.shape.kind, member).not.toBe('blob')
        for (const member of operation.trail.request) expect(operation.input).toHaveProperty(member)
        for (const member of operation.trail.response) expect(operation.output).toHaveProperty(member)
      })
    },
  )
})

describe('a key is named (F-505)', () => {
  const named = (how: 'aliases' | 'crossAccount') =>
    [...operations.values()].filter(({ key }) => key?.[how]).map(({ name }) => name)

  it('by an alias too where it is used, described or shows its public half', () => {
    expect(named('aliases').sort()).toEqual([...USES, 'DescribeKey', 'GetPublicKey'].sort())
  })

  it('across accounts where it is used or looked at, and for grants', () => {
    const others = ['DescribeKey', 'GetPublicKey', 'GetKeyRotationStatus']
    const grants = ['CreateGrant', 'ListGrants', 'RetireGrant', 'RevokeGrant']
    expect(named('crossAccount').sort()).toEqual([...USES, ...others, ...grants].sort())
  })
})
