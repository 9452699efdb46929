import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { MAX_DEPTH, parseJsonObject } from './json-text.ts'
import { SerializationError } from './serialization-error.ts'

const parse = (text: string) => parseJsonObject(encodeUtf8(text))
const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`

describe('the text of a request', () => {
  it('is one JSON object, and nothing at all stands for an empty one', () => {
    expect(parse('{"KeyId":"1"}')).toEqual({ KeyId: '1' })
    expect(parse('')).toEqual({})
  })

  it.each([
    '{',
    '[]',
    '"text"',
    'null',
    '12',
    '{"a":1}x',
    '{a:1}',
    "{'a':1}",
    '\ufeff{}',
    '{"a":01}',
    '{"a":"\n"}',
    '{"a":NaN}',
    '{} {}',
  ])('refuses %j', (text) => expect(() => parse(text)).toThrow(SerializationError))

  it('refuses bytes that are not UTF-8 instead of guessing', () => {
    expect(() => parseJsonObject(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))).toThrow(
      SerializationError,
    )
  })

  it(`takes ${MAX_DEPTH} levels and not one more, before any parser sees them`, () => {
    expect(() => parse(nested(MAX_DEPTH))).not.toThrow()
    expect(() => parse(nested(MAX_DEPTH + 1))).toThrow(`deeper than ${MAX_DEPTH}`)
    expect(() => parse('['.repeat(500_000))).toThrow(`deeper than ${MAX_DEPTH}`)
  })

  it('does not count brackets inside strings', () => {
    expect(() => parse(`{"a":"${'['.repeat(100)}\\"${'{'.repeat(100)}"}`)).not.toThrow()
  })
})
