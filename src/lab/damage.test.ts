import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '../bytes/utf8.ts'
import { createLab } from './create-lab.ts'
import { stateHash } from './digest.ts'
import type { Lab } from './lab.ts'
import { loadStored, type Disk } from './load-stored.ts'
import { asked, withDisk } from './testing/disk.ts'
import { testPorts } from './testing/ports.ts'
import { createKey, hashOf } from './testing/work.ts'
import { says } from './words.ts'

type Records = {
  readonly events: unknown[]
  readonly snapshots: unknown[]
  readonly meta: [key: IDBValidKey, value: unknown][]
}

async function recordsOf(factory: IDBFactory): Promise<Records> {
  return withDisk(factory, async ({ events, snapshots, meta }) => {
    const [eventRows, snapshotRows, keys, values] = await Promise.all([
      asked(events.getAll()),
      asked(snapshots.getAll()),
      asked(meta.getAllKeys()),
      asked(meta.getAll()),
    ])
    return { events: eventRows, snapshots: snapshotRows, meta: keys.map((key, i) => [key, values[i]]) }
  })
}

async function diskWith({ events, snapshots, meta }: Records): Promise<IDBFactory> {
  const factory = new IDBFactory()
  const empty = await createLab(testPorts({ storage: { indexedDB: () => factory } }))
  await empty.close()
  await withDisk(factory, async (stores) => {
    for (const store of Object.values(stores)) store.clear()
    for (const event of events) stores.events.put(event)
    for (const snapshot of snapshots) stores.snapshots.put(snapshot)
    for (const [key, value] of meta) stores.meta.put(value, key)
  })
  return factory
}

/** The same records without a database around them. */
const diskOf = ({ events, snapshots, meta }: Records): Disk => {
  const value = (name: string) => meta.find(([key]) => key === name)?.[1]
  const bySeq = (list: readonly unknown[]) => [...(list as { seq: number }[])].sort((a, b) => a.seq - b.seq)
  return {
    meta: async () => ({
      generation: value('generation'),
      copy: value('generation-copy'),
      head: value('head'),
      empty: false,
    }),
    snapshotNumbers: async () =>
      bySeq(snapshots)
        .map(({ seq }) => seq)
        .reverse(),
    snapshot: async (seq) => bySeq(snapshots).find((snapshot) => snapshot.seq === seq),
    entriesAfter: async (seq) => bySeq(events).filter((event) => event.seq > seq),
    raw: async () => ({ events, snapshots, meta }),
  }
}

const open = (factory: IDBFactory): Promise<Lab> =>
  createLab(testPorts({ seed: 9, storage: { indexedDB: () => factory } }))

/** A history with every kind of record, and the state hash after each of its entries. */
async function history(
  actions: number,
): Promise<{ readonly records: Records; readonly states: readonly string[] }> {
  const factory = new IDBFactory()
  const lab = await createLab(testPorts({ storage: { indexedDB: () => factory } }))
  const states = [hashOf(lab)]
  for (let i = 0; i < actions; i++) {
    if (i % 10 === 9) await lab.undo()
    else if (i % 7 === 0) await createKey(lab)
    else await lab.putFile(`f${i % 4}`, Uint8Array.of(i))
    states.push(hashOf(lab))
  }
  await lab.close()
  return { records: await recordsOf(factory), states }
}

