import type { Bytes } from '../../bytes/bytes.ts'
import type { ServiceName } from '../../cloud/service.ts'
import type { Instant } from '../../world/clock.ts'
import type { LabView, Role, UploadVerdict } from '../lab-definition.ts'

export type Answer =
  | { readonly ok: true; readonly output: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** A learner's hands, for playing a lab without screens. Inputs are the engine's: blobs are bytes, dates Instants. */
export interface Player {
  readonly view: LabView
  /** Which variant of the lab this is */
  readonly seed: number
  arn(name: string): string
  /** In the home Region and as KeyCustodian, unless named */
  call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    region?: string,
    as?: Role | 'root',
  ): Promise<Answer>
  /** A service beside KMS, as KeyAdmin unless named */
  request(
    service: ServiceName,
    operation: string,
    input: Readonly<Record<string, unknown>>,
    as?: Role,
    region?: string,
  ): Promise<Answer>
  /** Apps act on the way */
  moveClock(to: Instant): Promise<void>
  /** The home Region fails and comes back, as a teaching model */
  regionFailure(): Promise<void>
  /** A phone call about this: what is handed over is among the files after it */
  ring(about: string): Promise<void>
  answer(id: string, value: string): void
  putFile(name: string, bytes: Bytes): void
  /** Whether the lab judges what comes through its drop zone */
  readonly judges: boolean
  /** The drop zone */
  receive(name: string, bytes: Bytes): UploadVerdict
  /** What openssl does on the learner's computer */
  wrap(publicKey: Bytes, material: Bytes, hash?: 'SHA-1' | 'SHA-256'): Promise<Bytes>
  /** What `openssl enc -aes-256-cbc` does there, with an IV of zeros */
  closeLocally(dataKey: Bytes, plaintext: Bytes): Bytes
  /** And what `openssl enc -d -aes-256-cbc` does */
  openLocally(dataKey: Bytes, closed: Bytes): Bytes
  fingerprint(bytes: Bytes): Promise<string>
  random(length: number): Bytes
}

/** How a lab is passed, and each of its wrong moves made, from a fresh start. */
export interface LabPlay {
  readonly labId: string
  solution(player: Player): Promise<void>
  readonly wrongMoves: Readonly<Record<string, (player: Player) => Promise<void>>>
}
