import { seededEntropy } from '../../world/entropy.ts'
import type { Item } from '../item-definition.ts'
import { drawFrom } from '../items/draw-from.ts'
import { LAST_VARIANT, shuffled } from '../items/variant-of.ts'
import type { LabDefinition } from '../lab-definition.ts'
import { isCompetency, type CompetencyId } from '../words/competencies.ts'
import { boxes } from './boxes.ts'
import { recordUntil, type Course, type LabPass, type LearnerRecord } from './learner-record.ts'

/** A question to answer from memory, in one variant. */
export interface Retrieval {
  readonly item: Item
  readonly variant: number
}

/** Two of what the lab was about, and one of what was learnt before. */
const OF_THE_LAB = 2
/** In a column beside the workspace there is room for options, not for pictures, logs and pairs. */
const IN_A_COLUMN: ReadonlySet<Item['type']> = new Set(['single', 'multi', 'predict', 'arch'])

/**
 * The questions after a lab. The same pass always asks the same ones, answered or not: they are drawn from what the
 * learner had done until then.
 */
export function retrievalAfter(
  lab: LabDefinition,
  pass: LabPass & { readonly seed: number },
  record: LearnerRecord,
  course: Course,
): readonly Retrieval[] {
  const draw = drawFrom(seededEntropy(seedOf(lab.id, pass.seed)))
  const before = recordUntil(record, pass.at)
  const answers = before.answers.filter(({ at }) => at < pass.at)
  const asked = new Set(answers.map(({ itemId }) => itemId))
  const fitting = shuffled(
    course.items.filter(({ type }) => IN_A_COLUMN.has(type)),
    draw,
  )
  const taken = new Set<string>()
  const take = (competency: CompetencyId): Item | undefined => {
    const open = fitting.filter((item) => item.competency === competency && !taken.has(item.id))
    const item = open.find(({ id }) => !asked.has(id)) ?? open[0]
    if (item) taken.add(item.id)
    return item
  }

  const own = lab.competencies.filter(isCompetency)
  const ofLab = [...shuffled(own, draw), ...own]
  const older = Array.from(boxes({ ...before, answers }, course))
    .filter(([id]) => !own.includes(id))
    .sort(([, one], [, two]) => one.due - two.due)
    .map(([id]) => id)
  const items: Item[] = []
  for (const competency of ofLab) {
    const item = items.length < OF_THE_LAB ? take(competency) : undefined
    if (item) items.push(item)
  }
  for (const competency of [...older, ...ofLab]) {
    const item = items.length < OF_THE_LAB + 1 ? take(competency) : undefined
    if (item) items.push(item)
  }
  return items.map((item) => ({ item, variant: draw.whole(0, LAST_VARIANT) }))
}

function seedOf(labId: string, seed: number): Uint8Array {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, seed)
  for (let i = 0; i < labId.length; i++) bytes[4 + (i % 28)]! ^= labId.charCodeAt(i)
  return bytes
}
