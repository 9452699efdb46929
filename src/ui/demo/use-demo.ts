import { useEffect, useRef, useState } from 'react'
import {
  DELIVERED,
  type Act,
  type Delivery,
  type Demo,
  type Done,
  type Shown,
} from '../../course/demos/demo-definition.ts'
import { partId, type KeptBet } from '../../course/part-kept.ts'
import { partKept } from '../../lab/rows.ts'
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
  /** Bets of an earlier visit were found */
  readonly returning?: boolean
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

/**
 * A demonstration over an engine of its own, in memory: it never touches the learner's world. Bets are kept, and that
 * it was played; whoever comes back finds the bets locked, and the engine as it was before the first button.
 */
export function useDemo(demo: Demo, session: Session | undefined): [DemoState, DemoActions] {
  const [state, setState] = useState<DemoState>(FRESH)
  const [round, setRound] = useState(1)
  const seed = useRef(0)
  /** A new one with each restart: what an earlier world still answers is no news of this one. */
  const world = useRef(0)
  const hands = session?.hands
  const part = partId(demo.module, demo.id)

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
      (player) =>
        wanted &&
        setState(({ bets }) => {
          const kept = round === 1 ? keptBets(demo, session) : []
          return {
            ...FRESH,
            // A bet may have been locked while the engine opened.
            bets: new Map([...kept, ...bets]),
            returning: kept.length > 0,
            player,
            busy: false,
          }
        }),
      (reason: unknown) => wanted && fail(reason),
    )
    return () => {
      wanted = false
    }
  }, [demo, session, hands, round])

  /** Another tab may be the one that writes: then it keeps what it sees. */
  const keep = (news: Parameters<Session['lab']['keepPart']>[1]) =>
    void session?.lab.keepPart(part, news).catch(() => undefined)

  /** @returns whether this world is still the one on the page */
  const here = () => {
    const mine = world.current
    return () => mine === world.current
  }

  const { player, busy } = state
  return [
    state,
    {
      lock(bet, locked) {
        if (state.bets.has(bet)) return
        setState((before) => ({ ...before, bets: new Map(before.bets).set(bet, locked) }))
        if (session) keep({ bets: { [bet]: { ...locked, at: session.wallNow() } } })
      },
      async press(act) {
        if (!player || busy) return
        setState((before) => ({ ...before, busy: true }))
        const still = here()
        try {
          const shown = await act.run(player)
          if (!still()) return
          const left = demo.acts.filter(({ id }) => id !== act.id && !state.done.has(id))
          if (session && left.length === 0) keep({ done: session.wallNow() })
          setState((before) => ({
            ...before,
            busy: false,
            done: new Map(before.done).set(act.id, shown),
            shown: [...before.shown, ...shown],
          }))
        } catch (reason) {
          if (still()) fail(reason)
        }
      },
      async deliver(order, chosen) {
        if (!hands || !demo.puzzle || busy) return
        setState((before) => ({ ...before, busy: true }))
        const still = here()
        try {
          // Each delivery begins in a world of its own: what an earlier one left is no help.
          seed.current += 1
          const fresh = await playHeadless(demo, seed.current, hands)
          const delivery = await demo.puzzle.deliver(order, chosen, fresh)
          if (!still()) return
          setState((before) => ({
            ...before,
            busy: false,
            player: fresh,
            delivery,
            done: new Map(delivery.arrived ? [[DELIVERED, delivery.shown]] : []),
            shown: delivery.shown,
          }))
        } catch (reason) {
          if (still()) fail(reason)
        }
      },
      restart() {
        world.current += 1
        setState(FRESH)
        setRound(round + 1)
      },
    },
  ]
}

/** Only those that the demonstration still asks for. */
const keptBets = (demo: Demo, session: Session | undefined): readonly (readonly [string, KeptBet])[] => {
  const kept = session && partKept(session.lab.tables, partId(demo.module, demo.id))?.bets
  return demo.bets.flatMap(({ id, options }) => {
    const bet = kept?.[id]
    return bet && options.some((option) => option.id === bet.option) ? [[id, bet] as const] : []
  })
}
