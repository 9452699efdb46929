import { describe, expect, it } from 'vitest'
import type { GrantRecord } from './grant.ts'
import { coversChild, grantAllows } from './grant-rules.ts'

const SOURCE = 'arn:aws:s3:eu-west-1:111122223333:bucket/records'
const parent = (constraints?: GrantRecord['constraints']): GrantRecord => ({
  id: 'a'.repeat(64),
  keyId: 'k',
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k',
  creationDate: 0,
  issuingAccount: '111122223333',
  operations: ['Encrypt', 'Decrypt', 'DescribeKey'],
  ...(constraints && { constraints }),
})
const child = (Constraints?: object) => ({ Operations: ['Decrypt'], ...(Constraints && { Constraints }) })
const equals = (pairs: Record<string, string>) => ({ EncryptionContextEquals: pairs })
const subset = (pairs: Record<string, string>) => ({ EncryptionContextSubset: pairs })

describe('who creates grants only through a grant', () => {
  it.each([
    ['an operation that the grant has not', parent(), { Operations: ['Decrypt', 'Sign'] }],
    ['no source where the grant has one', parent({ SourceArn: SOURCE }), child()],
    [
      'another source',
      parent({ SourceArn: SOURCE }),
      child({ SourceArn: 'arn:aws:s3:::other', ...equals({}) }),
    ],
    ['no context where the grant says it exactly', parent(equals({ study: 'FT-01' })), child()],
    [
      'less than the exact context',
      parent(equals({ study: 'FT-01', site: '4' })),
      child(equals({ study: 'FT-01' })),
    ],
    [
      'more than the exact context',
      parent(equals({ study: 'FT-01' })),
      child(equals({ study: 'FT-01', site: '4' })),
    ],
    [
      'a subset where the grant says equal',
      parent(equals({ study: 'FT-01' })),
      child(subset({ study: 'FT-01' })),
    ],
    ['another value', parent(subset({ study: 'FT-01' })), child(subset({ study: 'FT-02' }))],
    ['the value in another case', parent(subset({ study: 'FT-01' })), child(subset({ study: 'ft-01' }))],
    ['another name', parent(subset({ study: 'FT-01' })), child(subset({ site: 'FT-01' }))],
    ['no context where the grant has a subset', parent(subset({ study: 'FT-01' })), child()],
  ])('does not pass on %s', (_, from, to) => expect(coversChild(from, to)).toBe(false))

  it.each([
    ['fewer operations', parent(), child()],
    ['the same source', parent({ SourceArn: SOURCE }), child({ SourceArn: SOURCE })],
    ['the same exact context', parent(equals({ study: 'FT-01' })), child(equals({ Study: 'FT-01' }))],
    ['a narrower subset', parent(subset({ study: 'FT-01' })), child(subset({ site: '4', STUDY: 'FT-01' }))],
    [
      'an exact context with the subset in it',
      parent(subset({ study: 'FT-01' })),
      child(equals({ study: 'FT-01', site: '4' })),
    ],
  ])('passes on %s', (_, from, to) => expect(coversChild(from, to)).toBe(true))
})

describe('a grant with constraints', () => {
  const request = (context: Record<string, string>, sourceArn?: string) => ({ context, sourceArn })

  it('of an exact context allows that context alone, names without case', () => {
    const exact = parent(equals({ study: 'FT-01' }))
    expect(grantAllows(exact, 'Decrypt', request({ Study: 'FT-01' }))).toBe(true)
    for (const context of [{}, { study: 'FT-02' }, { study: 'FT-01', site: '4' }, { site: 'FT-01' }])
      expect(grantAllows(exact, 'Decrypt', request(context as Record<string, string>))).toBe(false)
  })

  it('of a subset allows what has it and more', () => {
    const some = parent(subset({ study: 'FT-01' }))
    expect(grantAllows(some, 'Decrypt', request({ site: '4', STUDY: 'FT-01' }))).toBe(true)
    expect(grantAllows(some, 'Decrypt', request({ site: '4' }))).toBe(false)
  })

  it('asks for no context of an operation that has none, and for the source of every operation', () => {
    expect(grantAllows(parent(equals({ study: 'FT-01' })), 'DescribeKey', request({}))).toBe(true)
    const fromS3 = parent({ SourceArn: SOURCE })
    expect(grantAllows(fromS3, 'DescribeKey', request({}, SOURCE))).toBe(true)
    expect(grantAllows(fromS3, 'DescribeKey', request({}))).toBe(false)
  })
})
