import { useEffect, useRef, useState } from 'react'
import {
  DELIVERED,
  type Act,
  type Delivery,
  type Demo,
  type Done,
  type Shown,
} from '../../course/demos/demo-definition.ts'
import { playHeadless } from '../../course/headless.ts'
import type { Player } from '../../course/plays/player.ts'
import type { Session } from '../session.tsx'
import type { Certainty } from './words.ts'

export interface Locked {
  readonly option: string
  readonly certainty: Certainty
}

export interface DemoState {
  /** The world the page shows; undefined while it opens */
  readonly player?: Player
  readonly bets: ReadonlyMap<string, Locked>
  readonly done: Done
  /** In the order in which it was answered */
  readonly shown: readonly Shown[]
  readonly delivery?: Delivery
  readonly busy: boolean
  readonly error?: string
}

export interface DemoActions {
  lock(bet: string, locked: Locked): void
  press(act: Act): Promise<void>
  deliver(order: readonly string[], chosen: Readonly<Record<string, string>>): Promise<void>
  restart(): void
}

const FRESH: DemoState = { bets: new Map(), done: new Map(), shown: [], busy: true }

/** A demonstration over an engine of its own, in memory: it never touches the learner's work. */
export function useDemo(demo: Demo, session: Pick<Session, 'hands'> | undefined): [DemoState, DemoActions] {
  const [state, setState] = useState<DemoState>(FRESH)
  const [round, setRound] = useState(1)
  const seed = useRef(0)
  const hands = session?.hands

  const fail = (reason: unknown) =>
    setState((before) => ({
      ...before,
      busy: false,
      error: reason instanceof Error ? reason.message : String(reason),
    }))

  useEffect(() => {
    if (!hands) return
    let wanted = true
    seed.current += 1
    playHeadless(demo, seed.current, hands).then(
      (player) => wanted && setState({ ...FRESH, player, busy: false }),
      (reason: unknown) => wanted && fail(reason),
    )
    return () => {
      wanted = false
    }
  }, [demo, hands, round])

  const { player, busy } = state
  return [
    state,
    {
      lock: (bet, locked) =>
        setState((before) =>
          before.bets.has(bet) ? before : { ...before, bets: new Map(before.bets).set(bet, locked) },
        ),
      async press(act) {
        if (!player || busy) return
        setState((before) => ({ ...before, busy: true }))
        try {
          const shown = await act.run(player)
          setState((before) => ({
            ...before,
            busy: false,
            done: new Map(before.done).set(act.id, shown),
            shown: [...before.shown, ...shown],
          }))
        } catch (reason) {
          fail(reason)
        }
      },
      async deliver(order, chosen) {
        if (!hands || !demo.puzzle || busy) return
        setState((before) => ({ ...before, busy: true }))
        try {
          // Each delivery begins in a world of its own: what an earlier one left is no help.
          seed.current += 1
          const fresh = await playHeadless(demo, seed.current, hands)
          const delivery = await demo.puzzle.deliver(order, chosen, fresh)
          setState((before) => ({
            ...before,
            busy: false,
            player: fresh,
            delivery,
            done: new Map(delivery.arrived ? [[DELIVERED, delivery.shown]] : []),
            shown: delivery.shown,
          }))
        } catch (reason) {
          fail(reason)
        }
      },
      restart() {
        setState(FRESH)
        setRound(round + 1)
      },
    },
  ]
}
