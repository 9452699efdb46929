import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'

const manual = `lab clock [+24h|+7d|...]   the time of the lab, or moves it
lab hint                   a hint for the task
lab check                  asks whether the task is done
lab log [NUMBER]           the newest records of the audit trail, or one as JSON
lab log --event NAME       those of an operation; also --key KEY, --errors, --last N
lab reset --yes            an empty account
lab save                   where your work is saved
lab help                   everything that this lab can do

What the lab itself can do. What there is depends on where the lab runs.
`

/** What completion offers after `lab`. */
const ORDERS = ['clock', 'hint', 'check', 'log', 'as', 'ring', 'undo', 'redo', 'reset', 'save', 'help']

export const lab: ShellCommand = {
  name: 'lab',
  summary: 'the lab itself: clock, hint, check, log, reset, save',
  manual,
  async run({ args, host }) {
    const [name = 'help'] = args
    if (!host.lab)
      return name === 'help' || name === '--help'
        ? said(manual)
        : failed('lab: there is no lab here, only a shell\n')
    // The lab knows its own orders; the page of this command names those that are everywhere.
    const { text, ok } = await host.lab.ask(args.length === 0 ? ['help'] : args)
    return ok ? said(text) : failed(text)
  },
  async complete(words) {
    if (words.length > 1)
      return words[0] === 'clock' ? ['+1h', '+24h', '+7d'].map((value) => ({ value })) : []
    return ORDERS.map((value) => ({ value }))
  },
}
