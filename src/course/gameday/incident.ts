import type { TrailGap } from '../../cloud/trail-gap.ts'
import type { Instant } from '../../world/clock.ts'
import type { LabView, NumberedEvent, Stage } from '../lab-definition.ts'
import type { Player } from '../plays/player.ts'
import type { CompetencyId } from '../words/competencies.ts'
import type { MisconceptionId } from '../words/misconceptions.ts'

export type Level = 1 | 2 | 3

/** One of Fernhill's services: a bucket, the key over its records, and the apps that need both. */
export interface Service {
  readonly id: 'trials' | 'archive'
  /** The name by which the texts and the view know its key */
  readonly key: string
  readonly alias: string
  readonly bucket: string
  readonly writer: string
  readonly reader: string
}

/** What a seed says of an incident, before any engine has run. Plain data. */
export interface Plan {
  readonly seed: number
  readonly level: Level
  readonly sponsor: string
  readonly study: string
  /** The first is what the questions are about */
  readonly faults: readonly { readonly fault: FaultId; readonly service: Service['id'] }[]
  readonly herrings: readonly HerringId[]
  /** Records of each service before the night */
  readonly records: number
  readonly brokenAt: Instant
  /** When the learner comes */
  readonly beginAt: Instant
  /** A part of the quiet days whose records are not at hand */
  readonly gap?: TrailGap
}

export type FaultId = `G-${string}`
export type HerringId = `H-${string}`

/** What a fault has to work with while the world is set up. */
export interface Scene {
  readonly stage: Stage
  readonly plan: Plan
  readonly service: Service
}

/** Who brought it about; `kms` acts by itself, on a date. */
export type Doer = 'kms' | 'admin' | 'custodian' | 'app' | 'nobody'

/** One thing that goes wrong, from how it is planted to how it is found and cured. */
export interface Fault {
  readonly id: FaultId
  /** Faults of one family have the same first cause; they are never offered beside each other as answers */
  readonly family: string
  /** Levels at which it may be the root */
  readonly levels: readonly Level[]
  /** Fits beside another fault, on the other service */
  readonly side: boolean
  /** What finding and repairing it shows, besides AVL-7, which every night shows. AVL-2: its cure imports bytes */
  readonly shows: readonly CompetencyId[]
  /** The key and the records of the service, days before */
  build(scene: Scene): Promise<void>
  /** What goes wrong at `plan.brokenAt`; absent where a date does it */
  break?(scene: Scene): Promise<void>
  /** What colleagues tried before the learner came */
  after?(scene: Scene): Promise<void>
  /** Apps it adds or takes away; absent: the two of the service */
  apps?(scene: Scene): Promise<void>
  /** Nobody used the service for days: its apps begin on the night itself */
  readonly sleeps?: true
  /** Apps that must work again */
  readonly watched?: (service: Service) => readonly string[]
  /** Objects of the service that nobody can bring back */
  readonly lost?: true
  /** Keys that a good repair may create */
  readonly mayCreate?: number

  /** A colleague's true sentence of what was seen first */
  chat(service: Service): string
  /** Its cause as an answer to "why did it stop?" */
  readonly cause: string
  readonly because: string
  readonly misconception: MisconceptionId
  readonly who: Doer
  /** What the first failing call answered */
  readonly code: string
  /** The measure that would have prevented it or made it shorter, as an answer */
  readonly prevents: string
  readonly preventsBecause: string
  /** The record that shows the cause */
  evidence(view: LabView, service: Service): NumberedEvent | undefined
  /** Whether the cause is gone and keys are as they should be, beside apps that work again */
  repaired(view: LabView, service: Service): boolean
  /** The shortest safe repair */
  cure(player: Player, service: Service): Promise<void>
  /** Virtual minutes that a calm expert needs, with the ten minutes of proof left out */
  readonly target: number
  readonly hints: readonly [which: string, worked: string]
}

/** Something that looks guilty and is not. */
export interface Herring {
  readonly id: HerringId
  /** Faults for which it would be a true lead */
  readonly notBeside: readonly FaultId[]
  /** Levels at which it may be planted; absent: all of those with herrings */
  readonly levels?: readonly Level[]
  /** Minutes before `brokenAt` */
  readonly before: number
  plant(scene: Omit<Scene, 'service'>): Promise<void>
  /** A colleague's false sentence */
  readonly chat: string
}
