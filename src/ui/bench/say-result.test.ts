import { describe, expect, it } from 'vitest'
import type { CallEntry } from '../../lab/lab.ts'
import { jsonTree } from './json-nodes.ts'
import { saidOf } from './say-result.ts'

const entry = (more: Partial<CallEntry>): CallEntry => ({
  number: 1,
  at: 0,
  request: { operation: 'DescribeKey', input: {}, as: 'root', region: 'eu-west-1' },
  command: 'aws kms describe-key',
  ok: true,
  ...more,
})

describe('what is read out after a call', () => {
  it('is at most three lines of the answer and a count of the rest', () => {
    const tree = jsonTree({
      KeyMetadata: { KeyId: 'a', KeyState: 'Enabled', Origin: 'AWS_KMS', Enabled: true },
    })
    expect(saidOf(entry({}), tree)).toBe(
      'Look at a key:\nKeyMetadata: {\nKeyId: a\nKeyState: Enabled\nand 2 more lines',
    )
  })

  it('is the error first, then the plain sentence', () => {
    const error = { code: 'DisabledException', message: 'K is disabled.' }
    expect(saidOf(entry({ ok: false, error }), undefined, 'Enable it.')).toBe(
      'An error occurred (DisabledException) when calling the DescribeKey operation: K is disabled.\nEnable it.',
    )
  })

  it('says that a call without a body is done', () => {
    expect(saidOf(entry({}), jsonTree({}))).toContain('Done.')
  })
})
