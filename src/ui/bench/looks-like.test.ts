import { expect, it } from 'vitest'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { looksLike } from './looks-like.ts'

it('a file says whether it is bytes or letters that stand for bytes', () => {
  expect(looksLike(new Uint8Array(32).fill(0xfe))).toBe('raw bytes')
  expect(looksLike(encodeUtf8(`${'ab'.repeat(32)}\n`))).toBe('hex text for 32 bytes')
  expect(looksLike(encodeUtf8('MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI='))).toBe(
    'base64 text for 32 bytes',
  )
  expect(looksLike(encodeUtf8('Dear auditor,'))).toBe('text')
  expect(looksLike(new Uint8Array())).toBe('empty')
  expect(looksLike(new Uint8Array(1_000_001))).toBe('raw bytes')
})
