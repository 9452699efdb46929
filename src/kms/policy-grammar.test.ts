import { describe, expect, it } from 'vitest'
import { conditionOperators, requireGrammar } from './policy-grammar.ts'

const STATEMENT = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }
const kept = (change: object) => {
  const statement = Object.fromEntries(
    Object.entries({ ...STATEMENT, ...change }).filter(([, value]) => value !== undefined),
  )
  return () => requireGrammar(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }), 'resource')
}
const code = 'MalformedPolicyDocumentException'

describe('a key policy', () => {
  it.each([
    '',
    '{',
    '[]',
    '{}',
    '"x"',
    'null',
    '{"Statement":[]}',
    '{"Statement":[[]]}',
    '{"Statement":[null]}',
  ])('is not %j', (text) =>
    expect(() => requireGrammar(text, 'resource')).toThrow(expect.objectContaining({ code })),
  )

  it.each([
    ['a version of its own', { Version: '2020-01-01', Statement: [STATEMENT] }],
    ['a member nobody knows', { Statement: [STATEMENT], Comment: 'x' }],
  ])('has not %s', (_, document) =>
    expect(() => requireGrammar(JSON.stringify(document), 'resource')).toThrow(
      expect.objectContaining({ code }),
    ),
  )

  it('may be a single statement without version', () =>
    expect(() => requireGrammar(JSON.stringify({ Statement: STATEMENT }), 'resource')).not.toThrow())

  it.each([
    ['an effect that is neither', { Effect: 'Maybe' }],
    ['no action', { Action: undefined }],
    ['an empty list of actions', { Action: [] }],
    ['an action that is a number', { Action: 5 }],
    ['Action beside NotAction', { NotAction: 'kms:Encrypt' }],
    ['no resource', { Resource: undefined }],
    ['a member nobody knows', { Actions: 'kms:*' }],
    ['a Sid that is no text', { Sid: 5 }],
    ['conditions as a list', { Condition: [] }],
    ['an operator nobody knows', { Condition: { StringMatches: { 'aws:userid': 'x' } } }],
    ['an operator in another case', { Condition: { stringEquals: { 'aws:userid': 'x' } } }],
    ['Null with IfExists', { Condition: { NullIfExists: { 'aws:userid': 'true' } } }],
    ['a set operator nobody knows', { Condition: { 'ForSomeValues:StringEquals': { 'aws:userid': 'x' } } }],
    ['an operator without keys', { Condition: { StringEquals: 'x' } }],
    ['a condition value that is an object', { Condition: { StringEquals: { 'aws:userid': {} } } }],
  ])('has no statement with %s', (_, change) =>
    expect(kept(change)).toThrow(expect.objectContaining({ code })),
  )

  it.each([undefined, {}, 'AppRole', [], { AWS: 'AppRole' }, { AWS: [] }, { AWS: 'arn:aws:iam::111122223333:role/*' },
    { AWS: 'arn:aws:iam::111122223333:group/all' }, { AWS: 5 }, { AWS: '1111222233334' },
    { AWS: 'x111122223333' }, { AWS: 'arn:aws:iam::111122223333:rooted' }, { Role: '*' }, { Service: 's3' }])(
    'has no statement for the principal %j',
    (Principal) =>
      expect(kept({ Principal })).toThrow('Policy contains a statement with one or more invalid principals.'),
  ) // biome-ignore format: one glance

  it.each([
    { AWS: '111122223333' },
    { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:role/path/App_1'] },
    { AWS: 'arn:aws:sts::111122223333:assumed-role/App/session@x' },
    { Service: 's3.amazonaws.com', AWS: '*' },
  ])('may name %j', (Principal) => expect(kept({ Principal })).not.toThrow())

  it('compares numbers and dates in six ways each', () => {
    const ways = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']
    for (const way of ways)
      expect([...conditionOperators]).toEqual(expect.arrayContaining([`Numeric${way}`, `Date${way}`]))
    expect(conditionOperators.size).toBe(14 + 2 * ways.length)
  })

  it.each([...conditionOperators])('may ask by %s, also IfExists and with a set operator', (operator) => {
    for (const name of [
      operator,
      `${operator}IfExists`,
      `ForAnyValue:${operator}`,
      `ForAllValues:${operator}`,
    ])
      expect(kept({ Condition: { [name]: { 'aws:userid': ['x', 1, true] } } })).not.toThrow()
  })

  it.each([
    ['kms:EncryptionContext:study', 'OverlyPermissiveCondition:EncryptionContext: Using the ForAllValues'],
    ['aws:RequestTag/team', 'OverlyPermissiveCondition: Using the ForAllValues'],
  ])('asks for one %s, never for all of them (F-638)', (key, says) => {
    expect(kept({ Condition: { 'ForAllValues:StringEquals': { [key]: 'x' } } })).toThrow(says)
    expect(kept({ Condition: { StringEquals: { [key]: 'x' } } })).not.toThrow()
    expect(
      kept({ Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'x' } } }),
    ).not.toThrow()
  })
})

it('an identity policy is the same without a principal', () => {
  const { Principal: _nobody, ...statement } = STATEMENT
  const text = (one: object) => JSON.stringify({ Statement: one })
  expect(() => requireGrammar(text(statement), 'identity')).not.toThrow()
  expect(() => requireGrammar(text(STATEMENT), 'identity')).toThrow(expect.objectContaining({ code }))
})

it('a trust policy names who may, and no resource', () => {
  const { Resource, ...statement } = { ...STATEMENT, Action: 'sts:AssumeRole' }
  const text = (one: object) => JSON.stringify({ Statement: one })
  expect(() => requireGrammar(text(statement), 'trust')).not.toThrow()
  for (const wrong of [
    { ...statement, Resource },
    { ...statement, Principal: 'AppRole' },
  ])
    expect(() => requireGrammar(text(wrong), 'trust')).toThrow(expect.objectContaining({ code }))
})
