import type { Metric } from '../../lab-definition.ts'
import { competencies, isCompetency, type CompetencyId } from '../../words/competencies.ts'
import { metrics } from '../../words/metrics.ts'
import { misconceptions, type MisconceptionId } from '../../words/misconceptions.ts'
import { duplicates, type ItemRule } from './item-rule.ts'
import { tagsOf } from './parts-of.ts'

const LETTER: Readonly<Record<Metric, string>> = {
  'rotation-methods': 'R',
  'import-workflow': 'I',
  'availability-risks': 'A',
  'compliance-choice': 'C',
}
const PER_METRIC = 30
const PER_COMPETENCY = 2
const PER_BELIEF = 2

export const rightPlace: ItemRule = {
  id: 'place',
  says: 'Each item is there once, under the letter of its metric, for competencies that are known.',
  judge: (items) => ({
    looked: items.length,
    at: 'items',
    faults: [
      ...duplicates(items.map(({ id }) => id)).map((id) => `${id} is there twice`),
      ...items.flatMap(({ id, metric, competency, also = [] }) => [
        ...(new RegExp(`^${LETTER[metric]}Q\\d\\d$`).test(id) ? [] : [`${id} is no name for ${metric}`]),
        ...(isCompetency(competency) && competencies[competency].metric === metric
          ? []
          : [`${id} asks for ${competency}, which is not of ${metric}`]),
        ...also.filter((one) => !isCompetency(one)).map((one) => `${id} shows the unknown ${one}`),
        ...duplicates([competency, ...also]).map((one) => `${id} names ${one} twice`),
      ]),
    ],
  }),
}

/** A rule that each of some names has so many items. */
const enoughFor = (
  id: string,
  says: string,
  at: string,
  least: number,
  names: readonly string[],
  has: (item: Parameters<ItemRule['judge']>[0][number], name: string) => boolean,
): ItemRule => ({
  id,
  says,
  judge: (items) => ({
    looked: names.length,
    at,
    faults: names.flatMap((name) => {
      const count = items.filter((item) => has(item, name)).length
      return count >= least ? [] : [`${name} has ${count} of ${least}`]
    }),
  }),
})

export const enoughPerMetric = enoughFor(
  'per-metric',
  'Each metric has thirty items or more.',
  'metrics',
  PER_METRIC,
  Object.keys(metrics),
  ({ metric }, name) => metric === name,
)

export const enoughPerCompetency = enoughFor(
  'per-competency',
  'Each competency has two items of its own or more.',
  'competencies',
  PER_COMPETENCY,
  Object.keys(competencies) as CompetencyId[],
  ({ competency }, name) => competency === name,
)

export const enoughPerBelief = enoughFor(
  'per-belief',
  'Each belief can be shown in two items or more, besides what labs show of it.',
  'beliefs',
  PER_BELIEF,
  Object.keys(misconceptions) as MisconceptionId[],
  (item, name) => tagsOf(item).some((tag) => tag === name),
)
