import type { Bytes } from '../../bytes/bytes.ts'
import { sessionOf } from '../../cloud/identities.ts'
import type { TableReader } from '../../kms/tables.ts'
import type { Caller, TrailEvent } from '../../kms/trail.ts'
import { days, hours, minutes, seconds, type Instant } from '../../world/clock.ts'
import { ACCOUNT, REGION } from '../account-view.ts'

/** An application of Fernhill's, which lives on the virtual clock as AppRole. Plain data. */
export interface AppSetup {
  readonly name: string
  /** `write` a record, `read` two, read a spread of all (`export`), or schedule the deletion of a key (`intrude`) */
  readonly does: 'write' | 'read' | 'export' | 'intrude'
  readonly bucket: string
  readonly region: string
  /** It acts at each multiple of this, moved on by `offset`: milliseconds since 1970 */
  readonly every: number
  readonly offset: number
  /** Under which key it writes, as it was configured: an alias, an ARN or a key id */
  readonly key?: string
  /** For the text of its records */
  readonly study: string
  /** What its encryption context holds, by name */
  readonly context: readonly ContextName[]
  /** How long it keeps a plaintext data key in memory; absent: not at all */
  readonly keepsKeysFor?: number
  /** Number of the last record before its own */
  readonly recordsBefore: number
  /** Where it reads `key` and `context` before each act: an object with JSON, which people may change */
  readonly settings?: { readonly bucket: string; readonly key: string }
}

export type ContextName = 'record' | 'study'

export interface AppRow extends AppSetup {
  /** How often it acted */
  readonly acts: number
  readonly written: number
}

/** What became of one act. */
export interface ActResult {
  readonly at: Instant
  /** Records that were written or read, and that were not */
  readonly ok: number
  readonly failed: number
  /** Error code of the first failure */
  readonly code?: string
  /** How many acts it stands for: in a long jump most are left out */
  readonly stands: number
}

/** A plaintext data key in an app's memory; sealed here, to keep it out of sight. */
export interface HeldDataKey {
  readonly app: string
  readonly object: string
  readonly sealed: Bytes
  readonly until: Instant
}

/** What a lab's `start` says of an app; the rest is usual. */
export type AppWish = Pick<AppSetup, 'bucket'> & Partial<Omit<AppSetup, 'does'>>

const usual = { region: REGION, study: 'FT-10', context: ['record'], recordsBefore: 0 } as const

/** Writes a record each virtual hour, under an alias. */
export const intake = (wish: AppWish & { readonly key: string }): AppSetup => ({
  name: 'intake',
  does: 'write',
  every: hours(1),
  offset: 0,
  ...usual,
  ...wish,
})

/** Reads the first record of the store and another one, each quarter of an hour unless told. */
export const reader = (wish: AppWish): AppSetup => ({
  name: 'reader',
  does: 'read',
  every: minutes(15),
  offset: seconds(20),
  ...usual,
  ...wish,
})

/** Reads a few records from the oldest to the newest, each night at 02:00. */
export const nightlyExport = (wish: AppWish): AppSetup => ({
  name: 'nightly-export',
  does: 'export',
  every: days(1),
  offset: hours(2),
  ...usual,
  ...wish,
})

/** Somebody with a stolen session of AppRole, who comes back every five minutes until the role may no more. */
export const intruder = (name: string, keyArn: string): AppSetup => ({
  name,
  does: 'intrude',
  every: minutes(5),
  offset: seconds(75),
  ...usual,
  bucket: '',
  key: keyArn,
})

/** key: name of the app, row: AppRow */
export const APPS = 'apps'
/** key: a running number; only the newest are kept */
export const APP_RESULTS = 'app-results/'
export const resultsTable = (app: string) => APP_RESULTS + app
/** key: app and object, row: HeldDataKey. Row `key` of APP_MEMORY_KEY seals them */
export const APP_MEMORY = 'app-memory'
export const APP_MEMORY_KEY = 'app-memory-key'

export const appCaller = ({ name, region, does }: Pick<AppSetup, 'name' | 'region' | 'does'>): Caller => ({
  accountId: ACCOUNT,
  region,
  principal: sessionOf(ACCOUNT, 'AppRole', name),
  ...(does === 'intrude'
    ? { sourceIPAddress: ELSEWHERE, userAgent: 'Boto3/1.40' }
    : { sourceIPAddress: '192.0.2.40', userAgent: `fernhill-${name}/1` }),
})

const ELSEWHERE = '203.0.113.77'

/** Whether an app asked for it, not the learner: what people do is judged without it. */
export const isByApp = ({ userAgent, sourceIPAddress }: Pick<TrailEvent, 'userAgent' | 'sourceIPAddress'>) =>
  userAgent.startsWith('fernhill-') || sourceIPAddress === ELSEWHERE

export const appRows = (reader: TableReader): AppRow[] =>
  Array.from(reader.rows<AppRow>(APPS), ([, row]) => row)

/** Oldest first. */
export const resultsOf = (reader: TableReader, app: string): ActResult[] =>
  Array.from(reader.rows<ActResult>(resultsTable(app)), ([, row]) => row)
