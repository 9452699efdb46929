import { labs } from '../../src/course/labs/index.ts'
import { labOfSeed } from '../../src/course/lab-of-seed.ts'
import { latched, recognised, standing } from '../../src/lab/checks.ts'
import { PROGRESS, type ProgressRow } from '../../src/lab/rows.ts'
import { labView } from '../../src/lab/view.ts'
import { median } from './measure.mjs'
import { openLab } from './saved-lab.ts'

const ROUNDS = 30

/** What happens after each event of a lab: its open conditions and wrong moves, and the list of ticks. The slowest lab. */
export async function taskCheck(): Promise<{ code: string; ms: number }> {
  const lab = await openLab('task-check')
  const times: { code: string; ms: number }[] = []
  for (const definition of labs) {
    await lab.startLab(definition, 1)
    const variant = labOfSeed(definition, 1)
    const { tables } = lab
    const progress = tables.get<ProgressRow>(PROGRESS, definition.id)
    if (!progress) throw new Error(`${definition.code} did not start`)
    const { now } = lab.store.getState()
    const spent: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      const view = labView(variant, progress, tables, now)
      latched(variant, progress, view)
      recognised(variant, view, tables)
      standing(variant, tables, now)
      spent.push(performance.now() - start)
    }
    times.push({ code: definition.code, ms: median(spent) })
  }
  await lab.close()
  return times.reduce((slowest, each) => (each.ms > slowest.ms ? each : slowest))
}
