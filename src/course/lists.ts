import type { Item } from './item-definition.ts'
import { items } from './items/index.ts'
import type { LabDefinition } from './lab-definition.ts'
import { labs } from './labs/index.ts'
import { competencies, type CompetencyId } from './words/competencies.ts'
import { metrics } from './words/metrics.ts'
import { moduleTitles } from './words/modules.ts'
import { objectives } from './words/objectives.ts'

/** What there is, as plain data for whoever plans a course or checks one. */

export const labList = () => labs.map(labRow)

const labRow = (lab: LabDefinition) => ({
  id: lab.id,
  code: lab.code,
  title: lab.title,
  module: lab.module,
  metric: lab.metric,
  competencies: lab.competencies,
  objectives: lab.objectives,
  minutes: lab.minutes,
  mode: lab.mode,
  steps: lab.steps.length,
  conditions: lab.steps.flatMap(({ conditions }) => conditions).length,
  wrongMoves: lab.wrongMoves.length,
})

export const itemList = () =>
  items.map((item) => ({
    id: item.id,
    type: item.type,
    metric: item.metric,
    competency: item.competency,
    difficulty: item.difficulty,
    lens: item.lens,
    optionsWithReasons: reasons(item).filter(({ because }) => because !== '').length,
  }))

/** What the learner chooses from, orders or pairs; each has a reason of its own. */
function reasons(item: Item): readonly { readonly because: string }[] {
  if (item.type === 'order') return item.steps
  if (item.type === 'match') return item.left
  return item.options
}

export const courseList = () => ({
  metrics: Object.entries(metrics).map(([id, { number, title }]) => ({ id, number, title })),
  modules: ([1, 2, 3, 4] as const).map((module) => ({
    module,
    title: moduleTitles[module],
    labs: labs
      .filter((lab) => lab.module === module)
      .map(({ id, code, title, minutes }) => ({ id, code, title, minutes })),
  })),
  objectives: Object.entries(objectives).map(([id, says]) => ({
    id,
    says,
    labs: labs.filter((lab) => lab.objectives.includes(id)).map(({ code }) => code),
  })),
  competencies: (Object.keys(competencies) as CompetencyId[]).map((id) => ({
    id,
    can: competencies[id].can,
    metric: competencies[id].metric,
    critical: 'critical' in competencies[id],
    labs: labs.filter((lab) => lab.competencies.includes(id)).map(({ code }) => code),
    items: items.filter((item) => item.competency === id).map((item) => item.id),
  })),
})
