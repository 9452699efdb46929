import { describe, expect, it } from 'vitest'
import { inline, readMarkdown } from './markdown.ts'

describe('our own documents as data', () => {
  it('reads headings, paragraphs, lists and tables', () => {
    const blocks = readMarkdown(
      '# Known\n\nOne\ntwo\n\n- a\n- b\n  c\n\n| id | what |\n|---|---|\n| SIM-1 | `a|b` and **c** |\n',
    )
    expect(blocks.map(({ is }) => is)).toEqual(['heading', 'paragraph', 'list', 'table'])
    expect(blocks[2]).toEqual({ is: 'list', items: [[{ text: 'a' }], [{ text: 'b c' }]] })
    expect(blocks[3]).toEqual({
      is: 'table',
      head: [[{ text: 'id' }], [{ text: 'what' }]],
      rows: [[[{ text: 'SIM-1' }], [{ code: 'a|b' }, { text: ' and ' }, { strong: 'c' }]]],
    })
  })

  it('links to http and https only, and makes no markup of anything else', () => {
    expect(inline('see [AWS](https://aws.amazon.com/kms/) now')).toEqual([
      { text: 'see ' },
      { link: 'AWS', href: 'https://aws.amazon.com/kms/' },
      { text: ' now' },
    ])
    expect(inline('[x](javascript:alert(1)) <b>y</b>')).toEqual([
      { text: '[x](javascript:alert(1)) <b>y</b>' },
    ])
  })

  it('ends for every line', () => {
    for (const text of ['|', '-', '#', '####', '*', '| a', '- a\n|', '  x'])
      expect(() => readMarkdown(text)).not.toThrow()
  })
})
