import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { beginning, lineCount, outputOf } from './output-kind.ts'

const kind = (text: string) => outputOf(encodeUtf8(text)).is

describe('what a command printed', () => {
  it('is bytes when it is no text, and text otherwise', () => {
    expect(outputOf(Uint8Array.of(0x89, 0xff)).is).toBe('bytes')
    expect(outputOf(Uint8Array.of(65, 0, 66)).is).toBe('bytes')
    expect(kind('SHA2-256(material.bin)= b8d0\n')).toBe('text')
    expect(kind('')).toBe('nothing')
  })

  it('is a tree when it is JSON as the AWS CLI or jq prints it', () => {
    const value = { KeyMetadata: { KeyId: 'a', MultiRegion: false, Tags: [], Size: 3 } }
    expect(outputOf(encodeUtf8(`${JSON.stringify(value, null, 4)}\n`))).toMatchObject({ is: 'json', value })
    expect(kind(`${JSON.stringify(value, null, 2)}\n`)).toBe('json')
    expect(kind(`${JSON.stringify(['a'], null, 4)}\n`)).toBe('json')
  })

  it.each([
    ['without its last line end', '{\n    "a": 1\n}'],
    ['with a number that would print otherwise', '{\n    "a": 1.0\n}\n'],
    ['with a name twice', '{\n    "a": 1,\n    "a": 2\n}\n'],
    ['in one line', '{"a": 1}\n'],
    ['with text behind it', '{\n    "a": 1\n}\nmore\n'],
    ['with a control character', '{\n    "a": "\u001b[31m"\n}\n'],
  ])('stays text %s, so that a tree never shows something else', (_what, text) => {
    expect(kind(text)).toBe('text')
  })

  it('is counted in lines as people do', () => {
    expect(['', 'a', 'a\n', 'a\nb', '\n\n'].map(lineCount)).toEqual([0, 1, 1, 2, 2])
  })

  it('is cut at a line, or at a character where lines are long', () => {
    expect(beginning('a\nb\nc\n', 2, 100)).toEqual({ text: 'a\nb\n', left: 2 })
    expect(beginning('a\nb', 2, 100)).toEqual({ text: 'a\nb', left: 0 })
    expect(beginning('x'.repeat(50), 2, 10)).toEqual({ text: 'x'.repeat(10), left: 40 })
  })
})
