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
  /** What was pressed and has not been answered: the first one is at work, or waits until the engine is open */
  readonly asked: readonly Asked[]
  readonly error?: string
}

interface Asked {
  /** An act, or DELIVERED */
  readonly id: string
  readonly needs?: string | undefined
  run(player: Player): Promise<(before: DemoState) => Partial<DemoState>>
}

export interface DemoActions {
  lock(bet: string, locked: Locked): void
  press(act: Act): void
  deliver(order: readonly string[], chosen: Readonly<Record<string, string>>): void
  restart(): void
}

const FRESH: DemoState = { bets: new Map(), done: new Map(), shown: [], busy: true, asked: [] }

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
      asked: [],
      error: reason instanceof Error ? reason.message : String(reason),
    }))

  useEffect(() => {
    if (!hands) return
    let wanted = true
    seed.current += 1
    playHeadless(demo, seed.current, hands).then(
      (player) =>
        wanted &&
        setState(({ bets, asked }) => {
          const kept = round === 1 ? keptBets(demo, session) : []
          return {
            ...FRESH,
            // A bet may have been locked, and a button pressed, while the engine opened.
            bets: new Map([...kept, ...bets]),
            asked,
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

  const { player, busy, done } = state
  const [next] = state.asked
  useEffect(() => {
    if (!next || !player || busy) return
    const mine = world.current
    const still = () => mine === world.current
    setState((before) => ({ ...before, busy: true }))
    const possible = next.needs === undefined || done.has(next.needs)
    const work = possible ? next.run(player) : Promise.resolve(() => ({}))
    work.then(
      (change) =>
        still() &&
        setState((before) => ({
          ...before,
          ...change(before),
          busy: false,
          asked: before.asked.slice(1),
        })),
      (reason: unknown) => still() && fail(reason),
    )
  }, [next, player, busy, done])

  const played = demo.acts.every(({ id }) => done.has(id))
  useEffect(() => {
    if (played && session) keep(session, part, { done: session.wallNow() })
  }, [played, session, part])

  const ask = (asked: Asked) =>
    setState((before) =>
      before.asked.some(({ id }) => id === asked.id)
        ? before
        : { ...before, asked: [...before.asked, asked] },
    )

  return [
    state,
    {
      lock(bet, locked) {
        if (state.bets.has(bet)) return
        setState((before) => ({ ...before, bets: new Map(before.bets).set(bet, locked) }))
        if (session) keep(session, part, { bets: { [bet]: { ...locked, at: session.wallNow() } } })
      },
      press: (act) =>
        ask({
          id: act.id,
          needs: act.needs,
          async run(opened) {
            const shown = await act.run(opened)
            return (before) => ({
              done: new Map(before.done).set(act.id, shown),
              shown: [...before.shown, ...shown],
            })
          },
        }),
      deliver(order, chosen) {
        const { puzzle } = demo
        if (!hands || !puzzle) return
        ask({
          id: DELIVERED,
          async run() {
            // Each delivery begins in a world of its own: what an earlier one left is no help.
            seed.current += 1
            const fresh = await playHeadless(demo, seed.current, hands)
            const delivery = await puzzle.deliver(order, chosen, fresh)
            return () => ({
              player: fresh,
              delivery,
              done: new Map(delivery.arrived ? [[DELIVERED, delivery.shown]] : []),
              shown: delivery.shown,
            })
          },
        })
      },
      restart() {
        world.current += 1
        setState(FRESH)
        setRound(round + 1)
      },
    },
  ]
}

/** Another tab may be the one that writes: then it keeps what it sees. */
const keep = ({ lab }: Session, ...news: Parameters<Session['lab']['keepPart']>) =>
  void lab.keepPart(...news).catch(() => undefined)

/** Only those that the demonstration still asks for. */
const keptBets = (demo: Demo, session: Session | undefined): readonly (readonly [string, KeptBet])[] => {
  const kept = session && partKept(session.lab.tables, partId(demo.module, demo.id))?.bets
  return demo.bets.flatMap(({ id, options }) => {
    const bet = kept?.[id]
    return bet && options.some((option) => option.id === bet.option) ? [[id, bet] as const] : []
  })
}
