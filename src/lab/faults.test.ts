import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { createLab } from './create-lab.ts'
import type { Lab } from './lab.ts'
import { asked, countPuts, faultAtPut, withDisk } from './testing/disk.ts'
import { recordedPairs, testPorts, withPairs } from './testing/ports.ts'
import { browserOfTabs, settled } from './testing/tabs.ts'
import { createKey, hashOf, importMaterial, ok } from './testing/work.ts'
import { WRITE_LIMIT_MS } from './saver.ts'
import { says } from './words.ts'
import { WorkspaceStore } from './workspace-store.ts'

const pairs = await recordedPairs(1)
const crypto = withPairs(webCryptoProvider(), pairs)
const material = new Uint8Array(32).fill(9)
let mend: (() => void) | undefined
afterEach(() => mend?.())

/** Actions of every kind that writes, in order. */
const actions: readonly ((lab: Lab, KeyId: string) => Promise<unknown>)[] = [
  (lab) => createKey(lab),
  (lab, KeyId) => importMaterial(lab, { KeyId, material, crypto }),
  (lab, KeyId) => ok(lab, 'CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId }),
  (lab) => lab.putFile('note', Uint8Array.of(1, 2, 3)),
  (lab, KeyId) => ok(lab, 'DeleteImportedKeyMaterial', { KeyId }),
  (lab) => lab.moveClock(lab.store.getState().now + 5_000),
  (lab) => lab.undo(),
  (lab) => lab.redo(),
  (lab) => lab.removeFile('note'),
]

describe('saving', () => {
  it('F03 a kill before any put of an action leaves all of it or none of it', async () => {
    let runs = 0
    for (const [i, action] of actions.entries()) {
      const prepare = async () => {
        const factory = new IDBFactory()
        const browser = browserOfTabs()
        const storage = (tab: number) => ({ indexedDB: () => factory, locks: () => browser.locks(tab) })
        const ports = testPorts({ storage: storage(1), seed: 40 + i, crypto })
        const lab = await createLab(ports)
        const KeyId = await createKey(lab, 'EXTERNAL')
        for (const before of actions.slice(0, i)) await before(lab, KeyId)
        return { lab, KeyId, reopen: () => (browser.kill(1), createLab(testPorts({ storage: storage(2) }))) }
      }
      const sample = await prepare()
      const puts = await countPuts(() => action(sample.lab, sample.KeyId))
      expect(puts).toBeGreaterThan(0)
      for (let nth = 1; nth <= puts; nth++, runs++) {
        const { lab, KeyId, reopen } = await prepare()
        const states = [hashOf(lab)]
        lab.store.subscribe(() => states.push(hashOf(lab)))
        mend = faultAtPut(nth, 'kill')
        await action(lab, KeyId)
        mend()
        const after = await reopen()
        expect(states).toContain(hashOf(after))
        expect(after.store.getState()).toMatchObject({ saved: 'saved' })
        expect(after.store.getState().quarantined).toBeUndefined()
      }
    }
    expect(runs).toBeGreaterThanOrEqual(18)
  })

  it('F04 a full disk is said at once, the work goes on in memory, and a retry brings all of it', async () => {
    const ports = testPorts()
    const lab = await createLab(ports)
    const KeyId = await createKey(lab, 'EXTERNAL')
    mend = faultAtPut(1, 'quota')
    await ok(lab, 'CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId })
    expect(lab.store.getState()).toMatchObject({ saved: 'failed', notice: says.storageFull })
    await importMaterial(lab, { KeyId, material, crypto })
    const state = hashOf(lab)
    const other = await createLab(testPorts())
    await other.load(await lab.save())
    expect(hashOf(other)).toBe(state)

    await lab.retrySave()
    expect(lab.store.getState().saved).toBe('failed')
    mend()
    await lab.retrySave()
    expect(lab.store.getState()).toMatchObject({ saved: 'saved', notice: undefined })
    expect(hashOf(await createLab(testPorts({ storage: ports.storage })))).toBe(state)
  })

  it.each([
    ['append', (lab: Lab) => lab.putFile('late', Uint8Array.of(1))],
    ['replace', (lab: Lab) => lab.reset()],
  ] as const)(
    'F04 a slow disk is said after a while, and taken back when its %s ends well',
    async (write, act) => {
      const ports = testPorts()
      const lab = await createLab(ports)
      const real = WorkspaceStore.prototype[write] as (...asked: unknown[]) => Promise<void>
      let answer = () => {}
      const gate = new Promise<void>((resolve) => (answer = resolve))
      const slow = vi.spyOn(WorkspaceStore.prototype, write).mockImplementationOnce(async function (
        this: WorkspaceStore,
        ...asked: unknown[]
      ) {
        await real.apply(this, asked)
        await gate
      })
      const done = act(lab)
      await settled()
      await ports.timers.pass(WRITE_LIMIT_MS)
      await done
      expect(lab.store.getState()).toMatchObject({ saved: 'failed', notice: says.storageFailed })

      answer()
      await settled()
      slow.mockRestore()
      expect(lab.store.getState()).toMatchObject({ saved: 'saved', notice: undefined })
      await lab.close()
      expect(hashOf(await createLab(testPorts({ storage: ports.storage })))).toBe(hashOf(lab))
    },
  )

  it('F04 for every put that finds the disk full, what is on disk is a prefix of whole actions', async () => {
    for (let nth = 1; nth <= 12; nth++) {
      const ports = testPorts({ seed: 60 + nth })
      const lab = await createLab(ports)
      const states = [hashOf(lab)]
      mend = faultAtPut(nth, 'quota')
      for (let i = 0; i < 6; i++) {
        await lab.putFile(`f${i}`, Uint8Array.of(i))
        states.push(hashOf(lab))
      }
      mend()
      const after = await createLab(testPorts({ storage: ports.storage }))
      expect(states).toContain(hashOf(after))
      await after.close()
    }
  })

  it.each([
    ['missing', () => undefined],
    [
      'refused by a getter that throws',
      () => {
        throw new DOMException('denied', 'SecurityError')
      },
    ],
    [
      'refused by open',
      () =>
        ({
          open: () => {
            throw new DOMException('denied', 'SecurityError')
          },
        }) as unknown as IDBFactory,
    ],
  ])('F05 storage that is %s means memory, with a notice and a way out by file', async (_, indexedDB) => {
    const lab = await createLab(testPorts({ storage: { indexedDB } }))
    expect(lab.store.getState()).toMatchObject({
      phase: 'ready',
      saved: 'memory',
      notice: says.storageMissing,
    })
    await createKey(lab)
    expect(lab.store.getState().saved).toBe('memory')
    const other = await createLab(testPorts())
    await other.load(await lab.save())
    expect(hashOf(other)).toBe(hashOf(lab))
    await lab.retrySave()
    expect(lab.store.getState()).toMatchObject({ saved: 'memory', notice: says.storageStillMissing })
  })

  it('F05 storage that never answers means memory within two seconds; when it answers later, a retry saves', async () => {
    const factory = new IDBFactory()
    let hangs = true
    const hung = {
      open: () => ({ addEventListener() {}, removeEventListener() {} }) as unknown as IDBOpenDBRequest,
    }
    const ports = testPorts({
      storage: { indexedDB: () => (hangs ? (hung as unknown as IDBFactory) : factory) },
    })
    const begun = createLab(ports)
    await settled()
    await ports.timers.pass(2_000)
    const lab = await begun
    expect(lab.store.getState()).toMatchObject({ phase: 'ready', saved: 'memory' })
    await createKey(lab)
    hangs = false
    await lab.retrySave()
    expect(lab.store.getState()).toMatchObject({ saved: 'saved' })
    await createKey(lab)
    const state = hashOf(lab)
    await lab.close()
    expect(hashOf(await createLab(testPorts({ storage: ports.storage })))).toBe(state)
  })

  it('F06 a database that is closed or deleted under us is opened again and holds everything', async () => {
    const factory = new IDBFactory()
    const ports = testPorts({ storage: { indexedDB: () => factory } })
    const lab = await createLab(ports)
    await createKey(lab)
    await asked(factory.deleteDatabase('kms-key-material-lab/test'))
    await settled()
    expect(lab.store.getState()).toMatchObject({ saved: 'saved', notice: says.storageWasCleared })
    await createKey(lab)
    const state = hashOf(lab)
    expect(hashOf(await createLab(testPorts({ storage: ports.storage })))).toBe(state)
  })

  it('F37 storage that was wiped without a word is written again with the next action, and the learner is told', async () => {
    const factory = new IDBFactory()
    const ports = testPorts({ storage: { indexedDB: () => factory } })
    const lab = await createLab(ports)
    for (let i = 0; i < 3; i++) await createKey(lab)
    await withDisk(factory, async ({ events, snapshots, meta }) => {
      events.clear()
      snapshots.clear()
      meta.clear()
    })
    await createKey(lab)
    expect(lab.store.getState()).toMatchObject({ saved: 'saved', notice: says.storageWasCleared })
    const again = await createLab(testPorts({ storage: ports.storage }))
    expect(hashOf(again)).toBe(hashOf(lab))
    await again.undo()
  })

  it('says saved only when the transaction is complete', async () => {
    const ports = testPorts()
    const lab = await createLab(ports)
    await settled()
    const marks = ['saved']
    lab.store.subscribe(({ saved }) => marks.at(-1) !== saved && marks.push(saved))
    await ok(lab, 'ListKeys')
    expect(lab.store.getState().saved).toBe('saving')
    await ports.timers.pass(249)
    expect(lab.store.getState().saved).toBe('saving')
    await ports.timers.pass(1)
    await settled()
    expect(lab.store.getState().saved).toBe('saved')
    expect(marks).toEqual(['saved', 'saving', 'saved'])
    await lab.call({ operation: 'GenerateRandom', input: { NumberOfBytes: encodeBase64(material).length } })
  })
})
