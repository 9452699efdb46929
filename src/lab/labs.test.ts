import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { timelineOfRotation } from '../course/labs/timeline-of-rotation.ts'
import { seededEntropy } from '../world/entropy.ts'
import { standing } from './checks.ts'
import { createLab } from './create-lab.ts'
import type { Lab } from './lab.ts'
import { ANSWERS, MOVES, NAMES, PROGRESS, TRANSFERS, type ProgressRow } from './rows.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { hashOf, ok } from './testing/work.ts'
import { says } from './words.ts'
import { WORLD_START } from './world-rows.ts'

const other = { ...smallLab, id: 'other' }
const open = (seed = 1) => createLab(testPorts({ labs: [smallLab, other], seed }))
const progress = (lab: Lab, id = 'small') => lab.tables.get<ProgressRow>(PROGRESS, id)
const keyId = (lab: Lab) => (lab.tables.get<string>(NAMES, 'K1') as string).split('/')[1] as string
const encrypt = (lab: Lab) =>
  ok(lab, 'Encrypt', { KeyId: keyId(lab), Plaintext: encodeBase64(encodeUtf8('note')) })

describe('a lab in a session', () => {
  it('starts the same world for the same seed, in any workspace, and another one for another seed', async () => {
    const [one, two, three] = [await open(1), await open(2), await open(3)]
    await one.startLab(smallLab, 7)
    await two.putFile('mess', Uint8Array.of(1))
    await two.startLab(smallLab, 7)
    await three.startLab(smallLab, 8)
    expect(hashOf(two)).toBe(hashOf(one))
    expect(hashOf(three)).not.toBe(hashOf(one))
    expect(one.store.getState()).toMatchObject({ current: { labId: 'small', seed: 7 }, now: WORLD_START })
    expect(Array.from(two.tables.rows('files'), ([name]) => name)).toEqual(['secret.bin'])
  })

  it('is one entry of the journal, and can be taken back', async () => {
    const lab = await open()
    const before = hashOf(lab)
    await lab.startLab(smallLab, 1)
    expect(await lab.journal()).toHaveLength(2)
    await lab.undo()
    expect(hashOf(lab)).toBe(before)
    expect(lab.store.getState().current).toBeUndefined()
  })

  it('judges only what came after its start, and latches what is met with the record that shows it', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    expect(progress(lab)).toMatchObject({ met: {}, passed: false, firstEvent: 2 })
    expect(standing(smallLab, lab.tables, WORLD_START)[0]).toEqual({
      id: 'encrypted',
      says: 'K1 was used',
      met: false,
      now: 'Nobody has used K1 yet.',
    })
    await encrypt(lab)
    expect(progress(lab)?.met).toEqual({ encrypted: 3 })
    await lab.answer('guess', 'yes', 'high')
    expect(progress(lab)?.met).toEqual({ encrypted: 3, broken: 0 })
    await ok(lab, 'DisableKey', { KeyId: keyId(lab) })
    expect(progress(lab)).toMatchObject({ passed: true, passes: 1 })
    await ok(lab, 'EnableKey', { KeyId: keyId(lab) })
    expect(progress(lab)?.met).toEqual({ encrypted: 3, broken: 0, enabled: 0 })
    expect(standing(smallLab, lab.tables, WORLD_START).every(({ met }) => met)).toBe(true)
  })

  it('counts the time of a drill by its own measure', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    await encrypt(lab)
    expect(lab.store.getState().now).toBe(WORLD_START + 60_000)
  })

  it('says what a wrong move tells, beside its record, and survives a check that throws', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    await ok(lab, 'DisableKey', { KeyId: keyId(lab) })
    expect(lab.store.getState().coach).toEqual({
      eventNumber: 3,
      moveId: 'disabled-instead',
      misconception: 'M-09',
      says: 'Disabling keeps the material.',
    })
    expect(lab.tables.get(MOVES, 'small/disabled-instead')).toMatchObject({ times: 1, misconception: 'M-09' })
    await lab.putFile('x', Uint8Array.of(1))
    expect(lab.tables.get(MOVES, 'small/disabled-instead')).toMatchObject({ times: 1 })
    await lab.undo()
    await lab.undo()
    expect(lab.store.getState().coach).toBeUndefined()
  })

  it('puts it beside the call that it was, also when something else happens while the call takes its time', async () => {
    const lab = await createLab(testPorts({ labs: [timelineOfRotation] }))
    await lab.startLab(timelineOfRotation, 1)
    const KeyId = lab.tables.get<string>(NAMES, 'K1') as string
    await ok(lab, 'RotateKeyOnDemand', { KeyId })
    await ok(lab, 'DisableKey', { KeyId })
    const { eventNumber } = await lab.call({ operation: 'RotateKeyOnDemand', input: { KeyId } })
    expect(lab.trail().at(-1)?.eventName).toBe('RotateKey')
    expect(lab.store.getState().coach).toMatchObject({ moveId: 'rotated-while-disabled', eventNumber })
  })

  it('locks the first answer to a prediction, and undo takes back neither it nor a hint', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    await encrypt(lab)
    await lab.answer('guess', 'yes', 'low')
    await lab.answer('guess', 'no')
    await lab.takeHint('one', 2)
    await lab.takeHint('one', 1)
    await lab.undo()
    expect(progress(lab)).toMatchObject({ met: { broken: 0 }, hints: { one: 2 } })
    expect(lab.tables.get(ANSWERS, 'small/guess')).toMatchObject({ value: 'yes', certainty: 'low' })
    await lab.redo()
    expect(progress(lab)).toMatchObject({ met: { broken: 0, encrypted: 3 }, hints: { one: 2 } })
  })

  it('stays passed when the action that passed it is taken back', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    await encrypt(lab)
    await lab.answer('guess', 'yes')
    await ok(lab, 'DisableKey', { KeyId: keyId(lab) })
    await lab.undo()
    expect(progress(lab)?.passed).toBe(true)
  })

  it('keeps the progress of other labs, and begins its own anew', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    await lab.answer('guess', 'yes')
    await encrypt(lab)
    await ok(lab, 'DisableKey', { KeyId: keyId(lab) })
    await lab.startLab(other, 5)
    expect(progress(lab)).toMatchObject({ passed: true })
    expect(lab.tables.get(ANSWERS, 'small/guess')).toBeDefined()
    await lab.startLab(smallLab, 2)
    expect(progress(lab)).toMatchObject({ passed: false, passes: 1, met: {}, seed: 2 })
    expect(lab.tables.get(ANSWERS, 'small/guess')).toBeUndefined()
    await lab.reset()
    expect(progress(lab, 'other')).toBeDefined()
    expect(lab.store.getState().current).toBeUndefined()
  })

  it('whose start fails leaves everything as it was', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    const before = hashOf(lab)
    const broken = {
      ...smallLab,
      id: 'broken',
      start: async () => Promise.reject(new Error('a bug of the lab')),
    }
    await expect(lab.startLab(broken, 1)).rejects.toThrow('a bug of the lab')
    expect(hashOf(lab)).toBe(before)
    await encrypt(lab)
  })
})

