import type { Bytes } from '../bytes/bytes.ts'
import type { ServiceModel } from '../wire/service-models.ts'
import type { WireRequest, WireResponse } from '../wire/message.ts'
import type { Instant } from '../world/clock.ts'
import type { Completion } from './command.ts'

/**
 * What lies beyond the shell. Everything that crosses is plain data, because the shell may run in a Worker: keys and
 * their material stay on the other side, and are reached by requests alone, as real clients reach them.
 */
export interface Host {
  /** What can be asked of which service: flags and outputs of `aws` come from it */
  readonly models: readonly ServiceModel[]
  /** One request through wire/handle */
  send(request: WireRequest): Promise<WireResponse>
  /** Bytes of the world's entropy, at most 64 KiB at a time */
  random(length: number): Promise<Bytes>
  now(): Promise<Instant>
  /** Lets virtual time pass; nobody really waits */
  sleep(ms: number): Promise<void>
  /** Who acts when a line names no profile, and where */
  identity(): Promise<Identity>
  /** Keys and aliases of the Region in force, for completion: a look that leaves no trace. Absent: none are offered */
  names?(): Promise<readonly Completion[]>
  /** What only the lab itself can do, for the `lab` command. Absent where there is no lab, as in Node */
  readonly lab?: LabDesk
}

export interface Identity {
  /** Name of a role of the world, or `root` */
  readonly profile: string
  readonly region: string
  readonly account: string
}

export interface LabDesk {
  /** Lines of text to show, or a refusal in one sentence. `words`: after `lab`, for instance `['clock', '+24h']` */
  ask(words: readonly string[]): Promise<{ readonly text: string; readonly ok: boolean }>
}
