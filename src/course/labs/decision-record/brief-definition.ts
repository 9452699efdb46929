import type { Draw } from '../../item-definition.ts'
import type { Condition, Prediction, Question, Stage } from '../../lab-definition.ts'
import type { MisconceptionId } from '../../words/misconceptions.ts'
import type { Column } from '../architecture/case-definition.ts'

export interface Demand {
  readonly id: string
  readonly text: string
  /** Whether it decides */
  readonly decides: string
  /** Whether it is the decoy */
  readonly lures: string
}

/** A client's brief: six demands, one that decides and one that seems to ask for more than it does. */
export interface Brief {
  readonly id: string
  readonly right: Column
  readonly origin: 'AWS_KMS' | 'EXTERNAL'
  build(given: { readonly client: string; readonly draw: Draw }): BriefParts
}

export interface BriefParts {
  readonly opening: string
  readonly demands: readonly Demand[]
  readonly decider: string
  readonly decoy: string
  readonly why: Readonly<Record<Column, string>>
  readonly beliefs?: Readonly<Partial<Record<Column, MisconceptionId>>>
  /** Two columns that the record rejects, each with the reason to pick */
  readonly rejections: readonly [Question, Question]
  /** What has to be built, as sentences */
  readonly task: readonly string[]
  readonly built: readonly Condition[]
  readonly rotationHint: string
  start(stage: Stage): Promise<void>
}

/** One question about the six demands, with each demand as an option. */
export const aboutDemands = (
  id: 'decider' | 'decoy',
  asks: string,
  { demands, ...parts }: Pick<BriefParts, 'demands' | 'decider' | 'decoy'>,
): Prediction => ({
  id,
  asks,
  options: demands.map((demand) => ({
    id: demand.id,
    text: demand.text,
    because: id === 'decider' ? demand.decides : demand.lures,
    ...(demand.id === parts[id] ? { correct: true } : {}),
  })),
})
