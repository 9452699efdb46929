import { bytesOfBinary } from '../binary-text.ts'
import type { ShellCommand } from '../command.ts'
import { said } from '../result.ts'
import { binaryOf, unescaped } from './escapes.ts'

const manual = `echo [-neE] [WORD]...

Shows its words with spaces between and a new line after.

  -n   no new line
  -e   takes \\n, \\t, \\xHH, \\0NNN, \\uHHHH and the like out of the words; \\xff is the one byte ff
`

export const echo: ShellCommand = {
  name: 'echo',
  summary: 'shows words',
  manual,
  async run({ args }) {
    const words = [...args]
    let line = true
    let escapes = false
    while (/^-[neE]+$/.test(words[0] ?? '')) {
      for (const letter of (words.shift() as string).slice(1)) {
        if (letter === 'n') line = false
        else escapes = letter === 'e'
      }
    }
    const text = binaryOf(words.join(' '))
    const { text: shown, stopped } = escapes ? unescaped(text, 'echo') : { text, stopped: false }
    return said(bytesOfBinary(shown + (line && !stopped ? '\n' : '')))
  },
}
