import type { LabDesk } from '../shell/host.ts'
import { days, hours, minutes, seconds, type Instant } from '../world/clock.ts'

const UNITS = { s: seconds, m: minutes, h: hours, d: days } as const
const MOST = days(100 * 366)

/** What there is of a lab without lessons: its clock. */
export function clockDesk({ now, pass }: { now(): Instant; pass(ms: number): Promise<void> }): LabDesk {
  const shown = () => `${new Date(now()).toISOString().replace(/\.000Z$/, 'Z')}\n`
  return {
    async ask([word, step, ...more]) {
      if (word !== 'clock' || more.length > 0)
        return { ok: false, text: 'Here the lab has only its clock: lab clock, lab clock +24h\n' }
      if (step === undefined) return { ok: true, text: shown() }
      const [, amount, unit] = /^\+(\d{1,6})([smhd])$/.exec(step) ?? []
      const ms = unit ? UNITS[unit as keyof typeof UNITS](Number(amount)) : Number.NaN
      if (!(ms <= MOST))
        return { ok: false, text: `Not a step of the clock: ${step}. Say +90s, +30m, +24h or +7d\n` }
      await pass(ms)
      return { ok: true, text: shown() }
    },
  }
}
