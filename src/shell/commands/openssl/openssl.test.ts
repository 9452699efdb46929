import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from '../../../bytes/base64.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { score } from '../../../world/testing/score.ts'
import { latin1 } from './base64-text.ts'
import { runOpenssl } from './main.ts'
import { memoryFiles } from './testing/memory-files.ts'
import { smallHost } from '../../testing/small-host.ts'
import transcript from './recorded/transcript.json' with { type: 'json' }

interface Recorded {
  readonly line: string
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly files?: Readonly<Record<string, string>>
}
const recorded = transcript.recorded as unknown as readonly Recorded[]

const disk = memoryFiles(
  Object.entries(transcript.inputs).map(([name, text]) => [name, decodeBase64(text)] as const),
)
const host = smallHost()

const typed = (line: string, stdin: Bytes = new Uint8Array()) =>
  runOpenssl({
    name: 'openssl',
    args: line.split(' '),
    stdin,
    files: disk.files,
    cwd: '/home/learner',
    env: new Map(),
    host,
  })

/**
 * A thread's number means nothing. How many lines the queue has after a file that is no key depends on what its bytes
 * look like to each decoder: they are compared as one.
 */
const plain = (stderr: string) =>
  stderr
    .replace(/^[0-9A-F]{16}:error/gm, 'THREAD:error')
    .replace(/(^THREAD:error:1(60|E0)8010C:.*\n)+/gm, 'NO KEY IN IT\n')

describe('openssl says what OpenSSL 3.0.19 was recorded to say', () => {
  it('to at least 120 lines', () => expect(recorded.length).toBeGreaterThanOrEqual(120))

  // In the order of the recording: later lines read what earlier ones wrote.
  it.for(recorded)('$line', async ({ line, exitCode, stdout, stderr, files = {} }, { task }) => {
    const result = await typed(line)
    expect(plain(latin1(result.stderr))).toBe(plain(stderr))
    expect({ out: encodeBase64(result.stdout), exitCode: result.exitCode }).toEqual({ out: stdout, exitCode })
    for (const [name, bytes] of Object.entries(files))
      expect({ name, bytes: encodeBase64(disk.bytes(name) ?? new Uint8Array()) }).toEqual({ name, bytes })
    score(task, 'S11', { executed: 1, expected: 1 })
  })
})

describe('openssl rsautl', () => {
  it('says that it is old and what does the same, and does nothing', async () => {
    const { stdout, stderr, exitCode } = await typed('rsautl -encrypt -in secret -out none')
    expect(latin1(stderr)).toContain(
      "The command rsautl was deprecated in version 3.0. Use 'pkeyutl' instead.\n",
    )
    expect({ size: stdout.length, exitCode, none: disk.bytes('none') }).toEqual({
      size: 0,
      exitCode: 1,
      none: undefined,
    })
  })
})
