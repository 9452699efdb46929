import { encodeUtf8 } from '../../bytes/utf8.ts'
import type { ShellCommand } from '../command.ts'
import { said } from '../result.ts'

const SHOWN = 65_536

export const yes: ShellCommand = {
  name: 'yes',
  summary: 'says y, many times',
  manual: `yes [WORD]...

Shows y, or its words, line after line: 64 KiB of it. The real one goes on until nobody listens.
`,
  async run({ args }) {
    const line = encodeUtf8(`${args.length > 0 ? args.join(' ') : 'y'}\n`)
    const shown = new Uint8Array(Math.max(line.length, Math.floor(SHOWN / line.length) * line.length))
    for (let at = 0; at < shown.length; at += line.length) shown.set(line, at)
    return said(shown)
  },
}
