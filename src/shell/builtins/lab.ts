import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'

const manual = `lab clock [+24h|+7d|...]   the time of the lab, or moves it
lab hint                   a hint for the task
lab check                  asks whether the task is done
lab log [NUMBER]           the newest records of the audit trail, or one as JSON
lab log --event NAME       those of an operation; also --key KEY, --errors, --last N
lab reset --yes            an empty account
lab save                   where your work is saved

What the lab itself can do. What there is depends on where the lab runs.
`

export const lab: ShellCommand = {
  name: 'lab',
  summary: 'the lab itself: clock, hint, check, log, reset, save',
  manual,
  async run({ args, host }) {
    if (args.length === 0 || args[0] === 'help' || args[0] === '--help') return said(manual)
    if (!host.lab) return failed('lab: there is no lab here, only a shell\n')
    const { text, ok } = await host.lab.ask(args)
    return ok ? said(text) : failed(text)
  },
  async complete(words) {
    if (words.length > 1)
      return words[0] === 'clock' ? ['+1h', '+24h', '+7d'].map((value) => ({ value })) : []
    return ['clock', 'hint', 'check', 'log', 'reset', 'save'].map((value) => ({ value }))
  },
}
