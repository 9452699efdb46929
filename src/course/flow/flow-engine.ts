import type { Bytes } from '../../bytes/bytes.ts'
import { createCloud } from '../../cloud/cloud.ts'
import { Tables, type Change } from '../../kms/tables.ts'
import { minutes, seconds, virtualClock, type Instant } from '../../world/clock.ts'
import { seededEntropy } from '../../world/entropy.ts'
import { keyByArn } from '../account-view.ts'
import { callerOf, LAB_START, type Hands } from '../headless.ts'
import { beats } from './beats/index.ts'
import { faultless, type FlowFacts, type FlowInputs, type FlowStage, type Frame } from './flow-definition.ts'

/** People need a moment between two beats. */
const BETWEEN = minutes(2)

/** The world as it stood before a beat, enough to build it again. */
export interface WorldBefore {
  readonly change: Change
  readonly now: Instant
  readonly position: number
}

/** The ten beats over an engine of their own. */
export interface Flow {
  /**
   * What is true after a beat under these inputs. Beats that were played under the same inputs are not played again;
   * for the others the world goes back to where the inputs part.
   *
   * @param beat 1 to 10
   */
  frame(beat: number, inputs?: FlowInputs): Promise<Frame>
  /** @param beat one that was played */
  before(beat: number): WorldBefore
}

interface Played {
  readonly frame: Frame
  readonly before: WorldBefore
}

/** @param seed 32 bytes: names, material and every salt of the engine come from it */
export function openFlow(hands: Hands, seed: Bytes): Flow {
  const clock = virtualClock(LAB_START)
  const entropy = seededEntropy(seed)
  const tables = new Tables()
  const cloud = createCloud({ world: { clock, entropy }, crypto: hands.crypto, tables })
  const played: Played[] = []
  let calls: FlowFacts['calls'] = []
  let turn: Promise<unknown> = Promise.resolve()

  const stage: FlowStage = {
    get now() {
      return clock.now()
    },
    async call(operation, input, as = 'KeyCustodian') {
      const at = clock.now()
      const result = await cloud.call(operation, input, callerOf(as))
      const record = result.events.at(-1)
      if (!record) throw new TypeError(`${operation} left no record`)
      const call = {
        operation,
        as,
        input,
        at,
        ...(result.ok
          ? { output: result.output as Readonly<Record<string, unknown>> }
          : { error: { code: result.error.code, message: result.error.message } }),
        event: cloud.trail().length,
        record,
      }
      calls = [...calls, call]
      clock.advance(seconds(1))
      return call
    },
    async moveClock(to) {
      clock.advance(Math.max(0, to - clock.now()))
      await cloud.settle()
    },
    random: (length) => entropy.bytes(length),
    wrap: hands.wrap,
    key: (arn) => keyByArn(tables, arn),
    trail: () => cloud.trail(),
  }

  function world(): WorldBefore {
    return { change: tables.dump(), now: clock.now(), position: entropy.position() }
  }

  function goBackTo({ change, now, position }: WorldBefore): void {
    tables.apply(tables.dump().map(([table, key]) => [table, key, null]))
    tables.apply(change)
    clock.restore(now)
    entropy.restore(position)
  }

  async function play(inputs: FlowInputs): Promise<void> {
    const before = world()
    const last = played.at(-1)?.frame.facts
    const facts: FlowFacts = last ?? { now: clock.now(), calls: [], trail: [] }
    calls = facts.calls
    const beat = played.length + 1
    try {
      if (last) await stage.moveClock(clock.now() + BETWEEN)
      const next = await beatAt(beat).run(stage, facts, inputs)
      const key = next.key && stage.key(next.key.arn)
      played.push({
        before,
        frame: {
          beat,
          inputs,
          past: played.map(({ frame }) => frame),
          facts: { ...next, ...(key ? { key } : {}), now: clock.now(), calls, trail: stage.trail() },
        },
      })
    } catch (error) {
      goBackTo(before)
      throw error
    }
  }

  return {
    frame(beat, inputs = faultless) {
      beatAt(beat)
      const run = async () => {
        const from = firstToReplay(played, inputs)
        const stale = played[from - 1]
        if (stale) {
          goBackTo(stale.before)
          played.length = from - 1
        }
        while (played.length < beat) await play(inputs)
        // What was chosen for later beats belongs to the frame too: the screen shows it as chosen.
        return { ...(played[beat - 1] as Played).frame, inputs }
      }
      const result = turn.then(run)
      turn = result.catch(() => undefined)
      return result
    },
    before(beat) {
      const one = played[beat - 1]
      if (!one) throw new RangeError(`beat ${beat} was not played`)
      return one.before
    },
  }
}

/** The first beat whose inputs are other ones than those it was played with; one after the last when none is. */
function firstToReplay(played: readonly Played[], inputs: FlowInputs): number {
  const readAt = (beat: number) =>
    beats.flatMap(({ controls }, i) =>
      controls.filter(({ from = i + 1 }) => from === beat).map(({ input }) => input),
    )
  const at = played.findIndex(({ frame }, i) =>
    readAt(i + 1).some((input) => frame.inputs[input] !== inputs[input]),
  )
  return at < 0 ? played.length + 1 : at + 1
}

export function beatAt(beat: number) {
  const one = beats[beat - 1]
  if (!one) throw new RangeError(`there are ${beats.length} beats, not ${beat}`)
  return one
}
