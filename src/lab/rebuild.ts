import { checksum } from './checksum.ts'
import { isPlain } from './codec.ts'
import { History } from './history.ts'
import { follows, genesisHash, isChange, type Entry, type Generation, type Snapshot } from './journal.ts'
import { RecordedTables } from './recorded-tables.ts'
import type { Head, Image } from './workspace-store.ts'

/** An image played through: the state it stands for. */
export interface Rebuilt {
  readonly tables: RecordedTables
  readonly history: History
  readonly head: Head
}

export const emptySnapshot = (generation: Generation): Snapshot =>
  sealSnapshot({ seq: 0, hash: genesisHash(generation), rows: [], undo: [], redo: [] })

export function sealSnapshot(snapshot: Omit<Snapshot, 'digest'>): Snapshot {
  return { ...snapshot, digest: snapshotDigest(snapshot) }
}

const snapshotDigest = ({ seq, hash, rows, undo, redo }: Omit<Snapshot, 'digest'>): string =>
  checksum([seq, hash, rows, undo, redo])

/** Whether a stored snapshot is whole. Never throws. */
export function isSnapshot(value: unknown): value is Snapshot {
  try {
    const snapshot = value as Snapshot
    return (
      isPlain(value) &&
      isChange(snapshot.rows) &&
      [...snapshot.undo, ...snapshot.redo].every(isStep) &&
      snapshot.digest === snapshotDigest(snapshot)
    )
  } catch {
    return false
  }
}

const isStep = (value: unknown) => isPlain(value) && typeof value.seq === 'number' && isChange(value.change)

export function isGeneration(value: unknown): value is Generation {
  return isPlain(value) && Number.isSafeInteger(value.schema) && typeof value.generation === 'string'
}

/** The longest prefix of what was stored that is whole, and what came after it. */
export function validPrefix(
  base: Head,
  stored: readonly unknown[],
): { readonly entries: readonly Entry[]; readonly rejected: readonly unknown[] } {
  const entries: Entry[] = []
  let { seq, hash } = base
  for (const entry of stored) {
    if (!follows(entry, seq, hash)) break
    entries.push(entry)
    ;({ seq, hash } = entry)
  }
  return { entries, rejected: stored.slice(entries.length) }
}

export function rebuild({ base, entries }: Image): Rebuilt {
  const tables = new RecordedTables(base.rows)
  const history = new History(base.undo, base.redo)
  for (const entry of entries) history.follow(entry, tables.apply(entry.change))
  const { seq, hash } = entries.at(-1) ?? base
  return { tables, history, head: { seq, hash } }
}
