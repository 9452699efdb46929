import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { encodeBase64 } from '../bytes/base64.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { keyState } from '../kms/key.ts'
import { days } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import { testPorts } from './testing/ports.ts'
import { createKey, hashOf, importMaterial, ok } from './testing/work.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import { plainLab } from '../course/testing/record.ts'
import { PROGRESS, type ProgressRow } from './rows.ts'
import { keyByArn } from '../course/account-view.ts'
import { WORLD_START } from './world-rows.ts'

const crypto = webCryptoProvider()
const material = new Uint8Array(32).map((_, i) => i * 7 + 3)

describe('a session', () => {
  it('begins on 2026-01-12 at nine, and each call takes one second', async () => {
    const lab = await createLab(testPorts())
    expect(lab.store.getState()).toMatchObject({
      phase: 'ready',
      saved: 'saved',
      now: WORLD_START,
      canUndo: false,
    })
    await createKey(lab)
    expect(lab.store.getState()).toMatchObject({ now: WORLD_START + 1000, canUndo: true, saved: 'saved' })
  })

  it('shows a call with its command, its answer and its audit record', async () => {
    const lab = await createLab(testPorts())
    const entry = await lab.call({ operation: 'CreateKey', input: { Description: 'intake' } })
    expect(entry).toMatchObject({
      number: 1,
      ok: true,
      command: 'aws kms create-key --description intake',
      eventNumber: 1,
    })
    const refused = await lab.call({ operation: 'DescribeKey', input: { KeyId: 'alias/none' } })
    expect(refused).toMatchObject({
      number: 2,
      ok: false,
      error: { code: 'NotFoundException' },
      eventNumber: 2,
    })
    expect(lab.store.getState().calls).toHaveLength(2)
  })

  it('keeps output members as files and takes files as input', async () => {
    const lab = await createLab(testPorts())
    const KeyId = await createKey(lab)
    await lab.putFile('note.txt', encodeUtf8('visit 7'))
    await lab.call({
      operation: 'Encrypt',
      input: { KeyId, Plaintext: { file: 'note.txt' } },
      keep: { CiphertextBlob: 'note.enc' },
    })
    const { Plaintext } = await ok(lab, 'Decrypt', { CiphertextBlob: { file: 'note.enc' } })
    expect(Plaintext).toBe(encodeBase64(encodeUtf8('visit 7')))
    await expect(
      lab.call({ operation: 'Decrypt', input: { CiphertextBlob: { file: 'gone' } } }),
    ).rejects.toThrow('There is no file called gone.')
  })

  it('lets what is due happen when the clock is moved, and says what it was', async () => {
    const lab = await createLab(testPorts())
    const KeyId = await createKey(lab, 'EXTERNAL')
    expect(
      await importMaterial(lab, { KeyId, material, crypto, validTo: WORLD_START + days(30) }),
    ).toMatchObject({ ok: true })
    const report = await lab.moveClock(WORLD_START + days(31))
    expect(report.happened).toMatchObject([{ keyId: KeyId, due: { kind: 'material-expires' } }])
    expect(keyState(keyByArn(lab.tables, report.happened[0]?.keyArn) as never)).toBe('PendingImport')
    await expect(lab.moveClock(WORLD_START)).rejects.toThrow(RangeError)
  })

  it('takes an action back with its clock, trail and files, and does it again, however often', async () => {
    const lab = await createLab(testPorts())
    const states = [hashOf(lab)]
    const KeyId = await createKey(lab, 'EXTERNAL')
    states.push(hashOf(lab))
    await importMaterial(lab, { KeyId, material, crypto, validTo: WORLD_START + days(30) })
    await lab.putFile('a', Uint8Array.of(1))
    states.push(hashOf(lab))
    await lab.moveClock(WORLD_START + days(31))
    states.push(hashOf(lab))

    await lab.undo()
    expect(hashOf(lab)).toBe(states[2])
    for (let i = 0; i < 3; i++) await lab.undo()
    expect(hashOf(lab)).toBe(states[1])
    await lab.undo()
    expect(hashOf(lab)).toBe(states[0])
    expect(lab.store.getState()).toMatchObject({ canUndo: false, canRedo: true, now: WORLD_START })
    for (let i = 0; i < 5; i++) await lab.redo()
    expect(hashOf(lab)).toBe(states[3])
    expect(lab.store.getState().canRedo).toBe(false)
  })

  it('makes the same random choices again after an undo', async () => {
    const lab = await createLab(testPorts())
    const first = await createKey(lab)
    await lab.undo()
    expect(await createKey(lab)).toBe(first)
  })

  it('runs calls that come at once one after the other', async () => {
    const lab = await createLab(testPorts())
    const ids = await Promise.all(Array.from({ length: 20 }, () => createKey(lab)))
    expect(new Set(ids).size).toBe(20)
    expect(lab.store.getState().now).toBe(WORLD_START + 20_000)
    expect((await lab.journal()).map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
  })
})

describe('a session that was left', () => {
  it('is the same after a reload, and can be undone as before', async () => {
    const ports = testPorts()
    const lab = await createLab(ports)
    const KeyId = await createKey(lab)
    const before = hashOf(lab)
    await ok(lab, 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 })
    const after = hashOf(lab)
    await lab.close()

    const again = await createLab(ports)
    expect(again.store.getState().saved).toBe('saved')
    expect(hashOf(again)).toBe(after)
    await again.undo()
    expect(hashOf(again)).toBe(before)
    await again.close()
    const third = await createLab(ports)
    expect(hashOf(third)).toBe(before)
    await third.redo()
    expect(hashOf(third)).toBe(after)
  })

  it('is the same after several snapshots', async () => {
    const ports = testPorts()
    const lab = await createLab(ports)
    for (let i = 0; i < 650; i++) await lab.putFile(`f${i % 5}`, Uint8Array.of(i % 256, i >> 8))
    const { hash } = (await lab.journal()).at(-1) ?? {}
    const state = hashOf(lab)
    await lab.close()
    const again = await createLab(ports)
    expect(hashOf(again)).toBe(state)
    expect((await again.journal()).at(-1)?.hash).toBe(hash)
    for (let i = 0; i < 200; i++) await again.undo()
    expect(again.store.getState().canUndo).toBe(false)
  })

  it('begins anew after a reset', async () => {
    const ports = testPorts()
    const lab = await createLab(ports)
    await createKey(lab)
    await lab.reset()
    expect(lab.store.getState()).toMatchObject({
      now: WORLD_START,
      canUndo: false,
      saved: 'saved',
      calls: [],
    })
    await lab.close()
    const again = await createLab(ports)
    expect(again.trail()).toEqual([])
    expect(await again.journal()).toHaveLength(1)
  })
})

describe('an attempt whose learner takes something back', () => {
  const attempt = async (mode: LabDefinition['mode']) => {
    const definition: LabDefinition = { ...plainLab('taken-back', 'import-workflow', ['IMP-1']), mode }
    const lab = await createLab(testPorts({ labs: [definition] }))
    const row = () => lab.tables.get<ProgressRow>(PROGRESS, definition.id)
    await lab.startLab(definition, 1)
    await createKey(lab)
    expect(row()?.rewound).toBeUndefined()
    await lab.undo()
    return { lab, row, definition }
  }

  it('says so for as long as it lasts, where the goal alone was given', async () => {
    const { lab, row, definition } = await attempt('unguided')
    expect(row()?.rewound).toBe(true)
    await lab.redo()
    expect(row()?.rewound).toBe(true)
    await createKey(lab)
    await lab.undo()
    expect(row()?.rewound).toBe(true)
    await lab.startLab(definition, 2)
    expect(row()?.rewound).toBeUndefined()
  })

  it('says nothing of it where there is guidance', async () => {
    expect((await attempt('guided')).row()?.rewound).toBeUndefined()
  })
})
