import { encodeUtf8 } from '../bytes/utf8.ts'
import type { CommandResult, ShellCommand } from './command.ts'

interface About {
  commands(): readonly ShellCommand[]
  history(): readonly string[]
}

/** Commands that speak of the shell they run in: its lines and its manuals. */
export function sessionCommands({ commands, history }: About): ShellCommand[] {
  return [
    {
      name: 'history',
      summary: 'lines typed so far',
      manual: `history [N]

Shows the lines typed so far, oldest first, or the last N of them.
Not here: -c, -d, -a, -r, -w, and recalling a line by !N.
`,
      run: async ({ args }) => {
        const [count, ...more] = args
        if (more.length > 0) return failed('bash: history: too many arguments\n')
        if (count !== undefined && !/^\d+$/.test(count))
          return failed(`bash: history: ${count}: numeric argument required\n`)
        const lines = history().map((line, at) => `${String(at + 1).padStart(5)}  ${line}\n`)
        return said(lines.slice(count === undefined ? 0 : Math.max(0, lines.length - Number(count))).join(''))
      },
    },
    {
      name: 'help',
      summary: 'what there is to type',
      manual: 'help\n\nLists the commands of this lab. `man NAME` has the page of one.\n',
      run: async () => {
        const width = Math.max(...commands().map(({ name }) => name.length))
        const rows = commands()
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`)
        return said(`Commands with a page of their own (man NAME):\n${rows.join('')}
Also here, as in bash: cat cp mv rm mkdir head tail wc tee grep sed awk sort cut tr jq base64 sha256sum
md5sum diff find xargs seq test read for while if case functions $(…) pipes redirects here-documents.
`)
      },
    },
    {
      name: 'man',
      summary: 'the page of a command',
      manual: 'man NAME\n\nShows the page of a command of this lab, with what differs from the real one.\n',
      run: async ({ args }) => {
        const [name, ...more] = args.filter((arg) => !/^\d$/.test(arg))
        if (name === undefined) return failed("What manual page do you want?\nFor example, try 'man man'.\n")
        if (more.length > 0) return failed('man: one page at a time\n', 2)
        const command = commands().find((each) => each.name === name)
        return command ? said(command.manual) : failed(`No manual entry for ${name}\n`, 16)
      },
      complete: async () => commands().map(({ name, summary }) => ({ value: name, hint: summary })),
    },
  ]
}

const said = (text: string): CommandResult => ({
  stdout: encodeUtf8(text),
  stderr: new Uint8Array(),
  exitCode: 0,
})

const failed = (text: string, exitCode = 1): CommandResult => ({
  stdout: new Uint8Array(),
  stderr: encodeUtf8(text),
  exitCode,
})
