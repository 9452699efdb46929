import { expect, it } from 'vitest'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { saidOf } from './say-entry.ts'

const entry = (stdout: string | Uint8Array<ArrayBuffer>, stderr = '', exitCode = 0) => ({
  number: 1,
  line: 'x',
  prompt: { as: 'root', region: 'eu-west-1', cwd: '~' },
  stdout: typeof stdout === 'string' ? encodeUtf8(stdout) : stdout,
  stderr: encodeUtf8(stderr),
  exitCode,
  at: 0,
  duration: 0,
  eventNumbers: [],
  calls: [],
  notes: [],
})

it('reads a short output out whole, without what colours it', () => {
  expect(saidOf(entry('\u001b[31m32 material.bin\u001b[0m\n'))).toBe(
    'Finished, 1 line, exit 0\n32 material.bin',
  )
  expect(saidOf(entry('', '\nAn error occurred\n', 254))).toBe(
    'Finished, 2 lines, exit 254\nAn error occurred',
  )
})

it('only counts the lines of a longer one', () => {
  expect(saidOf(entry('a\nb\nc\nd\n'))).toBe('Finished, 4 lines, exit 0')
  expect(saidOf(entry(''))).toBe('Finished, no output, exit 0')
})

it('says that bytes are no text, that a line was ended, and cuts what nobody listens to', () => {
  expect(saidOf(entry(Uint8Array.of(0, 255)))).toBe('Finished, 1 line, exit 0\n2 bytes, not text')
  expect(saidOf(entry('', '', 130))).toBe('Ended')
  expect(saidOf(entry('A'.repeat(300)))).toBe(`Finished, 1 line, exit 0\n${'A'.repeat(100)}…`)
})
