import type { AnsweredItem } from '../../course/answered.ts'
import type { Item, ItemType } from '../../course/item-definition.ts'
import type { Metric } from '../../course/lab-definition.ts'
import { metrics } from '../../course/words/metrics.ts'
import { isCompetency, type CompetencyId } from '../../course/words/competencies.ts'

const TYPES: readonly ItemType[] = ['single', 'multi', 'order', 'match', 'hotspot', 'predict', 'log', 'arch']
const METRICS = Object.keys(metrics) as readonly Metric[]

/** Which questions of the bank are wanted. It stands in the address, so that a link means the same for everyone. */
export interface Filter {
  readonly metric?: Metric
  readonly competency?: CompetencyId
  readonly type?: ItemType
  readonly difficulty?: 1 | 2 | 3
  /** Only what the review schedule brings back today */
  readonly due?: true
  /** Only what was answered wrong the last time */
  readonly wrong?: true
}

/** Reads what it knows and leaves the rest of a query alone. */
export function filterIn(query: string): Filter {
  const given = new URLSearchParams(query)
  const metric = METRICS.find((each) => each === given.get('metric'))
  const competency = given.get('competency') ?? ''
  const type = TYPES.find((each) => each === given.get('type'))
  const difficulty = ([1, 2, 3] as const).find((each) => String(each) === given.get('difficulty'))
  return {
    ...(metric && { metric }),
    ...(isCompetency(competency) && { competency }),
    ...(type && { type }),
    ...(difficulty && { difficulty }),
    ...(given.get('due') === '1' && { due: true }),
    ...(given.get('wrong') === '1' && { wrong: true }),
  }
}

/** With its question mark; empty for everything. */
export function queryOf(filter: Filter, more: Readonly<Record<string, string>> = {}): string {
  const { due, wrong, ...named } = filter
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(named)) query.set(name, String(value))
  if (due) query.set('due', '1')
  if (wrong) query.set('wrong', '1')
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** The newest answer to each question. */
export const latestAnswers = (answered: readonly AnsweredItem[]): ReadonlyMap<string, AnsweredItem> =>
  new Map(answered.map((each) => [each.itemId, each]))

/** @param due competencies that the review schedule brings back today */
export function fitting(
  items: readonly Item[],
  filter: Filter,
  latest: ReadonlyMap<string, AnsweredItem>,
  due: ReadonlySet<string>,
): readonly Item[] {
  return items.filter(
    (item) =>
      (!filter.metric || item.metric === filter.metric) &&
      (!filter.competency || item.competency === filter.competency) &&
      (!filter.type || item.type === filter.type) &&
      (!filter.difficulty || item.difficulty === filter.difficulty) &&
      (!filter.due || due.has(item.competency)) &&
      (!filter.wrong || latest.get(item.id)?.right === false),
  )
}

export const TYPE_LIST = TYPES
export const METRIC_LIST = METRICS
