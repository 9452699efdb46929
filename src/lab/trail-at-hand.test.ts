import { expect, it } from 'vitest'
import { decodeUtf8 } from '../bytes/utf8.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import { hours } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import type { TerminalEntry } from './terminal.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { smallShell } from './testing/small-shell.ts'
import { ok } from './testing/work.ts'
import { trailAtHand } from './trail-at-hand.ts'
import { WORLD_START } from './world-rows.ts'

const gap = { from: WORLD_START - hours(1), until: WORLD_START + hours(1) }
const withGap: LabDefinition = {
  ...smallLab,
  async start(stage) {
    await smallLab.start(stage)
    await stage.moveClock(gap.until)
    stage.hideTrail(gap)
  },
}

it('leaves records of a gap out of the page and of the terminal, keeps their numbers and says so', async () => {
  const lab = await createLab({ ...testPorts({ labs: [withGap] }), shell: smallShell() })
  await lab.startLab(withGap, 1)
  const before = lab.trail().length
  await ok(lab, 'ListKeys')
  const { records, away } = trailAtHand(lab.tables)
  expect(records.map(({ number, eventName }) => [number, eventName])).toEqual([[before + 1, 'ListKeys']])
  expect(away).toEqual({ ...gap, count: before })
  expect(lab.trail()).toHaveLength(before + 1)

  const text = async (line: string) => decodeUtf8(((await lab.terminal.run(line)) as TerminalEntry).stdout)
  const log = (await text('ask log')).split('\n')
  expect(log).toHaveLength(2)
  expect(log[0]).toContain('ListKeys')
  expect(log[1]).toContain('records from 2026-01-12 08:00 to 2026-01-12 10:00 UTC')
  expect(await text('ask log 1')).toContain('record 1 is not at hand')
  expect(await text(`ask log ${before + 1}`)).toContain('"eventName": "ListKeys"')
})

it('is the whole trail where nothing is kept back', async () => {
  const lab = await createLab(testPorts({ labs: [smallLab] }))
  await lab.startLab(smallLab, 1)
  const { records, away } = trailAtHand(lab.tables)
  expect(records).toHaveLength(lab.trail().length)
  expect(away).toBeUndefined()
})
