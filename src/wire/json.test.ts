import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blob,
  flag,
  integer,
  list,
  optional,
  secretBlob,
  stringMap,
  structure,
  text,
  timestamp,
  type Members,
} from '../kms/shapes.ts'
import { decodeInput, encodeOutput } from './json.ts'
import { SerializationError } from './serialization-error.ts'

const members: Members = {
  Name: optional(text()),
  Blob: optional(blob()),
  Secret: optional(secretBlob()),
  Count: optional(integer()),
  DryRun: optional(flag()),
  ValidTo: optional(timestamp()),
  Context: optional(stringMap()),
  Tokens: optional(list(text())),
  Tags: optional(list(structure({ TagKey: text(), TagValue: text() }))),
}

const bytes = fc.uint8Array({ maxLength: 64 }).map((view) => new Uint8Array(view))
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
const values = fc.record(
  {
    Name: fc.string(),
    Blob: bytes,
    Secret: bytes,
    Count: fc.integer(),
    DryRun: fc.boolean(),
    ValidTo: instant,
    Context: fc.dictionary(fc.string(), fc.string()),
    Tokens: fc.array(fc.string()),
    Tags: fc.array(fc.record({ TagKey: fc.string(), TagValue: fc.string() })),
  },
  { requiredKeys: [] },
)

const travel = (value: Record<string, unknown>) =>
  decodeInput(members, JSON.parse(JSON.stringify(encodeOutput(members, value))) as Record<string, unknown>)

describe('the JSON codec', () => {
  it('gives back every value that it wrote', () => {
    fc.assert(
      fc.property(values, (value) => void expect(travel(value)).toEqual(value)),
      { numRuns: 500 },
    )
  })

  it('writes blobs as base64 and instants as seconds with a fraction (F-502)', () => {
    expect(encodeOutput(members, { Blob: Uint8Array.of(0, 255, 16), ValidTo: 1_768_208_400_123 })).toEqual({
      Blob: 'AP8Q',
      ValidTo: 1_768_208_400.123,
    })
  })

  it('leaves out members without a value instead of writing null (F-502)', () => {
    expect(encodeOutput(members, { Name: undefined, Count: null, Unknown: 1 })).toEqual({})
  })

  it('takes null for absent and does not look at members it does not know', () => {
    expect(decodeInput(members, { Name: null, Tokens: ['a', null, 'b'], Later: { any: ['thing'] } })).toEqual(
      { Tokens: ['a', 'b'] },
    )
  })

  it('takes an ISO 8601 text where an instant is wanted', () => {
    expect(decodeInput(members, { ValidTo: '2026-02-01T00:00:00Z' })).toEqual({
      ValidTo: Date.UTC(2026, 1, 1),
    })
    expect(decodeInput(members, { ValidTo: '2026-02-01T01:00:00.5+01:00' })).toEqual({
      ValidTo: Date.UTC(2026, 1, 1) + 500,
    })
  })

  it.each([
    ['Name', 5, 'NUMBER_VALUE can not be converted to a String'],
    ['Name', {}, 'Start of structure or map found where not expected'],
    ['Name', [], 'Start of list found where not expected'],
    ['Count', '5', 'STRING_VALUE can not be converted to an Integer'],
    ['Count', true, 'TRUE_VALUE can not be converted to an Integer'],
    ['Count', 1.5, 'NUMBER_VALUE can not be converted to an Integer'],
    ['DryRun', 'true', 'STRING_VALUE can not be converted to a Boolean'],
    ['Blob', 7, 'NUMBER_VALUE can not be converted to a Blob'],
    ['Blob', 'AP8', 'STRING_VALUE can not be converted to a Blob'],
    ['Blob', 'AP8R=', 'STRING_VALUE can not be converted to a Blob'],
    ['Blob', 'AP8Q\n', 'STRING_VALUE can not be converted to a Blob'],
    ['ValidTo', 'tomorrow', 'STRING_VALUE can not be converted to milliseconds since epoch'],
    ['ValidTo', '2026-02-30T25:00:00Z', 'STRING_VALUE can not be converted to milliseconds since epoch'],
    ['ValidTo', 1e300, 'NUMBER_VALUE can not be converted to milliseconds since epoch'],
    ['Tokens', 'a', 'Expected list or null'],
    ['Context', 'a', 'Expected map or null'],
    ['Context', [], 'Start of list found where not expected'],
    ['Context', { a: 1 }, 'NUMBER_VALUE can not be converted to a String'],
    ['Tags', [{ TagKey: 1, TagValue: 'x' }], 'NUMBER_VALUE can not be converted to a String'],
  ])('refuses %s = %j', (name, value, message) => {
    expect(() => decodeInput(members, { [name]: value })).toThrow(new SerializationError(message))
  })

  it('reads a context with hostile names as names, and 10,000 hostile objects leave every prototype alone', () => {
    const name = fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'Context',
      'Tags',
      'TagKey',
    )
    const hostile = fc.letrec((tie) => ({
      object: fc
        .array(fc.tuple(name, tie('value')), { maxLength: 3 })
        .map((pairs) => `{${pairs.map(([k, v]) => `"${k}":${v}`).join(',')}}`),
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant('"polluted"'),
        fc.constant('{"x":1}'),
        fc.constant('null'),
        tie('object'),
        tie('list'),
      ),
      list: fc.array(tie('value'), { maxLength: 2 }).map((items) => `[${items.join(',')}]`),
    }))
    fc.assert(
      fc.property(hostile.object, (json) => {
        const value = JSON.parse(json as string) as Record<string, unknown>
        try {
          encodeOutput(members, decodeInput(members, value))
        } catch (error) {
          if (!(error instanceof SerializationError)) throw error
        }
        const bare = {} as { x?: unknown; polluted?: unknown }
        return (
          bare.x === undefined && bare.polluted === undefined && Object.keys(Object.prototype).length === 0
        )
      }),
      { numRuns: 10_000 },
    )
  })

  it('keeps an encryption context whose names are __proto__ and constructor', () => {
    const json = JSON.parse('{"Context":{"__proto__":"a","constructor":"b"}}') as Record<string, unknown>
    const { Context } = decodeInput(members, json) as { Context: Record<string, string> }
    expect(Object.entries(Context)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
    expect(JSON.stringify(encodeOutput(members, { Context }))).toBe(
      '{"Context":{"__proto__":"a","constructor":"b"}}',
    )
  })
})
