import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { seededEntropy } from '../world/entropy.ts'
import { createLab } from './create-lab.ts'
import type { Lab } from './lab.ts'
import { withDisk } from './testing/disk.ts'
import { testPorts } from './testing/ports.ts'
import { browserOfTabs, settled } from './testing/tabs.ts'
import { createKey, hashOf } from './testing/work.ts'
import { says } from './words.ts'
import { WorkspaceStore } from './workspace-store.ts'

/** Tabs of one browser over one disk; their wall clocks agree. */
function tabs({ withLocks }: { withLocks: boolean }) {
  const factory = new IDBFactory()
  const browser = browserOfTabs()
  let wall = 1_000_000
  let count = 0
  const opened: ReturnType<typeof testPorts>[] = []
  return {
    factory,
    kill: (tab: number) => browser.kill(tab),
    async pass(ms: number) {
      wall += ms
      for (const ports of opened) await ports.timers.pass(ms)
    },
    async open() {
      const tab = ++count
      const ports = testPorts({
        seed: tab,
        wall: { now: () => wall },
        storage: {
          indexedDB: () => factory,
          channel: browser.channel(tab),
          ...(withLocks ? { locks: () => browser.locks(tab) } : {}),
        },
      })
      opened.push(ports)
      return createLab(ports)
    },
  }
}

const files = (lab: Lab) => Array.from(lab.tables.rows('files'), ([name]) => name)

describe.each([
  ['Web Locks', true],
  ['a lease', false],
])('two tabs that take turns by %s', (_, withLocks) => {
  it('F07 the second one follows read-only, action by action', async () => {
    const { open } = tabs({ withLocks })
    const first = await open()
    const second = await open()
    expect(first.store.getState().saved).toBe('saved')
    expect(second.store.getState()).toMatchObject({ saved: 'read-only', notice: says.otherTabWrites })
    await expect(second.putFile('x', Uint8Array.of(1))).rejects.toThrow(says.readOnly)
    for (let i = 0; i < 5; i++) {
      await createKey(first)
      await settled()
      expect(hashOf(second)).toBe(hashOf(first))
    }
    await first.reset()
    await settled()
    expect(hashOf(second)).toBe(hashOf(first))
  })

  it('F07 200 actions in each, taking over from one another, are all kept in one order', async () => {
    const { open, pass } = tabs({ withLocks })
    const labs = [await open(), await open()] as const
    const random = seededEntropy(new Uint8Array(32).fill(77))
    const left = [200, 200]
    const order: string[] = []
    let writer = 0
    while (left[0] || left[1]) {
      const burst = 1 + ((random.bytes(1)[0] as number) % 30)
      const lab = labs[writer] as Lab
      if (lab.store.getState().saved === 'read-only') await lab.takeOver()
      for (let i = 0; i < burst && left[writer]; i++) {
        const name = `tab${writer}-${left[writer]}`
        await lab.putFile(name, Uint8Array.of(writer))
        order.push(name)
        ;(left[writer] as number)--
      }
      writer = 1 - writer
      await settled(8)
    }
    await pass(1_000)
    await settled()
    expect(files(labs[0])).toEqual(order)
    expect(hashOf(labs[1])).toBe(hashOf(labs[0]))
    const third = await open()
    expect(files(third)).toEqual(order)
    expect(order).toHaveLength(400)
  })

  it('F07 a tab that took its turn back at once gives it away whole the next time', async () => {
    const { open, pass } = tabs({ withLocks })
    const first = await open()
    const second = await open()
    await second.takeOver()
    await first.takeOver()
    await pass(1_000)
    await settled()
    await second.takeOver()
    await settled()
    expect(first.store.getState().saved).toBe('read-only')
    expect(second.store.getState().saved).toBe('saved')
    await createKey(second)
    await settled()
    expect(hashOf(first)).toBe(hashOf(second))
  })

  it('F08 when the writer dies, the other one can write', async () => {
    const { open, kill, pass } = tabs({ withLocks })
    const first = await open()
    const second = await open()
    await createKey(first)
    await settled()
    kill(1)
    await settled()
    if (!withLocks) {
      // The dead tab's timers are dead with it.
      await first.close().catch(() => undefined)
      await pass(8_000)
      await settled()
    }
    expect(second.store.getState()).toMatchObject({ saved: 'saved', notice: undefined })
    await createKey(second)
    expect(second.trail()).toHaveLength(2)
  })

  it('F10 a tab that lost its turn without noticing writes nothing and reads what the other wrote', async () => {
    const { open, factory } = tabs({ withLocks })
    const first = await open()
    await createKey(first)
    await withDisk(factory, async ({ meta }) => void meta.put({ id: 'someone-else', beat: 0 }, 'writer'))
    await first.putFile('lost', Uint8Array.of(1))
    await settled()
    expect(files(first)).toEqual([])
    expect(
      await withDisk(
        factory,
        ({ events }) =>
          new Promise(
            (resolve) => (events.count().onsuccess = (e) => resolve((e.target as IDBRequest).result)),
          ),
      ),
    ).toBe(2)
  })
})

/** The next claim waits at the disk until it is let go. */
function slowClaim() {
  const claim = WorkspaceStore.prototype.claim
  let go = () => {}
  const gate = new Promise<void>((resolve) => (go = resolve))
  const slow = vi.spyOn(WorkspaceStore.prototype, 'claim').mockImplementationOnce(async function (
    this: WorkspaceStore,
    ...asked
  ) {
    await gate
    return claim.apply(this, asked)
  })
  return { slow, release: () => go() }
}

it('a tab whose claim comes after another took the turn from it leaves the other one’s name on the disk', async () => {
  const { open, kill, pass } = tabs({ withLocks: true })
  await open()
  const second = await open()
  const third = await open()

  const { slow, release } = slowClaim()
  kill(1)
  await settled()
  expect(slow).toHaveBeenCalledOnce()
  // The slow one cannot answer that it yields, so its turn is taken from it.
  const taken = third.takeOver()
  await pass(1_000)
  await taken
  await settled()
  release()
  await settled()
  slow.mockRestore()

  await createKey(third)
  await settled()
  expect(third.store.getState().saved).toBe('saved')
  expect(second.store.getState().saved).toBe('read-only')
  expect(hashOf(second)).toBe(hashOf(third))
})

it('a tab that is overtaken while it starts leaves the other one’s name on the disk, and follows', async () => {
  const { open, pass } = tabs({ withLocks: true })
  const { slow, release } = slowClaim()
  const starting = open()
  await settled()
  expect(slow).toHaveBeenCalledOnce()
  const second = await open()
  const taken = second.takeOver()
  await pass(1_000)
  await taken
  await settled()
  release()
  const first = await starting
  slow.mockRestore()

  await createKey(second)
  await settled()
  expect(second.store.getState().saved).toBe('saved')
  expect(first.store.getState().saved).toBe('read-only')
  expect(hashOf(first)).toBe(hashOf(second))
})
