import type { Bytes } from '../../bytes/bytes.ts'
import type { Cloud } from '../../cloud/cloud.ts'
import { APP_MEMORY, APP_MEMORY_KEY, type AppRow, type HeldDataKey } from './app.ts'
import type { LocalCipher } from './envelope.ts'

const rowKey = (app: string, object: string) => `${app} ${object}`

/** A data key that the app still has in memory: opening with it asks nobody. */
export function held(cloud: Cloud, local: LocalCipher, app: string, object: string): Bytes | undefined {
  const row = cloud.tables.get<HeldDataKey>(APP_MEMORY, rowKey(app, object))
  const sealing = cloud.tables.get<Bytes>(APP_MEMORY_KEY, 'key')
  return row && sealing && row.until > cloud.world.clock.now() ? local.open(sealing, row.sealed) : undefined
}

/** Keeps a data key from now on, however often it is used; what is too old is forgotten. */
export function remember(
  cloud: Cloud,
  local: LocalCipher,
  app: AppRow,
  object: string,
  dataKey: Bytes,
): void {
  const { tables, world } = cloud
  const now = world.clock.now()
  const sealing = tables.get<Bytes>(APP_MEMORY_KEY, 'key') ?? world.entropy.bytes(32)
  const row: HeldDataKey = {
    app: app.name,
    object,
    sealed: local.close(sealing, dataKey),
    until: now + (app.keepsKeysFor ?? 0),
  }
  const old = Array.from(tables.rows<HeldDataKey>(APP_MEMORY)).filter(([, { until }]) => until <= now)
  tables.apply([
    ...old.map(([key]) => [APP_MEMORY, key, null] as const),
    [APP_MEMORY_KEY, 'key', sealing],
    [APP_MEMORY, rowKey(app.name, object), row],
  ])
}
