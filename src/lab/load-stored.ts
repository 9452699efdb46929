import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { isPlain, loose } from './codec.ts'
import { genesisHash, isChange, type Generation, type Snapshot } from './journal.ts'
import { migrateRows, SCHEMA } from './migrate.ts'
import {
  emptySnapshot,
  isGeneration,
  isSnapshot,
  rebuild,
  sealSnapshot,
  validPrefix,
  type Rebuilt,
} from './rebuild.ts'
import type { Head, Image, WorkspaceStore } from './workspace-store.ts'

/** What reading needs of a disk. */
export type Disk = Pick<WorkspaceStore, 'meta' | 'snapshotNumbers' | 'snapshot' | 'entriesAfter' | 'raw'>

export type Stored =
  | { readonly kind: 'empty' }
  | { readonly kind: 'whole'; readonly image: Image; readonly rebuilt: Rebuilt }
  /** A valid prefix and what could not be read, as bytes to look at */
  | { readonly kind: 'damaged'; readonly image: Image; readonly rebuilt: Rebuilt; readonly rest: Bytes }
  | {
      readonly kind: 'migrated'
      readonly image: Image
      readonly rebuilt: Rebuilt
      readonly original: unknown
    }
  | { readonly kind: 'unreadable'; readonly rest: Bytes }
  | { readonly kind: 'newer'; readonly rest: Bytes }

/** Reads a workspace from disk: the newest whole snapshot and the whole entries after it. Never throws for bad records. */
export async function loadStored(store: Disk): Promise<Stored> {
  const { generation: first, copy, head, empty } = await store.meta()
  if (empty) return { kind: 'empty' }
  const all = async () => bytesOf(await store.raw())
  const told = [first, copy].filter(isGeneration)
  const [generation] = told
  if (!generation) return { kind: 'unreadable', rest: await all() }
  if (told.every(({ schema }) => schema > SCHEMA)) return { kind: 'newer', rest: await all() }
  if (told.every(({ schema }) => schema < SCHEMA)) return migrated(store, generation)

  // The two copies can differ only by damage: the one that the records fit is the true one.
  const images: { image: Image; rejected: readonly unknown[] }[] = []
  for (const candidate of told.filter(({ schema }) => schema === SCHEMA))
    images.push(await read(store, candidate))
  const best = images.reduce((a, b) => (headOf(b.image).seq > headOf(a.image).seq ? b : a))
  const { image, rejected } = best
  if (image.base.rows.length === 0 && image.entries.length === 0)
    return { kind: 'unreadable', rest: await all() }
  try {
    const rebuilt = rebuild(image)
    const { seq, hash } = rebuilt.head
    const agreed =
      told.length === 2 &&
      told.every((one) => one.generation === image.generation.generation && one.schema === SCHEMA)
    const whole = agreed && rejected.length === 0 && isPlain(head) && head.seq === seq && head.hash === hash
    return whole
      ? { kind: 'whole', image, rebuilt }
      : {
          kind: 'damaged',
          image,
          rebuilt,
          rest: bytesOf({ generations: [first, copy], head, events: rejected }),
        }
  } catch {
    return { kind: 'unreadable', rest: await all() }
  }
}

const headOf = ({ base, entries }: Image): Head => entries.at(-1) ?? base

/** The newest whole snapshot and the whole entries after it. */
async function read(store: Disk, generation: Generation) {
  const base = await newestSnapshot(store, generation)
  const { entries, rejected } = validPrefix(base, await store.entriesAfter(base.seq))
  return { image: { generation, base, entries }, rejected }
}

async function newestSnapshot(store: Disk, generation: Generation): Promise<Snapshot> {
  for (const seq of await store.snapshotNumbers()) {
    const snapshot = await store.snapshot(seq)
    if (isSnapshot(snapshot) && snapshot.seq === seq) return snapshot
  }
  return emptySnapshot(generation)
}

async function migrated(store: Disk, { schema, generation: name }: Generation): Promise<Stored> {
  const original = await store.raw()
  const generation = { schema: SCHEMA, generation: name }
  try {
    const rows =
      schema === 0 ? await prototypeRows(store) : await rowsOfChain(store, { schema, generation: name })
    const base = sealSnapshot({
      seq: 0,
      hash: genesisHash(generation),
      rows: migrateRows(schema, rows),
      undo: [],
      redo: [],
    })
    const image = { generation, base, entries: [] }
    return { kind: 'migrated', image, rebuilt: rebuild(image), original }
  } catch {
    return { kind: 'unreadable', rest: bytesOf(original) }
  }
}

/** The prototype kept its rows in one snapshot, without a chain. */
async function prototypeRows(store: Disk) {
  const [newest] = await store.snapshotNumbers()
  const snapshot = newest === undefined ? undefined : await store.snapshot(newest)
  if (!isPlain(snapshot) || !isChange(snapshot.rows)) throw new TypeError('no rows')
  return snapshot.rows
}

async function rowsOfChain(store: Disk, generation: Generation) {
  return rebuild((await read(store, generation)).image).tables.dump()
}

const bytesOf = (value: unknown): Bytes => encodeUtf8(loose(value))
