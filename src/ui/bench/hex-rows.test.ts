import { describe, expect, it } from 'vitest'
import { hexRows } from './hex-rows.ts'

describe('a hex dump', () => {
  it('has sixteen bytes a row in groups of two, with an offset and ASCII', () => {
    const rows = hexRows(Uint8Array.from([...Array(18).keys()].map((n) => n + 0x41)))
    expect(rows).toEqual([
      {
        offset: '00000000',
        groups: ['4142', '4344', '4546', '4748', '494a', '4b4c', '4d4e', '4f50'],
        ascii: 'ABCDEFGHIJKLMNOP',
      },
      { offset: '00000010', groups: ['5152'], ascii: 'QR' },
    ])
  })

  it('shows a dot for what is not printable, and a half group for an odd byte', () => {
    expect(hexRows(Uint8Array.of(0x00, 0x1f, 0x20, 0x7e, 0x7f, 0x80, 0xff))).toEqual([
      { offset: '00000000', groups: ['001f', '207e', '7f80', 'ff'], ascii: '.. ~...' },
    ])
  })

  it('gives the rows that are asked for, and none for an empty file', () => {
    expect(hexRows(new Uint8Array(64), 16, 2).map(({ offset }) => offset)).toEqual(['00000010', '00000020'])
    expect(hexRows(new Uint8Array())).toEqual([])
  })
})
