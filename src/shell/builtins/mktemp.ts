import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export const mktemp: ShellCommand = {
  name: 'mktemp',
  summary: 'a new empty file',
  manual: `mktemp [TEMPLATE]

Makes a new empty file, /tmp/tmp.XXXXXXXXXX unless told otherwise, and shows its name. The X at the end of
TEMPLATE become letters of chance.

Not here: -d, -u, -p, -t.
`,
  async run({ args, files, host }) {
    const [template = '/tmp/tmp.XXXXXXXXXX', ...more] = args
    if (template.startsWith('-')) return failed(`mktemp: not here: ${template}\n`)
    if (more.length > 0)
      return failed("mktemp: too many templates\nTry 'mktemp --help' for more information.\n")
    const [, head = '', xs = ''] = /^(.*?)(X*)$/s.exec(template) ?? []
    if (xs.length < 3) return failed(`mktemp: too few X's in template '${template}'\n`)
    for (let tries = 0; tries < 100; tries++) {
      const chance = await host.random(xs.length)
      const path = head + Array.from(chance, (byte) => LETTERS[byte % LETTERS.length]).join('')
      if (await files.exists(path)) continue
      await files.write(path, new Uint8Array())
      return said(`${path}\n`)
    }
    return failed(`mktemp: failed to create file via template '${template}': File exists\n`)
  },
}
