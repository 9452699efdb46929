import type { Draw } from '../../item-definition.ts'
import type { Condition, Option, Stage, Step } from '../../lab-definition.ts'
import type { MisconceptionId } from '../../words/misconceptions.ts'

/** Where the material of a KMS key can come from, and the honest answer beside them. */
export type Column = 'generated' | 'imported' | 'cloudhsm' | 'external' | 'none'

export interface CaseDefinition {
  readonly id: string
  readonly right: Column
  /** A case that is never drawn beside it: its proof would find the work done already */
  readonly apart?: string
  build(given: Given): CaseParts
}

/** What differs from seed to seed. */
export interface Given {
  readonly client: string
  readonly draw: Draw
}

export interface CaseParts {
  /** An outcome: the task's title */
  readonly title: string
  readonly asks: readonly string[]
  /** Four; the right one is the sentence that no other column can meet, or that seems to ask for more than it does */
  readonly demands: readonly Option[]
  /** Why a column is right, or what it would take for it to be right */
  readonly why: Readonly<Record<Column, string>>
  readonly beliefs?: Readonly<Partial<Record<Column, MisconceptionId>>>
  /** What to do in the account */
  readonly prove: string
  readonly proof: Pick<Condition, 'says' | 'holds'>
  /** What an auditor is shown */
  readonly evidence: readonly Option[]
  readonly hints: Step['hints']
  /** The keys that its proof needs, beside those of the scene */
  start?(stage: Stage): Promise<void>
}
