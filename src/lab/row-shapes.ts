import { GUARDRAIL, SESSIONS, type RoleRecord, type SessionRecord } from '../cloud/identities.ts'
import { TRAIL_GAP, type TrailGap } from '../cloud/trail-gap.ts'
import type { Ring } from '../course/lab-definition.ts'
import type { GrantRecord } from '../kms/grant.ts'
import { keyState, type AliasRecord, type KeyRecord, type Material } from '../kms/key.ts'
import type { UsageRecord } from '../kms/last-usage.ts'
import { isCommercialRegion } from '../kms/regions.ts'
import { nextDue } from '../kms/settle.ts'
import type { Tables } from '../kms/tables.ts'
import { ACTING, type Acting } from './acting.ts'
import { appShapes } from './app-row-shapes.ts'
import { isPlain } from './codec.ts'
import { learningShapes, requireNoGaps } from './learning-row-shapes.ts'
import { outsideShapes } from './outside-row-shapes.ts'
import { serviceShapes } from './service-row-shapes.ts'
import {
  between,
  bytes,
  bytesOf,
  count,
  flag,
  instant,
  listOf,
  mapOf,
  maybe,
  number,
  oneOf,
  record,
  text,
  type Check,
  type Shapes,
} from './value-checks.ts'
import { FILES, HISTORY, NAMES, RINGS, SAFES, SESSION, TRANSFERS } from './rows.ts'
import { WORLD } from './world-rows.ts'

const material = record({
  id: text,
  state: oneOf('CURRENT', 'NON_CURRENT', 'PENDING_ROTATION', 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION'),
  token: (value) => value === null || bytes(value),
  publicKey: maybe(bytes),
  expirationModel: maybe(text),
  validTo: maybe(instant),
  description: maybe(text),
  rotationDate: maybe(instant),
  rotationType: maybe(text),
} satisfies Record<keyof Material, Check>)

const key = record({
  id: text,
  arn: text,
  accountId: text,
  region: text,
  creationDate: instant,
  description: text,
  keySpec: text,
  keyUsage: text,
  origin: oneOf('AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
  multiRegion: flag,
  primaryRegion: maybe(text),
  transition: maybe(record({ state: oneOf('Creating', 'Updating'), until: instant })),
  replicaDeletion: maybe(record({ windowInDays: count })),
  keyStore: maybe(record({ id: text, clusterId: maybe(text), xksKeyId: maybe(text) })),
  unavailable: maybe((value) => value === true),
  policy: text,
  tags: mapOf(text),
  disabled: flag,
  deletionDate: maybe(instant),
  materials: listOf(material),
  rotation: maybe(
    record({
      periodInDays: between(90, 2560),
      nextDate: instant,
    }),
  ),
  onDemand: record({ count, startedAt: maybe(instant) }),
  usableSince: instant,
} satisfies Record<keyof KeyRecord, Check>)

const alias = record({
  name: text,
  arn: text,
  targetKeyId: text,
  creationDate: instant,
  lastUpdatedDate: instant,
} satisfies Record<keyof AliasRecord, Check>)

const grant = record({
  id: text,
  keyId: text,
  keyArn: text,
  name: maybe(text),
  creationDate: instant,
  granteePrincipal: maybe(text),
  granteeServicePrincipal: maybe(text),
  retiringPrincipal: maybe(text),
  retiringServicePrincipal: maybe(text),
  issuingAccount: text,
  operations: listOf(text),
  constraints: maybe(
    record({
      EncryptionContextSubset: maybe(mapOf(text)),
      EncryptionContextEquals: maybe(mapOf(text)),
      SourceArn: maybe(text),
    }),
  ),
} satisfies Record<keyof GrantRecord, Check>)

const role = record({
  name: text,
  policies: mapOf(text),
  trustPolicy: text,
  description: maybe(text),
  createdAt: maybe(instant),
  tags: maybe(mapOf(text)),
} satisfies Record<keyof RoleRecord, Check>)

const session = record({
  accountId: text,
  role: text,
  name: text,
  token: text,
  since: instant,
  until: instant,
  policy: maybe(text),
} satisfies Record<keyof SessionRecord, Check>)

const usage = record({
  operation: text,
  at: instant,
  eventId: text,
  requestId: text,
} satisfies Record<keyof UsageRecord, Check>)

const trail = record({
  eventTime: text,
  eventName: text,
  eventID: text,
  awsRegion: text,
  userIdentity: isPlain,
  readOnly: flag,
})
const lab = record({ labId: text, seed: number })
const acting = record({
  as: text,
  region: (value) => typeof value === 'string' && isCommercialRegion(value),
} satisfies Record<keyof Acting, Check>)

const shapes: Shapes = [
  [/^keys\//, key],
  [/^aliases\//, alias],
  [/^grants\//, grant],
  [/^iam-roles\//, role],
  [SESSIONS, session],
  [GUARDRAIL, text],
  [/^last-usage\//, usage],
  ...serviceShapes,
  ...outsideShapes,
  ...appShapes,
  ['trail', trail],
  [TRAIL_GAP, record({ from: instant, until: instant } satisfies Record<keyof TrailGap, Check>)],
  ['hsm', bytes],
  [FILES, record({ name: text, bytes, changedAt: instant })],
  [SAFES, record({ about: text, name: text, bytes })],
  [
    RINGS,
    record({
      about: text,
      at: instant,
      until: instant,
      said: listOf(text),
      gave: listOf(text),
    } satisfies Record<keyof Ring, Check>),
  ],
  [NAMES, text],
  [HISTORY, text],
  [TRANSFERS, record({ name: text, size: count, verdict: oneOf('accepted', 'refused'), at: instant })],
  ...learningShapes,
  [SESSION, lab],
  [ACTING, acting],
]

/** A row that cannot be, and where it lies. */
export class UnsoundRow extends TypeError {
  override readonly name = 'UnsoundRow'
  readonly table: string
  constructor(table: string, why: string) {
    super(`a row of ${table} is not sound: ${why}`)
    this.table = table
  }
}

/** @throws TypeError for rows that would make the engine stumble; tables nobody here knows are left alone */
export function requireSoundRows(tables: Tables): void {
  for (const table of tables.names()) {
    const check = shapes.find(([name]) => (typeof name === 'string' ? name === table : name.test(table)))?.[1]
    if (!check) continue
    for (const [id, row] of tables.rows(table)) if (!check(row)) throw new UnsoundRow(table, id)
    if (table.startsWith('keys/'))
      for (const [, row] of tables.rows<KeyRecord>(table)) void [keyState(row), nextDue(row)]
  }
  const seed = tables.get(WORLD, 'seed')
  const sound =
    bytesOf(32)(seed) && instant(tables.get(WORLD, 'clock')) && count(tables.get(WORLD, 'position'))
  if (!sound) throw new UnsoundRow('world', 'its clock, seed or position')
  for (let number = 1; number <= tables.size('trail'); number++)
    if (!tables.get('trail', String(number))) throw new UnsoundRow('trail', `${number} is missing`)
  requireNoGaps(tables)
  if (!maybe(bytesOf(32))(tables.get('hsm', 'domain-key'))) throw new TypeError('the domain key is not sound')
}
