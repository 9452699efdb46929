import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { isPlain, loose } from './codec.ts'
import { genesisHash, isChange, type Generation, type Snapshot } from './journal.ts'
import { migrateRows, SCHEMA } from './migrate.ts'
import { emptySnapshot, isGeneration, isSnapshot, rebuild, sealSnapshot, validPrefix, type Rebuilt } from './rebuild.ts'
import type { Head, Image, WorkspaceStore } from './workspace-store.ts'

export type Stored =
  | { readonly kind: 'empty' }
  | { readonly kind: 'whole'; readonly image: Image; readonly rebuilt: Rebuilt }
  /** A valid prefix and what could not be read, as bytes to look at */
  | { readonly kind: 'damaged'; readonly image: Image; readonly rebuilt: Rebuilt; readonly rest: Bytes }
  | { readonly kind: 'migrated'; readonly image: Image; readonly rebuilt: Rebuilt; readonly original: unknown }
  | { readonly kind: 'unreadable'; readonly rest: Bytes }
  | { readonly kind: 'newer'; readonly rest: Bytes }

/** Reads a workspace from disk: the newest whole snapshot and the whole entries after it. Never throws for bad records. */
export async function loadStored(store: WorkspaceStore): Promise<Stored> {
  const { generation: first, copy, head, empty } = await store.meta()
  if (empty) return { kind: 'empty' }
  const generation = [first, copy].find(isGeneration)
  const all = async () => bytesOf(await store.raw())
  if (!generation) return { kind: 'unreadable', rest: await all() }
  if (generation.schema > SCHEMA) return { kind: 'newer', rest: await all() }
  if (generation.schema < SCHEMA) return migrated(store, generation)

  const base = await newestSnapshot(store, generation)
  const { entries, rejected } = validPrefix(base, await store.entriesAfter(base.seq))
  if (base.rows.length === 0 && entries.length === 0) return { kind: 'unreadable', rest: await all() }
  const image = { generation, base, entries }
  try {
    const rebuilt = rebuild(image)
    const { seq, hash } = rebuilt.head
    const whole = rejected.length === 0 && isPlain(head) && head.seq === seq && head.hash === hash && isGeneration(first) && isGeneration(copy)
    return whole ? { kind: 'whole', image, rebuilt } : { kind: 'damaged', image, rebuilt, rest: bytesOf({ generation, head, events: rejected }) }
  } catch {
    return { kind: 'unreadable', rest: await all() }
  }
}

async function newestSnapshot(store: WorkspaceStore, generation: Generation): Promise<Snapshot> {
  for (const seq of await store.snapshotNumbers()) {
    const snapshot = await store.snapshot(seq)
    if (isSnapshot(snapshot) && snapshot.seq === seq) return snapshot
  }
  return emptySnapshot(generation)
}

async function migrated(store: WorkspaceStore, { schema, generation: name }: Generation): Promise<Stored> {
  const original = await store.raw()
  const generation = { schema: SCHEMA, generation: name }
  try {
    const rows = schema === 0 ? await prototypeRows(store) : await rowsOfChain(store, { schema, generation: name })
    const base = sealSnapshot({ seq: 0, hash: genesisHash(generation), rows: migrateRows(schema, rows), undo: [], redo: [] })
    const image = { generation, base, entries: [] }
    return { kind: 'migrated', image, rebuilt: rebuild(image), original }
  } catch {
    return { kind: 'unreadable', rest: bytesOf(original) }
  }
}

/** The prototype kept its rows in one snapshot, without a chain. */
async function prototypeRows(store: WorkspaceStore) {
  const [newest] = await store.snapshotNumbers()
  const snapshot = newest === undefined ? undefined : await store.snapshot(newest)
  if (!isPlain(snapshot) || !isChange(snapshot.rows)) throw new TypeError('no rows')
  return snapshot.rows
}

async function rowsOfChain(store: WorkspaceStore, generation: Generation) {
  const base = await newestSnapshot(store, generation)
  const { entries } = validPrefix(base as Head, await store.entriesAfter(base.seq))
  return rebuild({ generation, base, entries }).tables.dump()
}

const bytesOf = (value: unknown): Bytes => encodeUtf8(loose(value))
