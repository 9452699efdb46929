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
export const IN_A_COLUMN: ReadonlySet<Item['type']> = new Set(['single', 'multi', 'predict', 'arch'])

/**
 * The questions after a lab: of those that it names, and that labs passed before it name. A skill is wider than one lab,
 * so its other questions would ask what nobody has shown yet. The same pass always asks the same ones, answered or not:
 * they are drawn from what the learner had done until then.
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
  const own = new Set(lab.recalls)
  const earlier = new Set(
    before.passes
      .filter(({ labId, at }) => labId !== lab.id && at < pass.at)
      .flatMap(({ labId }) => course.labs.find(({ id }) => id === labId)?.recalls ?? [])
      .filter((id) => !own.has(id)),
  )
  const inColumn = shuffled(
    course.items.filter(({ type }) => IN_A_COLUMN.has(type)),
    draw,
  )
  const items: Item[] = []
  const take = (from: ReadonlySet<string>, competency: CompetencyId) => {
    const open = inColumn.filter(
      (item) => from.has(item.id) && item.competency === competency && !items.includes(item),
    )
    const item = open.find(({ id }) => !asked.has(id)) ?? open[0]
    if (item) items.push(item)
  }

  const skills = lab.competencies.filter(isCompetency)
  const ofLab = [...shuffled(skills, draw), ...skills]
  for (const competency of ofLab) if (items.length < OF_THE_LAB) take(own, competency)
  const others = inColumn.filter(({ id }) => own.has(id)).map(({ competency }) => competency)
  for (const competency of others) if (items.length < OF_THE_LAB) take(own, competency)
  const longestDue = Array.from(boxes({ ...before, answers }, course))
    .sort(([, one], [, two]) => one.due - two.due)
    .map(([id]) => id)
  const older = [
    ...longestDue.filter((id) => !skills.includes(id)),
    ...longestDue.filter((id) => skills.includes(id)),
  ]
  for (const competency of older) if (items.length === OF_THE_LAB) take(earlier, competency)
  for (const competency of [...ofLab, ...others]) if (items.length <= OF_THE_LAB) take(own, competency)
  return items.map((item) => ({ item, variant: draw.whole(0, LAST_VARIANT) }))
}

function seedOf(labId: string, seed: number): Uint8Array {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, seed)
  for (let i = 0; i < labId.length; i++) bytes[4 + (i % 28)]! ^= labId.charCodeAt(i)
  return bytes
}
