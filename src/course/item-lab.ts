import type { Variant } from './items/variant-of.ts'
import type { LabDefinition } from './lab-definition.ts'
import { metrics } from './words/metrics.ts'

const PREFIX = 'item/'

/** The world of a question as a lab without tasks: the learner does what each option says, and sees what comes of it. */
export function itemLab({ item, slots, asked }: Variant): LabDefinition {
  const { scene } = item
  if (!scene) throw new RangeError(`${item.id} has no scene`)
  return {
    id: PREFIX + item.id,
    code: item.id,
    title: `Question ${item.id}`,
    module: metrics[item.metric].number,
    metric: item.metric,
    objectives: [],
    competencies: [item.competency],
    minutes: 5,
    mode: 'unguided',
    story: [asked.stem],
    steps: [],
    wrongMoves: [],
    reflection: '',
    start: (stage) => scene(stage, slots),
  }
}

/** The question whose world this is; undefined for a lab of the course. */
export const itemOfLab = (labId: string): string | undefined =>
  labId.startsWith(PREFIX) ? labId.slice(PREFIX.length) : undefined
