import { describe, expect, it } from 'vitest'
import {
  blob,
  double,
  flag,
  integer,
  list,
  optional,
  stringMap,
  structure,
  text,
  timestamp,
} from '../kms/shapes.ts'
import { decodeForm, encodeXml } from './query.ts'

const members = {
  Name: optional(text()),
  Count: optional(integer()),
  Threshold: optional(double()),
  On: optional(flag()),
  At: optional(timestamp()),
  Dimensions: optional(list(structure({ Name: text(), Value: text() }))),
  Words: optional(list(text())),
  Map: optional(stringMap()),
  Inner: optional(structure({ A: optional(text()) })),
}
const decoded = (form: string) => decodeForm(members, new URLSearchParams(form))

describe('a form', () => {
  it('is read by the shape: dotted names, numbered lists, pairs of a map', () => {
    expect(
      decoded(
        'Action=X&Name=a%26b&Count=3&Threshold=604800.5&On=false&At=2026-01-12T09:00:00Z' +
          '&Dimensions.member.1.Name=KeyId&Dimensions.member.1.Value=k&Words.member.2=b&Words.member.1=a&Words.member.10=c' +
          '&Map.entry.1.key=x&Map.entry.1.value=1&Inner.A=z',
      ),
    ).toEqual({
      Name: 'a&b',
      Count: 3,
      Threshold: 604800.5,
      On: false,
      At: '2026-01-12T09:00:00Z',
      Dimensions: [{ Name: 'KeyId', Value: 'k' }],
      Words: ['a', 'b', 'c'],
      Map: { x: '1' },
      Inner: { A: 'z' },
    })
  })

  it.each(['Count=three', 'Threshold=', 'On=yes', `${'A.'.repeat(40)}A=1`])('is refused: %s', (form) => {
    expect(() => decoded(form)).toThrow(expect.objectContaining({ name: 'SerializationError' }) as Error)
  })

  it('knows no member that the shape does not have', () => {
    expect(decoded('__proto__.polluted=1&constructor=2')).toEqual({})
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

describe('XML', () => {
  it('is written by the shape, and what markup would mean is escaped', () => {
    const output = {
      Name: '<b>&"\u0001',
      Count: 3,
      On: true,
      At: Date.UTC(2026, 0, 12, 9),
      Words: ['a', 'b'],
      Map: { '<k>': 'v' },
      Inner: {},
    }
    expect(encodeXml({ ...members, Bytes: optional(blob()) }, { ...output, Bytes: Uint8Array.of(1) })).toBe(
      '<Name>&lt;b&gt;&amp;&quot;</Name><Count>3</Count><On>true</On><At>2026-01-12T09:00:00.000Z</At>' +
        '<Words><member>a</member><member>b</member></Words>' +
        '<Map><entry><key>&lt;k&gt;</key><value>v</value></entry></Map><Inner></Inner><Bytes>AQ==</Bytes>',
    )
  })
})
