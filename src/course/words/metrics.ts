import type { Metric } from '../lab-definition.ts'

export interface MetricWords {
  readonly number: 1 | 2 | 3 | 4
  readonly title: string
  /** What a learner who has it can do */
  readonly means: string
}

/** The four success metrics of the curriculum. */
export const metrics: Readonly<Record<Metric, MetricWords>> = {
  'rotation-methods': {
    number: 1,
    title: 'Rotation methods',
    means:
      'You can say how generated and how imported material is rotated, and what a rotation leaves as it was.',
  },
  'import-workflow': {
    number: 2,
    title: 'Import workflow',
    means: 'You can bring your own material into a KMS key step by step, and repair an import that fails.',
  },
  'availability-risks': {
    number: 3,
    title: 'Availability risks',
    means:
      'You can name what makes imported material unavailable, undo it where it can be undone, and say when it cannot.',
  },
  'compliance-choice': {
    number: 4,
    title: 'Compliance choice',
    means:
      'You can choose where key material comes from for a given demand, and defend the choice with evidence.',
  },
}
