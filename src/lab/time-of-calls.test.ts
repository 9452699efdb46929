import { expect, it } from 'vitest'
import type { LabDefinition } from '../course/lab-definition.ts'
import { minutes } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { smallShell } from './testing/small-shell.ts'
import { ok } from './testing/work.ts'

const labs: readonly LabDefinition[] = [
  { ...smallLab, id: 'night', secondsPerCall: 60, secondsPerForm: 120 },
  { ...smallLab, id: 'drill', secondsPerCall: 60 },
]

it.each([
  ['night', 2],
  ['drill', 1],
])(
  'takes what the lab says for a call, typed or from the forms: %s, %i min from a form',
  async (id, fromForm) => {
    const lab = await createLab({ ...testPorts({ labs }), shell: smallShell() })
    await lab.startLab(labs.find((each) => each.id === id) as LabDefinition, 1)
    const took = async (act: () => Promise<unknown>) => {
      const before = lab.store.getState().now
      await act()
      return lab.store.getState().now - before
    }
    expect(await took(() => ok(lab, 'ListKeys'))).toBe(minutes(fromForm))
    expect(await took(() => lab.terminal.run('call ListKeys {}'))).toBe(minutes(1))
  },
)
