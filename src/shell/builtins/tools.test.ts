import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeBase64 } from '../../bytes/base64.ts'
import { score } from '../../world/testing/score.ts'
import { commands } from '../commands/index.ts'
import { createShell } from '../session.ts'
import { smallHost } from '../testing/small-host.ts'

interface Recorded {
  readonly files: Readonly<Record<string, string>>
  readonly lines: readonly { line: string; stdout: string; stderr: string; exitCode: number }[]
}

const { files, lines } = JSON.parse(
  readFileSync(new URL('recorded/tools.json', import.meta.url), 'utf8'),
) as Recorded

const EXPECTED = 321

/** Lines that still say something else here, and what. One that agrees again has to leave this table. */
const DIFFERENT = new Map([
  ['od nothere', 'prints a last offset'],
  ['od -tx3 text', 'another error text'],
  ['cmp -l all text', 'a wider first column'],
  ['cmp -bl all text', 'a wider first column'],
  ['truncate -s x text', 'plain quotation marks'],
  ['truncate text', 'plain quotation marks'],
  ['dd if=text foo=bar', 'plain quotation marks'],
  ['dd if=text bs=x', 'plain quotation marks'],
  ["printf '%q\\n' '$x;&|<>*?[]{}~#!\"\\'", 'escapes the tilde too'],
  ["printf '%d\\n' 9223372036854775808", 'no warning out of range'],
  ["printf '%z\\n'", 'another letter in the error text'],
  ["date -d '2026-02-30'", 'plain quotation marks'],
  ['date -d nonsense', 'plain quotation marks'],
  ['date +%F +%T', 'plain quotation marks'],
  ['sleep x', 'plain quotation marks'],
  ['sleep 0 1y', 'plain quotation marks'],
  ["echo 'a b' | xargs -I{} echo '<{}>'", 'xargs -I parts a line at blanks'],
])

const spoken = async (line: string) => {
  const shell = createShell({
    host: smallHost(),
    commands,
    files: Object.entries(files).map(([path, base64]) => ({ path, bytes: decodeBase64(base64) })),
  })
  const { stdout, stderr, exitCode } = await shell.run(line)
  return { stdout: shown(stdout), stderr: new TextDecoder().decode(stderr), exitCode }
}

const real = (one: Recorded['lines'][number]) => ({
  stdout: shown(Buffer.from(one.stdout, 'base64')),
  stderr: one.stderr,
  exitCode: one.exitCode,
})

describe('our tools', () => {
  it.for(lines.filter(({ line }) => !DIFFERENT.has(line)))(
    'say byte for byte what the real ones say: $line',
    async (one, { task }) => {
      expect(await spoken(one.line)).toEqual(real(one))
      score(task, 'S11', { executed: 1, expected: 1 })
    },
  )

  it.each(lines.filter(({ line }) => DIFFERENT.has(line)))('are known to differ at: $line', async (one) => {
    expect(await spoken(one.line)).not.toEqual(real(one))
  })

  it('are compared with all that was recorded', () => {
    expect(lines).toHaveLength(EXPECTED)
    const recorded = new Set(lines.map(({ line }) => line))
    expect([...DIFFERENT.keys()].filter((line) => !recorded.has(line))).toEqual([])
  })
})

const shown = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
