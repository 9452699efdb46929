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
  between,
  bytes,
  bytesOf,
  count,
  instant,
  listOf,
  maybe,
  oneOf,
  record,
  startingWith,
  text,
  type Check,
  type Shapes,
} from './value-checks.ts'

/** Every second at most: a jump picks among the acts, but it has to count them. */
const period = between(1_000)

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
export const appShapes: Shapes = [
  [APPS, app],
  [startingWith(APP_RESULTS), result],
  [APP_MEMORY, heldDataKey],
  [APP_MEMORY_KEY, bytesOf(32)],
]
