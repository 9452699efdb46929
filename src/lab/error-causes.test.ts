import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '../bytes/utf8.ts'
import { errorCauses, type ErrorCause } from '../course/error-causes.ts'
import { createLab } from './create-lab.ts'
import type { TerminalEntry } from './terminal.ts'
import { testPorts } from './testing/ports.ts'
import { realShell } from './testing/real-shell.ts'

const causes = Object.entries(errorCauses)
const withLines = causes.filter(
  (row): row is [string, Extract<ErrorCause, { lines: readonly string[] }>] => 'lines' in row[1],
)

describe('an exception of the atlas', () => {
  it.each(withLines)(
    '%s is what the last of its lines gets, and no line before it',
    async (code, { lines }) => {
      const lab = await createLab({ ...testPorts({ labs: [], seed: 7 }), shell: realShell })
      const refused: (readonly string[])[] = []
      for (const line of lines) {
        const { calls, exitCode, stderr } = (await lab.terminal.run(line)) as TerminalEntry
        const codes = calls.flatMap(({ error }) => error?.code ?? [])
        // What fails before it reaches KMS is a fault of the line.
        if (exitCode !== 0 && codes.length === 0) throw new Error(`${line}\n${decodeUtf8(stderr)}`)
        // Once, however often the command tried.
        refused.push([...new Set(codes)])
      }
      expect(refused).toEqual([...lines.slice(1).map(() => []), [code]])
    },
  )

  it('has lines, but for those that stand on clusters, proxies and faults of the service', () => {
    expect(withLines.length).toBeGreaterThanOrEqual(29)
    expect(causes.length - withLines.length).toBeLessThanOrEqual(24)
  })
})