/** Changes one place of a record, wherever `pick` points. */
function flipped(value: unknown, pick: number): unknown {
  if (typeof value === 'number') return value + 1 + (pick % 5)
  if (typeof value === 'string')
    return value.length === 0
      ? 'x'
      : value.slice(0, pick % value.length) +
          String.fromCharCode(65 + (pick % 26)) +
          value.slice((pick % value.length) + 1)
  if (typeof value === 'boolean') return !value
  if (value instanceof Uint8Array)
    return value.length === 0
      ? Uint8Array.of(1)
      : value.map((byte, i) => (i === pick % value.length ? byte ^ 1 : byte))
  if (Array.isArray(value)) {
    if (value.length === 0) return [pick]
    const at = pick % value.length
    return value.map((entry, i) => (i === at ? flipped(entry, Math.floor(pick / value.length)) : entry))
  }
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value).filter((name) => name !== 'seq')
    if (names.length === 0) return { broken: pick }
    const at = names[pick % names.length] as string
    return {
      ...value,
      [at]: flipped((value as Record<string, unknown>)[at], Math.floor(pick / names.length)),
    }
  }
  return pick
}

describe('records on disk that were damaged', () => {
  it('F11 flipped, deleted or doubled in any place, they cost at most what comes after them, and reading never fails', async () => {
    const { records, states } = await history(230)
    expect(records.snapshots).toHaveLength(1)
    let lossy = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('events' as const, 'events' as const, 'snapshots' as const, 'meta' as const),
        fc.constantFrom('flip' as const, 'delete' as const, 'garbage' as const, 'double' as const),
        fc.nat(),
        fc.nat(),
        async (store, how, which, pick) => {
          const damaged: Records = {
            events: [...records.events],
            snapshots: [...records.snapshots],
            meta: [...records.meta],
          }
          const at =
            store === 'meta'
              ? damageMeta(damaged.meta, how, which, pick)
              : damage(damaged[store], how, which, pick)
          const stored = await loadStored(diskOf(damaged))
          if (!('image' in stored)) throw new Error(stored.kind)
          // Entry 201 is the first after the snapshot; record i is entry i + 1 and made state i.
          const prefix = store === 'events' && how !== 'double' && at >= 200 ? at - 1 : states.length - 1
          const hash = stateHash(stored.rebuilt.tables.dump())
          expect([states[prefix], states.at(-1)]).toContain(hash)
          if (hash !== states.at(-1)) {
            lossy++
            if (stored.kind !== 'damaged') throw new Error('a loss that was not told')
            JSON.parse(decodeUtf8(stored.rest))
          }
        },
      ),
      { numRuns: 1_000, seed: 11 },
    )
    expect(lossy).toBeGreaterThan(30)
  })

  it('F11 the same through a real boot: ready, saved again, and never without the work before the damage', async () => {
    const { records, states } = await history(30)
    for (let i = 0; i < 60; i++) {
      const damaged: Records = { events: [...records.events], snapshots: [], meta: [...records.meta] }
      const how = (['flip', 'delete', 'garbage', 'double'] as const)[i % 4] as 'flip'
      if (i % 3 === 0) damageMeta(damaged.meta, how, i, i * 7)
      else damage(damaged.events, how, 1 + (i % 29), i * 7)
      const lab = await open(await diskWith(damaged))
      expect(lab.store.getState()).toMatchObject({ phase: 'ready', saved: 'saved' })
      expect(states).toContain(hashOf(lab))
      await lab.close()
    }
  })

  it('F11 what was damaged is offered, the prefix is saved again, and work goes on from it', async () => {
    const { records, states } = await history(30)
    const events = records.events.map((event, i) => (i === 20 ? flipped(event, 3) : event))
    const factory = await diskWith({ ...records, events })
    const lab = await open(factory)
    expect(hashOf(lab)).toBe(states[19])
    expect(lab.store.getState()).toMatchObject({ saved: 'saved', notice: says.damaged })
    expect(lab.store.getState().quarantined?.length).toBeGreaterThan(100)
    await createKey(lab)
    const state = hashOf(lab)
    await lab.close()
    const again = await open(factory)
    expect(hashOf(again)).toBe(state)
    expect(again.store.getState().notice).toBeUndefined()
    expect((await recordsOf(factory)).meta.map(([key]) => key)).toContain('quarantine')
  })

  it('F13 a save of a newer version is shown as such, and not one record is written', async () => {
    const { records } = await history(5)
    const newer = records.meta.map(([key, value]): [IDBValidKey, unknown] =>
      String(key).startsWith('generation') ? [key, { ...(value as object), schema: 2 }] : [key, value],
    )
    const factory = await diskWith({ ...records, meta: newer })
    const before = await recordsOf(factory)
    const lab = await open(factory)
    expect(lab.store.getState()).toMatchObject({
      phase: 'ready',
      saved: 'read-only',
      notice: says.newerVersion,
    })
    await expect(lab.putFile('x', Uint8Array.of(1))).rejects.toThrow()
    await lab.takeOver()
    await lab.retrySave()
    await expect(lab.reset()).rejects.toThrow()
    await lab.close()
    const after = await recordsOf(factory)
    const content = ({ events, snapshots, meta }: Records) => ({
      events,
      snapshots,
      meta: meta.filter(([key]) => key !== 'writer'),
    })
    expect(content(after)).toEqual(content(before))
  })

  it('F13 a database of a newer structure is left alone', async () => {
    const factory = new IDBFactory()
    const request = factory.open('kms-key-material-lab/test', 7)
    request.onupgradeneeded = () => request.result.createObjectStore('other')
    ;(await asked(request)).close()
    const lab = await open(factory)
    expect(lab.store.getState()).toMatchObject({
      phase: 'ready',
      saved: 'read-only',
      notice: says.newerVersion,
    })
  })

  it('F12 a workspace of the prototype is carried over on disk, and the original is kept', async () => {
    const rows = [
      ['world', 'clock', 1_768_208_400],
      ['world', 'seed', new Uint8Array(32).fill(5)],
      ['world', 'position', 0],
      ['files', 'note.txt', Uint8Array.of(104, 105)],
    ]
    const factory = await diskWith({
      events: [],
      snapshots: [{ seq: 0, rows }],
      meta: [['generation', { schema: 0, generation: 'prototype' }]],
    })
    const lab = await open(factory)
    expect(lab.store.getState()).toMatchObject({
      saved: 'saved',
      notice: says.migrated,
      now: 1_768_208_400_000,
    })
    expect(lab.tables.get('files', 'note.txt')).toMatchObject({
      name: 'note.txt',
      bytes: Uint8Array.of(104, 105),
    })
    await createKey(lab)
    const state = hashOf(lab)
    await lab.close()
    const again = await open(factory)
    expect(hashOf(again)).toBe(state)
    const backup = (await recordsOf(factory)).meta.find(([key]) => key === 'backup')?.[1]
    expect(backup).toMatchObject({ snapshots: [{ rows }] })
    expect(stateHash(again.tables.dump())).toBe(state)
  })
})

function damage(
  list: unknown[],
  how: 'flip' | 'delete' | 'garbage' | 'double',
  which: number,
  pick: number,
): number {
  const at = which % list.length
  const record = list[at] as { seq: number }
  if (how === 'flip') list[at] = flipped(record, pick)
  else if (how === 'delete') list.splice(at, 1)
  else if (how === 'garbage')
    list[at] = { seq: record.seq, junk: [pick, new Map([[pick, 'x']]), new Date(0)] }
  else list.push({ ...record, seq: (list.at(-1) as { seq: number }).seq + 1 })
  return at
}

function damageMeta(
  list: [IDBValidKey, unknown][],
  how: 'flip' | 'delete' | 'garbage' | 'double',
  which: number,
  pick: number,
): number {
  // Who writes is not part of the work.
  const places = list.flatMap(([key], i) => (key === 'writer' ? [] : [i]))
  const at = places[which % places.length] as number
  const [key, value] = list[at] as [IDBValidKey, unknown]
  if (how === 'flip') list[at] = [key, flipped(value, pick)]
  else if (how === 'delete') list.splice(at, 1)
  else if (how === 'garbage') list[at] = [key, new Map([[pick, 'x']])]
  return at
}
