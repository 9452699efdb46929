import { describe, expect, it } from 'vitest'
import { atFirstLine, atLastLine, goesOn, searchLines, stepTo, type Walk } from './line-walk.ts'

describe('the lines of before', () => {
  it('come back one by one, and at the end what was being typed', () => {
    const lines = ['one', 'two']
    let walk: Walk | undefined
    const seen: (string | undefined)[] = []
    for (const step of [-1, -1, -1, 1, 1, 1] as const) {
      const next = stepTo(lines, walk, 'dra', step)
      walk = next?.walk ?? walk
      seen.push(next?.text)
    }
    expect(seen).toEqual(['two', 'one', undefined, 'two', 'dra', undefined])
    expect(stepTo([], undefined, 'dra', -1)).toBeUndefined()
  })

  it('are found by all words of a search, the newest first and each once', () => {
    const lines = ['aws kms encrypt --key-id a', 'ls', 'AWS kms decrypt', 'ls', 'aws kms encrypt --key-id b']
    expect(searchLines(lines, 'kms crypt')).toEqual([
      'aws kms encrypt --key-id b',
      'AWS kms decrypt',
      'aws kms encrypt --key-id a',
    ])
    expect(searchLines(lines, '')).toHaveLength(4)
    expect(searchLines(lines, 'ls', 1)).toEqual(['ls'])
    expect(searchLines(lines, '[(')).toEqual([])
  })
})

describe('a text of several lines', () => {
  it('gives Up and Down to the history only at its first and last line', () => {
    const text = 'one\ntwo\nthree'
    expect([0, 3, 4, 8].map((cursor) => atFirstLine(text, cursor))).toEqual([true, true, false, false])
    expect([0, 7, 8, 13].map((cursor) => atLastLine(text, cursor))).toEqual([false, false, true, true])
    expect(atFirstLine('\n', 0)).toBe(true)
  })

  it('goes on behind a backslash that is not escaped itself', () => {
    expect(['a \\', 'a \\\\', 'a \\\\\\', 'a', ''].map(goesOn)).toEqual([true, false, true, false, false])
  })
})
