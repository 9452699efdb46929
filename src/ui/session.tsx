import { createContext, use } from 'react'
import type { Bytes } from '../bytes/bytes.ts'
import type { Hands } from '../course/headless.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import type { Lab } from '../lab/lab.ts'
import type { Instant } from '../world/clock.ts'

/** What the page opens once: the learner's own lab, and scratch labs for demonstrations. */
export interface Session {
  readonly lab: Lab
  readonly labs: readonly LabDefinition[]
  /** A lab for each level of a game day */
  readonly gameDays: readonly LabDefinition[]
  /** The world and the prediction of the door's demonstration */
  readonly door: LabDefinition
  /** A lab in memory that never touches the learner's work */
  scratch(): Promise<Lab>
  /** The client's side of an import: RSAES_OAEP_SHA_256 under a public key in DER */
  wrap(publicKey: Bytes, material: Bytes): Promise<Bytes>
  /** What the import-flow diagram needs for an engine of its own */
  readonly hands: Hands
  /** 32 random bytes: from them a world of the diagram takes all its names and material */
  seed(): Bytes
  /** The learner's own time: answers, exams and reviews go by it */
  wallNow(): Instant
}

export type SessionState =
  | { readonly is: 'opening' }
  | { readonly is: 'ready'; readonly session: Session }
  | { readonly is: 'broken'; readonly error: unknown }

const SessionContext = createContext<SessionState>({ is: 'opening' })
export const SessionProvider = SessionContext
export const useSessionState = (): SessionState => use(SessionContext)

/** The session, or undefined while it opens. */
export function useSession(): Session | undefined {
  const state = useSessionState()
  return state.is === 'ready' ? state.session : undefined
}
