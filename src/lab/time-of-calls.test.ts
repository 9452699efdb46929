import { expect, it } from 'vitest'
import type { LabDefinition } from '../course/lab-definition.ts'
import { days, minutes, seconds } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import { NAMES } from './rows.ts'
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

it('puts a wrong move beside its call from a form, also when a key rotates in the time that the form took', async () => {
  const night: LabDefinition = {
    ...smallLab,
    id: 'rotating-night',
    secondsPerCall: 60,
    secondsPerForm: 120,
    wrongMoves: [
      {
        id: 'used',
        says: 'It was used.',
        when: ({ events }) => events.some(({ eventName }) => eventName === 'Encrypt'),
      },
    ],
  }
  const lab = await createLab(testPorts({ labs: [night] }))
  await lab.startLab(night, 1)
  const KeyId = lab.tables.get<string>(NAMES, 'K1') as string
  await ok(lab, 'EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 })
  const due = lab.upcoming(lab.store.getState().now + days(91))[0]?.due.at as number
  await lab.moveClock(due - seconds(90))
  const { eventNumber } = await lab.call({ operation: 'Encrypt', input: { KeyId, Plaintext: 'aGVsbG8=' } })
  expect(lab.trail().at(-1)?.eventName).toBe('RotateKey')
  expect(lab.store.getState().coach).toMatchObject({ moveId: 'used', eventNumber })
})
