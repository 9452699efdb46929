import type { Item } from '../item-definition.ts'
import type { Metric } from '../lab-definition.ts'

/** The bank in four parts, each fetched when it is first asked for: it grows beyond one file of a page. */
const parts: Readonly<Record<Metric, () => Promise<readonly Item[]>>> = {
  'rotation-methods': async () => (await import('./rotation/index.ts')).rotationItems,
  'import-workflow': async () => (await import('./workflow/index.ts')).workflowItems,
  'availability-risks': async () => (await import('./availability/index.ts')).availabilityItems,
  'compliance-choice': async () => (await import('./compliance/index.ts')).complianceItems,
}

export const loadItemsOf = (metric: Metric): Promise<readonly Item[]> => parts[metric]()

export const loadAllItems = async (): Promise<readonly Item[]> =>
  (await Promise.all(Object.values(parts).map((load) => load()))).flat()
