import { describe, expect, it } from 'vitest'
import type { LabDefinition } from '../course/lab-definition.ts'
import { createLab } from './create-lab.ts'
import { learnerRecord } from './learner-record.ts'
import { MOVES } from './rows.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'

const NOON = Date.UTC(2026, 10, 28, 12)
const [one, ...others] = smallLab.steps
const asking: LabDefinition = {
  ...smallLab,
  steps: [
    {
      ...(one as LabDefinition['steps'][number]),
      predictions: [
        {
          id: 'guess',
          asks: 'Will it open?',
          options: [
            { id: 'yes', text: 'Yes', because: '', correct: true },
            { id: 'no', text: 'No', because: '', misconception: 'M-10' },
          ],
        },
      ],
    },
    ...others,
  ],
}
const open = () => createLab(testPorts({ labs: [asking], wall: { now: () => NOON } }))

describe('the record of a learner', () => {
  it('has a wrong prediction as a sign of a belief, with certainty, also after a new start of the lab', async () => {
    const lab = await open()
    await lab.startLab(asking, 1)
    await lab.answer('guess', 'no', 'high')
    const slip = {
      labId: 'small',
      moveId: 'answer:guess:no',
      misconception: 'M-10',
      certainty: 'high',
      times: 1,
      at: NOON,
    }
    expect(learnerRecord(lab.tables, { items: [], labs: [asking] })).toMatchObject({
      slips: [slip],
      predictions: [{ labId: 'small', right: false, certainty: 'high' }],
    })
    await lab.startLab(asking, 2)
    await lab.answer('guess', 'yes', 'low')
    expect(learnerRecord(lab.tables, { items: [], labs: [asking] })).toMatchObject({
      slips: [slip],
      predictions: [{ labId: 'small', right: true, certainty: 'low' }],
    })
  })

  it('puts slips of an older save before everything else', async () => {
    const { tables } = await open()
    tables.apply([[MOVES, 'a/b', { labId: 'a', moveId: 'b', misconception: 'M-01', times: 1, at: 5 }]])
    expect(learnerRecord(tables, { items: [], labs: [] }).slips).toMatchObject([{ moveId: 'b', at: 0 }])
  })
})
