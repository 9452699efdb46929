import { encodeHex } from '../../bytes/hex.ts'
import type { Instant } from '../../world/clock.ts'

/** d1 e3 47 b8 */
export const hexOf = (bytes: Uint8Array): string => encodeHex(bytes).replace(/(..)(?=.)/g, '$1 ')

/** The first and the last bytes of something long. */
export const endsOf = (bytes: Uint8Array, count = 4): string =>
  `${hexOf(bytes.slice(0, count))} … ${hexOf(bytes.slice(-count))}`

/** 2026-01-12 09:02:01 UTC */
export const utc = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** 23 h 58 min; 0 min once it is over */
export function timeLeft(ms: number): string {
  const all = Math.max(0, Math.floor(ms / 60_000))
  const [hours, rest] = [Math.floor(all / 60), all % 60]
  if (hours >= 48) return `${Math.floor(hours / 24)} days`
  return hours === 0 ? `${rest} min` : `${hours} h ${rest} min`
}