describe('the drop zone', () => {
  const wrapped = seededEntropy(new Uint8Array(32).fill(3)).bytes(256)

  it('keeps what the lab accepts, and of the rest only name and size', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    expect(await lab.receive('wrapped.bin', wrapped)).toEqual({
      verdict: 'accepted',
      name: 'wrapped.bin',
      size: 256,
    })
    expect(await lab.receive('material.bin', wrapped.slice(0, 32))).toMatchObject({
      verdict: 'refused',
      size: 32,
      title: 'That is the secret itself',
      stop: true,
    })
    expect(await lab.receive('huge.bin', new Uint8Array(6_145))).toMatchObject({
      verdict: 'refused',
      says: says.uploadTooLarge,
    })
    expect(
      Array.from(lab.tables.rows<{ name: string; verdict: string }>(TRANSFERS), ([, { name, verdict }]) => [
        name,
        verdict,
      ]),
    ).toEqual([
      ['wrapped.bin', 'accepted'],
      ['material.bin', 'refused'],
      ['huge.bin', 'refused'],
    ])
    expect(Array.from(lab.tables.rows('files'), ([name]) => name)).toEqual(['secret.bin', 'wrapped.bin'])
    expect(lab.tables.get(MOVES, 'small/plaintext')).toMatchObject({ misconception: 'M-14', times: 1 })
  })

  it.each(['../../etc/passwd', 'a/b', 'a\\b', '', 'x'.repeat(101), 'line\nbreak', '..'])(
    'refuses the name %j',
    async (name) => {
      const lab = await open()
      await expect(lab.receive(name, wrapped)).rejects.toThrow(says.badFileName)
      await expect(lab.putFile(name, wrapped)).rejects.toThrow(says.badFileName)
      expect(await lab.journal()).toHaveLength(1)
    },
  )

  it('F25 refuses a file of 50 MB by its size', async () => {
    const lab = await open()
    const file = new Uint8Array(50 * 1024 * 1024)
    await expect(lab.putFile('big', file)).rejects.toThrow(says.fileTooLarge)
    expect(await lab.receive('big', file)).toMatchObject({ verdict: 'refused' })
    await expect(lab.load(new Uint8Array(50 * 1024 * 1024 + 1))).rejects.toThrow(says.loadTooLarge)
  })
})
