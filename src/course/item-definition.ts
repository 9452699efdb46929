import type { LabView, Metric, Stage } from './lab-definition.ts'
import type { CompetencyId } from './words/competencies.ts'
import type { MisconceptionId } from './words/misconceptions.ts'
import type { SourceId } from './words/sources.ts'

/** What a slot of the text (`{alias}`) was filled with */
export type Slots = Readonly<Record<string, string>>

/** Draws for slots: the same seed draws the same values. */
export interface Draw {
  /** A whole number from `from` to `to`, both included */
  whole(from: number, to: number): number
  oneOf<T>(values: readonly T[]): T
}

/** `M-00` is a slip without a belief behind it. */
export type ItemTag = MisconceptionId | 'M-00'

export interface ItemOption {
  readonly id: string
  readonly text: string
  /** Shown for this option: why it is right, or what it would take for it to be right */
  readonly because: string
  readonly correct?: true
  /** On every option that is not right */
  readonly misconception?: ItemTag
}

interface ItemBase {
  /** `RQ01`; the first letter is its metric: R, I, A or C */
  readonly id: string
  readonly metric: Metric
  readonly competency: CompetencyId
  /** Of any metric: the item counts half for these */
  readonly also?: readonly CompetencyId[]
  readonly difficulty: 1 | 2 | 3
  /** `exam` and `today` items name the date or the API in their stem */
  readonly lens: 'both' | 'exam' | 'today'
  /** Ends with the question or the task; slots in braces */
  readonly stem: string
  /** What is shown under the answer besides the reasons of the options */
  readonly explains?: string
  /** What it rests on: rows of the ledger of facts, and the page that says so */
  readonly rests: readonly (readonly [fact: `F-${number}`, page: SourceId])[]
  /** The day the pages were read */
  readonly checked: `${number}-${number}-${number}`
  /** Draws the values of the slots, so that the key stays unique */
  slots?(draw: Draw): Slots
  /** Builds the state the stem speaks of, through the engine. Items that have it can be opened as a lab. */
  scene?(stage: Stage, slots: Slots): Promise<void>
}

/** `choose` options are right; exam mode wants exactly these. */
export interface ChoiceItem extends ItemBase {
  readonly type: 'single' | 'multi' | 'predict' | 'log' | 'arch'
  readonly options: readonly ItemOption[]
  /** How many to mark; 1 unless `multi` */
  readonly choose?: number
  /** The options keep their order (numbers, times), else they are shuffled for each learner */
  readonly ordered?: true
  /**
   * For `predict` and `log`: asks the engine, after `scene`, which options are right. The build fails when it says
   * something else than `correct`.
   *
   * @returns ids of options
   */
  computes?(stage: Stage, view: LabView, slots: Slots): Promise<readonly string[]>
  /** For `log`: shows the records that the learner looks at, oldest first; all of the scene's unless told */
  readonly shows?: (view: LabView) => LabView['events']
}

/** Areas of a picture; every drawing has the same areas as a list of check boxes. */
export interface HotspotItem extends ItemBase {
  readonly type: 'hotspot'
  /** `states`: the key-state map; `flow`: places and edges of the import; `materials`: a strip of key materials */
  readonly picture: 'states' | 'flow' | 'materials'
  readonly options: readonly ItemOption[]
  readonly choose?: number
}

export interface OrderItem extends ItemBase {
  readonly type: 'order'
  /** In the right order */
  readonly steps: readonly { readonly id: string; readonly text: string; readonly because: string }[]
  /** An order in which `first` stands before `later` shows this belief */
  readonly slips: readonly {
    readonly first: string
    readonly later: string
    readonly misconception: ItemTag
    readonly because: string
  }[]
}

export interface MatchItem extends ItemBase {
  readonly type: 'match'
  /** What stands on the left, and the id of what belongs to it on the right */
  readonly left: readonly {
    readonly id: string
    readonly text: string
    readonly right: string
    readonly because: string
  }[]
  /** May hold more than are needed; one may be used several times */
  readonly right: readonly { readonly id: string; readonly text: string }[]
  readonly slips: readonly {
    readonly left: string
    readonly right: string
    readonly misconception: ItemTag
    readonly because: string
  }[]
}

export type Item = ChoiceItem | HotspotItem | OrderItem | MatchItem
export type ItemType = Item['type']

/** What a learner gave: marked options, an order of steps, or pairs of left and right. Ids throughout. */
export type Response =
  | { readonly kind: 'marked'; readonly ids: readonly string[] }
  | { readonly kind: 'order'; readonly ids: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: Readonly<Record<string, string>> }
