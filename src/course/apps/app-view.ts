import type { TableReader } from '../../kms/tables.ts'
import type { Instant } from '../../world/clock.ts'
import { APP_MEMORY, appRows, resultsOf, type ActResult, type AppRow, type HeldDataKey } from './app.ts'

/** An app as screens and conditions see it; nobody has a list of intruders. */
export interface AppView extends Pick<AppRow, 'name' | 'bucket' | 'region' | 'every' | 'acts'> {
  readonly does: Exclude<AppRow['does'], 'intrude'>
  readonly key?: string
  /** Oldest first; only the newest are kept */
  readonly results: readonly ActResult[]
  readonly last?: ActResult
  /** Objects whose data key it has in memory now */
  readonly inMemory: readonly { readonly object: string; readonly until: Instant }[]
}

export const appsView = (reader: TableReader, now: Instant): AppView[] =>
  appRows(reader).flatMap(({ name, does, bucket, region, every, acts, key }) => {
    if (does === 'intrude') return []
    const results = resultsOf(reader, name)
    const last = results.at(-1)
    return {
      name,
      does,
      bucket,
      region,
      every,
      acts,
      ...(key === undefined ? {} : { key }),
      results,
      ...(last ? { last } : {}),
      inMemory: Array.from(reader.rows<HeldDataKey>(APP_MEMORY), ([, row]) => row)
        .filter(({ app, until }) => app === name && until > now)
        .map(({ object, until }) => ({ object, until })),
    }
  })

export interface HourRate {
  readonly hour: Instant
  readonly ok: number
  readonly failed: number
}

const HOUR = 3_600_000

/** Records that went well or wrong in each of the last hours, oldest first, the running hour last. */
export function hourlyRate(results: readonly ActResult[], now: Instant, hours: number): HourRate[] {
  const current = Math.floor(now / HOUR) * HOUR
  return Array.from({ length: hours }, (_, i) => {
    const hour = current - (hours - 1 - i) * HOUR
    const within = results.filter(({ at }) => at >= hour && at < hour + HOUR)
    const sum = (of: 'ok' | 'failed') => within.reduce((total, result) => total + result[of], 0)
    return { hour, ok: sum('ok'), failed: sum('failed') }
  })
}
