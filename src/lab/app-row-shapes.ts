import {
  APP_MEMORY,
  APP_MEMORY_KEY,
  APP_RESULTS,
  APPS,
  type ActResult,
  type AppRow,
  type HeldDataKey,
} from '../course/apps/app.ts'
import {
  bytes,
  count,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  record,
  startingWith,
  text,
  type Check,
} from './value-checks.ts'

/** Every second at most: a jump picks among the acts, but it has to count them. */
const period: Check = (value) => number(value) && (value as number) >= 1_000

const app = record({
  name: text,
  does: oneOf('write', 'read', 'export', 'intrude'),
  bucket: text,
  region: text,
  every: period,
  offset: count,
  key: maybe(text),
  study: text,
  context: listOf(oneOf('record', 'study')),
  keepsKeysFor: maybe(count),
  recordsBefore: count,
  settings: maybe(record({ bucket: text, key: text })),
  acts: count,
  written: count,
} satisfies Record<keyof AppRow, Check>)

const result = record({
  at: instant,
  ok: count,
  failed: count,
  code: maybe(text),
  stands: count,
} satisfies Record<keyof ActResult, Check>)

const heldDataKey = record({
  app: text,
  object: text,
  sealed: bytes,
  until: instant,
} satisfies Record<keyof HeldDataKey, Check>)

/** Fernhill's apps, with what they hold in memory. */
export const appShapes: readonly (readonly [table: string | RegExp, check: Check])[] = [
  [APPS, app],
  [startingWith(APP_RESULTS), result],
  [APP_MEMORY, heldDataKey],
  [APP_MEMORY_KEY, (value) => bytes(value) && (value as Uint8Array).length === 32],
]
