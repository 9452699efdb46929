import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Prediction } from '../../course/lab-definition.ts'
import type { KeyState } from '../../kms/key.ts'
import type { CallEntry } from '../../lab/lab.ts'
import type { AnswerRow } from '../../lab/rows.ts'
import type { Instant } from '../../world/clock.ts'
import type { Teeth } from '../glyphs/teeth.ts'
import type { Session } from '../session.tsx'

export type Phase =
  | 'opening'
  | 'read'
  | 'predict'
  | 'jump'
  | 'again'
  | 'restore'
  | 'read-again'
  | 'done'
  | 'broken'

/** The demonstration's world, read from a scratch lab that never touches the learner's work. */
export interface DoorFacts {
  readonly now: Instant
  readonly start: Instant
  /** When the material expires at first, and when once it is brought back */
  readonly end: Instant
  readonly endAgain: Instant
  readonly jumpTo: Instant
  readonly keyState: KeyState
  /** The state before anything was done */
  readonly firstState: KeyState
  readonly keyArn: string
  readonly alias: string
  readonly fileName: string
  readonly materialName: string
  readonly hex: string
  readonly teeth: Teeth
  readonly prediction: Prediction | undefined
  readonly answer: AnswerRow | undefined
}

export interface DoorState {
  readonly phase: Phase
  readonly busy: boolean
  readonly facts?: DoorFacts
  /** What Decrypt gave at 09:00, as text */
  readonly plaintext?: string
  readonly readAt?: Instant
  readonly refused?: NonNullable<CallEntry['error']>
  /** What ImportKeyMaterial answered */
  readonly imported?: NonNullable<CallEntry['output']>
  readonly error?: string
}

export type DoorPorts = Pick<Session, 'door' | 'scratch' | 'wrap'>

export interface DoorActions {
  run(): Promise<void>
  lock(option: string, certainty: 'low' | 'middle' | 'high'): Promise<void>
  jump(): Promise<void>
  restore(): Promise<void>
  restart(): Promise<void>
}

/** Sixty seconds through the real engine: read, predict, let it expire, be refused, bring it back. */
export function useDoor(ports: DoorPorts | undefined): { state: DoorState; actions: DoorActions } {
  const [store] = useState(() => createStore<DoorState>(() => ({ phase: 'opening', busy: false })))
  const engine = useRef<DoorActions>(undefined)
  const early = useRef(false)
  const opened = useRef<DoorPorts>(undefined)

  // The engine is not part of what the page needs to draw itself.
  const [open] = useState(() => async (given: DoorPorts) => {
    try {
      const { openDoor } = await import('./door-engine.ts')
      engine.current = await openDoor(given, store, () => early.current)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      store.setState({ busy: false, phase: 'broken', error: message })
    }
  })
  const [actions] = useState<DoorActions>(() => ({
    async run() {
      if (engine.current) return engine.current.run()
      early.current = true
      store.setState({ busy: true })
    },
    lock: async (option, certainty) => engine.current?.lock(option, certainty),
    jump: async () => engine.current?.jump(),
    restore: async () => engine.current?.restore(),
    async restart() {
      if (engine.current) return engine.current.restart()
      if (opened.current) await open(opened.current)
    },
  }))

  useEffect(() => {
    if (!ports || opened.current) return
    opened.current = ports
    void open(ports)
  }, [ports, open])

  return { state: useStore(store), actions }
}
