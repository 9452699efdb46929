import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePem, encodePem } from './pem.ts'

const anyDer = fc.uint8Array({ maxLength: 300 }).map((array) => Uint8Array.from(array))

describe('PEM', () => {
  it('gives any blocks back, in order, with text around them', () => {
    const label = fc.constantFrom('PRIVATE KEY', 'PUBLIC KEY', 'EC PRIVATE KEY')
    fc.assert(
      fc.property(fc.array(fc.record({ label, der: anyDer }), { maxLength: 4 }), (blocks) => {
        const text = blocks.map(({ label, der }) => `notes\n${encodePem(label, der)}`).join('')
        expect(decodePem(text)).toEqual(blocks)
        expect(decodePem(text.replaceAll('\n', '\r\n'))).toEqual(blocks)
      }),
    )
  })

  it('has at most 64 letters a line', () => {
    const lines = encodePem('PRIVATE KEY', new Uint8Array(100)).split('\n')
    expect(lines.map(({ length }) => length)).toEqual([27, 64, 64, 8, 25, 0])
  })

  it.each([
    ['a block without its end', '-----BEGIN A-----\nZg==\n'],
    ['an end of another kind', '-----BEGIN A-----\nZg==\n-----END B-----\n'],
    ['a body that is not base64', '-----BEGIN A-----\nZ*==\n-----END A-----\n'],
    [
      'headers of the encrypted old form',
      '-----BEGIN A-----\nProc-Type: 4,ENCRYPTED\n\nZg==\n-----END A-----\n',
    ],
  ])('refuses %s', (_, text) => {
    expect(() => decodePem(text)).toThrow(RangeError)
  })

  it('refuses a label that could end the line', () => {
    expect(() => encodePem('A-----\n', new Uint8Array(1))).toThrow(RangeError)
  })
})
