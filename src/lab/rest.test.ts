import { expect, it } from 'vitest'
import { door } from '../course/door.ts'
import { createLab } from './create-lab.ts'
import { testPorts } from './testing/ports.ts'

it('a page can draw and answer before each call of a setup, which comes out as it does without', async () => {
  const recorded: number[] = []
  const rest = async () => {
    recorded.push(lab?.trail().length ?? 0)
    await new Promise((resolve) => setTimeout(resolve))
  }
  let lab: Awaited<ReturnType<typeof createLab>> | undefined
  lab = await createLab({ ...testPorts({ labs: [door] }), rest })
  await lab.startLab(door, 1)
  const without = await createLab(testPorts({ labs: [door] }))
  await without.startLab(door, 1)

  // Once as the workspace opens, and then with no record, with one, with two ...
  expect(recorded).toEqual([0, ...lab.trail().map((_, i) => i)])
  expect(lab.trail().length).toBeGreaterThan(3)
  expect(lab.tables.dump()).toEqual(without.tables.dump())
})
