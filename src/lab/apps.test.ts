import { describe, expect, it } from 'vitest'
import { intake, reader } from '../course/apps/app.ts'
import { appsView } from '../course/apps/app-view.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import { bucket } from '../course/stage-store.ts'
import { storedObjects } from '../course/store-view.ts'
import { days, hours, minutes } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import type { Lab } from './lab.ts'
import { MOVES, NAMES } from './rows.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { hashOf, ok } from './testing/work.ts'
import { WORLD_START } from './world-rows.ts'

const busyLab: LabDefinition = {
  ...smallLab,
  id: 'busy',
  secondsPerCall: 60,
  wrongMoves: [
    {
      id: 'disabled',
      when: ({ events }) =>
        events.findLast(({ userAgent }) => !userAgent.startsWith('fernhill-'))?.eventName === 'DisableKey',
      says: 'The apps need this key.',
    },
  ],
  async start(stage) {
    await smallLab.start(stage)
    await bucket(stage, 'records')
    const { Keys } = await stage.call('ListKeys', {}, 'KeyAdmin')
    const [{ KeyId }] = Keys as [{ readonly KeyId: string }]
    await stage.call('CreateAlias', { AliasName: 'alias/intake', TargetKeyId: KeyId }, 'KeyAdmin')
    stage.install(intake({ bucket: 'records', key: 'alias/intake' }))
    stage.install(reader({ bucket: 'records', every: minutes(1), keepsKeysFor: minutes(5) }))
  },
}

const begin = async (ports = testPorts({ labs: [busyLab] })) => {
  const lab = await createLab(ports)
  await lab.startLab(busyLab, 3)
  return lab
}
const objects = (lab: Lab) => storedObjects(lab.tables, 'records').map(({ key }) => key)
const apps = (lab: Lab) => appsView(lab.tables, lab.store.getState().now)

describe('apps in a session', () => {
  it('act when a call takes time and when the clock is moved, and undo takes their acts back', async () => {
    const lab = await begin()
    await lab.moveClock(WORLD_START + minutes(59))
    const before = hashOf(lab)
    expect(objects(lab)).toEqual([])
    await ok(lab, 'ListKeys')
    expect(objects(lab)).toEqual(['records/r-0001'])
    const after = hashOf(lab)
    await lab.undo()
    expect(hashOf(lab)).toBe(before)
    await lab.redo()
    expect(hashOf(lab)).toBe(after)
    await lab.moveClock(WORLD_START + hours(2))
    expect(objects(lab)).toEqual(['records/r-0001', 'records/r-0002'])
  })

  it('make the same world of the same actions, and go on from a save as from the original', async () => {
    const play = async (lab: Lab) => {
      await lab.moveClock(WORLD_START + hours(5))
      await ok(lab, 'ListKeys')
      await lab.moveClock(WORLD_START + days(400))
    }
    const [one, two] = [await begin(), await begin()]
    await play(one)
    await play(two)
    expect(hashOf(two)).toBe(hashOf(one))

    const three = await createLab(testPorts({ labs: [busyLab], seed: 9 }))
    await three.load(await one.save())
    expect(hashOf(three)).toBe(hashOf(one))
    for (const lab of [one, three]) await lab.moveClock(WORLD_START + days(401))
    expect(hashOf(three)).toBe(hashOf(one))
    expect(apps(three)).toEqual(apps(one))
  })

  it('survive a reload', async () => {
    const ports = testPorts({ labs: [busyLab] })
    const lab = await begin(ports)
    await lab.moveClock(WORLD_START + hours(3))
    const hash = hashOf(lab)
    await lab.close()
    const again = await createLab(ports)
    expect(hashOf(again)).toBe(hash)
    await again.moveClock(WORLD_START + hours(4))
    expect(objects(again)).toHaveLength(4)
  })

  it('are gone with the lab that installed them', async () => {
    const lab = await createLab(testPorts({ labs: [busyLab, smallLab] }))
    await lab.startLab(busyLab, 3)
    await lab.moveClock(WORLD_START + hours(3))
    await lab.startLab(smallLab, 1)
    expect(apps(lab)).toEqual([])
    const records = lab.trail().length
    await lab.moveClock(WORLD_START + days(1))
    expect(lab.trail()).toHaveLength(records)
  })

  it('leave a wrong move beside the record of the person who made it, and make none of their own', async () => {
    const lab = await begin()
    await lab.moveClock(WORLD_START + minutes(59))
    const KeyId = lab.tables.get<string>(NAMES, 'K1') as string
    const entry = await lab.call({ operation: 'DisableKey', input: { KeyId } })
    expect(lab.trail().length).toBeGreaterThan(entry.eventNumber as number)
    expect(lab.store.getState().coach).toMatchObject({ moveId: 'disabled', eventNumber: entry.eventNumber })
    await lab.moveClock(WORLD_START + hours(3))
    expect(lab.tables.get(MOVES, 'busy/disabled')).toMatchObject({ times: 1 })
  })
})
