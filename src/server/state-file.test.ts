import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../kms/tables.ts'
import { takeLock } from './lock-file.ts'
import { StateFile } from './state-file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-state-'))
  path = join(folder, 'state.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

const mark = () => ({ at: 1000, aheadMs: 5 })
const openState = () => StateFile.open(path, mark)

/** What the file gives back to the next server. */
async function reread(): Promise<Change> {
  const state = await openState()
  await state.close()
  return state.change
}

const row = (n: number) =>
  [
    'keys/1/eu-west-1',
    `k${n}`,
    { n, token: Uint8Array.of(n, 255), tags: { $bytes: 'AA==', __proto__x: '1' } },
  ] as const

describe('the state file', () => {
  it('gives back every row, bytes and awkward names included, in the order in which they came', async () => {
    const state = await openState()
    state.add([row(2), row(1)])
    await state.flush()
    state.add([row(3), ['keys/1/eu-west-1', 'k1', null]])
    await state.close()
    expect(await reread()).toEqual([row(2), row(3)])
  })

  it('keeps where the clock stood', async () => {
    const state = await openState()
    state.add([])
    await state.close()
    const next = await openState()
    expect(next.clock).toMatchObject(mark())
    await next.close()
  })

  it('writes everything that waits as one line, and not before it is asked to', async () => {
    const state = await openState()
    const before = statSync(path).size
    state.add([row(1)])
    state.add([row(2)])
    expect(statSync(path).size).toBe(before)
    await Promise.all([state.flush(), state.flush()])
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2)
    await state.close()
  })

  it('drops a batch that was torn at any of its bytes, and none before it', async () => {
    const state = await openState()
    state.add([row(1)])
    await state.flush()
    const acknowledged = readFileSync(path)
    state.add([row(2), row(3)])
    await state.close()
    const whole = readFileSync(path)
    for (let length = acknowledged.length; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length))
      expect(await reread()).toEqual([row(1)])
    }
    writeFileSync(path, whole)
    expect(await reread()).toEqual([row(1), row(2), row(3)])
  })

  it('starts empty when its first line was torn', async () => {
    for (const text of ['', '{"for', '{"format":"kms-key-material-lab/endpoint","version":1}']) {
      writeFileSync(path, text)
      expect(await reread()).toEqual([])
    }
  })

  it('refuses a file that is something else, or damaged before its end, and leaves it as it is', async () => {
    const state = await openState()
    state.add([row(1)])
    await state.flush()
    state.add([row(2)])
    await state.close()
    const damaged = readFileSync(path, 'utf8').replace('"n":1', '"n":')
    for (const [text, message] of [
      ['my precious notes\n', 'not a state file'],
      [damaged, 'damaged at line 2'],
    ] as const) {
      writeFileSync(path, text)
      await expect(openState()).rejects.toThrow(message)
      expect(readFileSync(path, 'utf8')).toBe(text)
    }
  })

  it('is readable for its owner only', async () => {
    await reread()
    // Windows knows no such bits and always tells the same ones.
    expect(statSync(path).mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0)
  })

  it('serves one server at a time', async () => {
    const first = await openState()
    await expect(openState()).rejects.toThrow('Another server uses this state file')
    await first.close()
    await (await openState()).close()
  })
})

describe('the lock', () => {
  it('of a process that is gone does not stop the next one', () => {
    const lock = join(folder, 'lock')
    for (const left of ['{"pid":4194305}', `{"pid":${process.pid}}`, '{"pi', '']) {
      writeFileSync(lock, left)
      takeLock(lock)()
    }
  })

  it('of a living process stops the next one, and says which file it is', () => {
    const lock = join(folder, 'lock')
    writeFileSync(lock, `{"pid":${process.ppid}}`)
    expect(() => takeLock(lock)).toThrow(lock)
    expect(readFileSync(lock, 'utf8')).toBe(`{"pid":${process.ppid}}`)
  })
})
