import { describe, expect, it } from 'vitest'
import { agreed, taken } from './take-completion.ts'

const among = (from: number, to: number, ...values: string[]) => ({
  from,
  to,
  items: values.map((value) => ({ value })),
})

describe('a completion', () => {
  it('replaces the word and makes room for the next one', () => {
    expect(taken('aws kms decr', among(8, 12, 'decrypt'), { value: 'decrypt' })).toEqual({
      text: 'aws kms decrypt ',
      cursor: 16,
    })
    expect(taken('ls mat | wc', among(3, 6), { value: 'material.bin' })).toEqual({
      text: 'ls material.bin | wc',
      cursor: 15,
    })
  })

  it('of a folder goes on in the same word', () => {
    expect(taken('cat no', among(4, 6), { value: 'notes/' })).toEqual({ text: 'cat notes/', cursor: 10 })
  })

  it('goes as far as all candidates agree', () => {
    expect(agreed('aws kms gen', among(8, 11, 'generate-mac', 'generate-random'))).toEqual({
      text: 'aws kms generate-',
      cursor: 17,
    })
    expect(agreed('aws kms generate-', among(8, 17, 'generate-mac', 'generate-random'))).toBeUndefined()
    expect(agreed('x', among(0, 1))).toBeUndefined()
    expect(agreed('a', among(0, 1, 'a\u{1f600}', 'a\u{1f601}'))).toBeUndefined()
  })
})
