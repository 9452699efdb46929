import type { Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import type { Entropy } from '../../world/entropy.ts'
import type { Answer, Player } from '../plays/player.ts'

/** Where a value of an act comes from: what an earlier act brought, or a file that lies there. */
type Source = { readonly act: TapedAct; readonly path: readonly string[] } | { readonly file: string }

type Values = Readonly<Record<string, unknown>>

/** One thing that a play does, so that it can be done in another place, or not at all. */
export interface TapedAct {
  readonly is: 'request' | 'time' | 'answer' | 'hands'
  /** The operation, the question or the file */
  readonly says: string
  /** @throws NotYet when what it needs is not there */
  again(player: Player, made: Made): Promise<unknown>
}

/** What the acts that were done brought. */
type Made = Map<TapedAct, unknown>

class NotYet extends Error {}

/** Shorter bytes are a play's own words, not something that it was handed. */
const TELLING = 16

/**
 * A player whose acts are written down as they are done. What an act takes from earlier ones or from a file is kept as
 * a reference: done again in another order, it uses what is there then, as a learner would.
 */
export function tape(player: Player): { readonly player: Player; readonly acts: readonly TapedAct[] } {
  const acts: TapedAct[] = []
  const sources = new Map<string, Source>()

  /** Blobs of any answer, and the names of a key that the play made: the rest is the world's own and stays. */
  function learn(act: TapedAct, output: unknown, path: readonly string[] = []): void {
    const named = act.says === 'CreateKey' && /^(KeyId|Arn)$/.test(path.at(-1) ?? '')
    const mark = markOf(output)
    if (mark !== undefined && (output instanceof Uint8Array || named) && !sources.has(mark))
      sources.set(mark, { act, path })
    if (isRecord(output))
      for (const [member, inner] of Object.entries(output)) learn(act, inner, [...path, member])
  }

  function resolve(value: unknown, other: Player, made: Made): unknown {
    const source = sources.get(markOf(value) ?? '')
    if (source) return found(source, other, made)
    if (Array.isArray(value)) return value.map((inner) => resolve(inner, other, made))
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([member, inner]) => [member, resolve(inner, other, made)]),
    )
  }
  const bytes = (value: Bytes, other: Player, made: Made) => resolve(value, other, made) as Bytes

  function note(is: TapedAct['is'], says: string, again: TapedAct['again']): TapedAct {
    const act = { is, says, again }
    acts.push(act)
    return act
  }
  async function asked(
    operation: string,
    input: Values,
    ask: (player: Player, input: Values) => Promise<Answer>,
  ): Promise<Answer> {
    const act = note('request', operation, async (other, made) => {
      const answer = await ask(other, resolve(input, other, made) as Values)
      return answer.ok ? answer.output : undefined
    })
    const answer = await ask(player, input)
    if (answer.ok) learn(act, answer.output)
    return answer
  }

  const view = new Proxy(player.view, {
    get: (of, name: keyof Player['view']) =>
      name === 'file'
        ? (file: string) => {
            const there = of.file(file)
            const mark = markOf(there)
            if (mark !== undefined && !sources.has(mark)) sources.set(mark, { file })
            return there
          }
        : of[name],
  })

  return {
    acts,
    player: {
      ...player,
      view,
      call: (operation, input, region, as) =>
        asked(operation, input, (other, again) => other.call(operation, again, region, as)),
      request: (service, operation, input, as, region) =>
        asked(operation, input, (other, again) => other.request(service, operation, again, as, region)),
      async moveClock(to) {
        const by = to - player.view.now
        note('time', `${by} ms`, (other) => other.moveClock(other.view.now + by))
        await player.moveClock(to)
      },
      async regionFailure() {
        note('time', 'a Region fails', (other) => other.regionFailure())
        await player.regionFailure()
      },
      async ring(about) {
        note('hands', `a call about ${about}`, (other) => other.ring(about))
        await player.ring(about)
      },
      answer(id, value) {
        note('answer', id, async (other) => other.answer(id, value))
        player.answer(id, value)
      },
      putFile(name, content) {
        note('hands', name, async (other, made) => other.putFile(name, bytes(content, other, made)))
        player.putFile(name, content)
      },
      receive(name, content) {
        note('hands', name, async (other, made) => other.receive(name, bytes(content, other, made)))
        return player.receive(name, content)
      },
      async wrap(publicKey, material, hash) {
        const act = note('hands', 'wrap', (other, made) =>
          other.wrap(bytes(publicKey, other, made), bytes(material, other, made), hash),
        )
        const blob = await player.wrap(publicKey, material, hash)
        learn(act, blob)
        return blob
      },
      closeLocally(dataKey, plaintext) {
        const act = note('hands', 'close', async (other, made) =>
          other.closeLocally(bytes(dataKey, other, made), plaintext),
        )
        const closed = player.closeLocally(dataKey, plaintext)
        learn(act, closed)
        return closed
      },
    },
  }
}

/** Does acts one after the other and tells each that was done; what lacks something is left for later, or for good. */
export type NextAct = (acts: readonly TapedAct[], player: Player) => AsyncGenerator<TapedAct>

export const inTheirOrder: NextAct = async function* (acts, player) {
  const made: Made = new Map()
  for (const act of acts) if (await done(act, player, made)) yield act
}

export const inRandomOrder = (entropy: Entropy): NextAct =>
  async function* (acts, player) {
    const made: Made = new Map()
    const below = (limit: number) => new DataView(entropy.bytes(4).buffer).getUint32(0) % limit
    let waiting = [...acts]
    let lacking: TapedAct[] = []
    while (waiting.length > 0) {
      const act = waiting.splice(below(waiting.length), 1)[0] as TapedAct
      if (!(await done(act, player, made))) {
        lacking.push(act)
        continue
      }
      yield act
      waiting = [...waiting, ...lacking]
      lacking = []
    }
  }

async function done(act: TapedAct, player: Player, made: Made): Promise<boolean> {
  try {
    const brought = await act.again(player, made)
    if (brought !== undefined) made.set(act, brought)
    return true
  } catch (error) {
    if (error instanceof NotYet) return false
    throw error
  }
}

function found(source: Source, player: Player, made: Made): unknown {
  let value: unknown
  if ('file' in source) value = player.view.file(source.file)
  else {
    value = made.get(source.act)
    for (const member of source.path) value = (value as Values | undefined)?.[member]
  }
  if (value === undefined) throw new NotYet('what it needs is not there')
  return value
}

const isRecord = (value: unknown): value is Values =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array)

/** By which a value is known again. */
function markOf(value: unknown): string | undefined {
  if (value instanceof Uint8Array) return value.length < TELLING ? undefined : encodeHex(value as Bytes)
  return typeof value === 'string' ? value : undefined
}
