import type { Claim } from '../words/claims.ts'
import type { CompetencyId } from '../words/competencies.ts'
import type { LensText } from '../words/lens.ts'
import type { ExperimentId } from './experiment-definition.ts'

/** Where material can come from: generated, imported, in a CloudHSM key store, in an external key store. */
export const columns = ['G', 'I', 'H', 'X'] as const
export type ColumnId = (typeof columns)[number]

/** One statement of the table. Without an experiment it stands on its page alone. */
export interface Cell extends Omit<Claim, 'says'> {
  /** At most 12 words */
  readonly claim: string
  /** One sentence */
  readonly why: string
  /** For the narrow form of the column */
  readonly short: string
  /** How study guides of the exam era put it, where they put it otherwise or in other words */
  readonly exam?: string
  readonly experiment?: ExperimentId
}

export interface TableRow {
  readonly id: string
  readonly title: string
  readonly competencies: readonly CompetencyId[]
  /** What reconciles the two eras, and the entries of the lens that it rests on */
  readonly note?: { readonly says: string; readonly lens: readonly LensText['id'][] }
  readonly cells: Readonly<Record<ColumnId, Cell>>
}

const CHECKED = '2026-11-23'
type Facts = Pick<Cell, 'fact' | 'source'>
type Words = Pick<Cell, 'claim' | 'why' | 'short'>

/** A cell as the rows write it: the fact and its page first, then the words. */
export const cell = (
  fact: Facts['fact'],
  source: Facts['source'],
  words: Words,
  more: Pick<Cell, 'exam' | 'experiment'> = {},
): Cell => ({ ...words, ...more, fact, source, checked: CHECKED })
