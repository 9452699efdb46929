import type { Told } from './scenario.ts'

/** What no two worlds have in common, most particular first. */
const RANDOM: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['uuid', /\bmrk-[0-9a-f]{32}\b/g],
  ['uuid', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g],
  ['hex', /\b[0-9a-f]{64}\b/g],
  ['store', /\bcks-[0-9a-f]{17}\b/g],
  ['session', /\bLABSESSION[0-9A-F]{10}\b/g],
  ['time', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(?:\+00:00|Z)/g],
  ['second', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g],
  ['secret', /\bSIMULATED-SECRET-[A-Za-z0-9+/]{23,}/g],
  ['base64', /[A-Za-z0-9+/]{40,}={0,2}/g],
]

/** Ids, times and secrets by the order in which they appear: what is the same in one world is so in the other. */
export function normalized(told: readonly Told[]): Told[] {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  const plain = (text: string) =>
    RANDOM.reduce((all, [kind, pattern]) => all.replace(pattern, (found) => named(kind, found)), text)
  const named = (kind: string, found: string) => {
    if (kind === 'time' || kind === 'second') return `<${kind}>`
    const known = names.get(found)
    if (known !== undefined) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const name = `<${kind} ${count}>`
    names.set(found, name)
    return name
  }
  return told.map(({ line, stdout, stderr, exitCode }) => ({
    line,
    stdout: plain(stdout),
    stderr: plain(stderr),
    exitCode,
  }))
}
