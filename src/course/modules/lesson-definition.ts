import type { DemoCode } from '../demos/titles.ts'
import type { ClaimId } from '../words/claims.ts'
import type { LensId } from '../words/lens.ts'
import type { ObjectiveId } from '../words/objectives.ts'

/** What a lesson points to as proof: something the learner runs or looks at. */
export type Proof =
  | { readonly lab: string }
  | { readonly demo: DemoCode }
  /** A beat of the import flow */
  | { readonly flow: number }
  /** A row of the comparison table, by its id */
  | { readonly row: string }
  | { readonly error: string }

export type Block =
  /** A paragraph in our words, `code` between backticks */
  | string
  /** `ordered`: one after the other, with numbers */
  | { readonly list: readonly string[]; readonly ordered?: true }
  /** A statement about AWS, shown with its page and day */
  | { readonly claim: ClaimId }
  /** A statement that study material words otherwise */
  | { readonly lens: LensId }
  /** Where to see it, and what to look at there */
  | { readonly see: Proof; readonly why: string }

export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Lesson {
  /** As it stands in the address */
  readonly id: string
  readonly title: string
  /** What the learner can do after it, in one sentence */
  readonly outcome: string
  readonly objectives: readonly ObjectiveId[]
  readonly minutes: number
  readonly sections: readonly Section[]
}

export interface ModuleDefinition {
  readonly module: 1 | 2 | 3 | 4
  readonly story: readonly string[]
  readonly objectives: readonly ObjectiveId[]
  readonly lessons: readonly Lesson[]
}

export const claim = (id: ClaimId): Block => ({ claim: id })
export const lens = (id: LensId): Block => ({ lens: id })
export const see = (proof: Proof, why: string): Block => ({ see: proof, why })
