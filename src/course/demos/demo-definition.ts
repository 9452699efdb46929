import type { KeyRecord } from '../../kms/key.ts'
import type { LabDefinition, Prediction } from '../lab-definition.ts'
import type { Section } from '../modules/lesson-definition.ts'
import type { Player } from '../plays/player.ts'
import type { ClaimId } from '../words/claims.ts'
import type { ObjectiveId } from '../words/objectives.ts'
import type { DemoCode } from './titles.ts'

/** One line and what came of it, as the engine answered it. */
export interface Shown {
  /** As it would be typed or sent */
  readonly line: string
  /** The line says something; nobody types or sends it */
  readonly note?: true
  readonly refused?: { readonly code: string; readonly message: string }
  /** What the answer held, one fact a line */
  readonly output?: readonly string[]
  /** No operation to run: what is known rests on this statement alone */
  readonly claim?: ClaimId
}

export interface Act {
  readonly id: string
  /** Verb and object, on its button */
  readonly label: string
  /** Has to have been done before */
  readonly needs?: string
  run(player: Player): Promise<readonly Shown[]>
  /** Said once it has run, and still when others have: of what it met, and of no act that may not have been done */
  readonly says: string
}

/** A bet is locked before the first act, and settled by what the acts brought about. */
export interface Bet extends Prediction {
  /** @returns the id of the option that came true; undefined while the acts it hangs on are open */
  settled(done: Done, player: Player): string | undefined
}

export type Done = ReadonlyMap<string, readonly Shown[]>

/** The act that is done when the cards of a puzzle have arrived. */
export const DELIVERED = 'delivered'

/** Cards to put in order; the engine carries them out one after the other until one does not work. */
export interface Puzzle {
  readonly cards: readonly { readonly id: string; readonly text: string }[]
  /** Decisions beside the order; the first option is where the choice begins */
  readonly choices: readonly {
    readonly id: string
    readonly asks: string
    readonly options: readonly { readonly id: string; readonly text: string }[]
  }[]
  deliver(
    order: readonly string[],
    chosen: Readonly<Record<string, string>>,
    player: Player,
  ): Promise<Delivery>
}

export interface Delivery {
  readonly shown: readonly Shown[]
  /** KMS took the import */
  readonly arrived: boolean
  /** The card at which it stopped, and why */
  readonly stopped?: { readonly card: string; readonly place: number; readonly says: string }
  /** What a listener on the line holds now */
  readonly eveHas: readonly string[]
}

/** A few minutes in which the learner bets first; then the engine answers, and the text explains. */
export interface Demo extends Pick<LabDefinition, 'start' | 'module' | 'minutes' | 'competencies'> {
  readonly id: string
  readonly code: DemoCode
  readonly title: string
  readonly objectives: readonly ObjectiveId[]
  readonly story: readonly string[]
  /** Keys that are drawn with their state, and what the page calls them */
  readonly keys: readonly { readonly says: string; find(player: Player): KeyRecord | undefined }[]
  readonly bets: readonly Bet[]
  readonly puzzle?: Puzzle
  readonly acts: readonly Act[]
  /** Shown when every act was done */
  readonly after: readonly Section[]
}
