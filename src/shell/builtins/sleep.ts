import { days, hours, minutes, seconds } from '../../world/clock.ts'
import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'

const manual = `sleep NUMBER[s|m|h|d]...

Lets the time of the lab pass. Nobody really waits.
`
const UNITS = { s: seconds, m: minutes, h: hours, d: days } as const
const MOST = days(100 * 366)

export const sleep: ShellCommand = {
  name: 'sleep',
  summary: 'lets time pass',
  manual,
  async run({ args, host }) {
    if (args.length === 0) return failed("sleep: missing operand\nTry 'sleep --help' for more information.\n")
    let ms = 0
    let errors = ''
    for (const arg of args) {
      const [, number, unit = 's'] = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(arg) ?? []
      if (number === undefined) errors += `sleep: invalid time interval '${arg}'\n`
      else ms += UNITS[(unit === '' ? 's' : unit) as keyof typeof UNITS](Number(number))
    }
    if (errors !== '') return failed(`${errors}Try 'sleep --help' for more information.\n`)
    if (ms > MOST) return failed('sleep: the clock of the lab goes 100 years at most\n')
    await host.sleep(Math.round(ms))
    return said('')
  },
}
