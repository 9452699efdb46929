import { parseArgs } from 'node:util'
import { door } from '../course/door.ts'
import type { Hands } from '../course/headless.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import { labs } from '../course/labs/index.ts'
import { labList } from '../course/lists.ts'
import { plays } from '../course/plays/index.ts'
import type { LabPlay } from '../course/plays/player.ts'
import { rehearseSolution, rehearseWrongMove } from '../course/rehearse.ts'
import { doors, learnersDoors } from './doors/index.ts'
import { labHands } from './lab-hands.ts'
import { asJson, processStreams, type Streams } from './lists.ts'
import { playNights } from './play-nights.ts'
import { whole } from './whole.ts'

const HELP = `npm run -s labs -- [options] [CODE ...]

Plays the solution and every wrong move of each lab (or of those named, as L2.1), each from a fresh start on the
real engine, and prints a line for each. Exits 1 when a lab is not passed by its solution or a move is not answered.

  --list        prints the labs as JSON instead
  --seed N      the seed of the worlds (1)
  --seeds N     the solutions on so many seeds, from that one on (1)
  --door NAME   how the solutions' requests reach the engine: engine, or forms, terminal or http as a learner's do,
                or all for those three (engine)
  --solutions   no wrong moves
  --gamedays N  instead of labs, the nights of so many seeds at each level of the game days: solved by their best line,
                not by waiting, not by a reflex
  --help        this text
`

/** @returns the exit code. @throws Error for a person who asked for what is not there */
export async function labsDoor(args: readonly string[], { out }: Streams = processStreams): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      list: { type: 'boolean' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
      door: { type: 'string', default: 'engine' },
      solutions: { type: 'boolean', default: false },
      gamedays: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || values.list) {
    out(values.help ? HELP : asJson(labList()))
    return 0
  }
  const seed = whole('--seed', values.seed, 0xff_ff_ff_ff)
  const line = (text: string) => out(`${text}\n`)
  const ended = ({ passed, failed }: { readonly passed: number; readonly failed: number }) => {
    out(`${passed} passed, ${failed} failed\n`)
    return failed > 0 ? 1 : 0
  }
  if (values.gamedays !== undefined) {
    const nights = whole('--gamedays', values.gamedays, 100_000)
    return ended(
      await playNights(
        Array.from({ length: nights }, (_, i) => seed + i),
        labHands(),
        line,
      ),
    )
  }
  const count = whole('--seeds', values.seeds, 1_000)
  const by = values.door === 'all' ? learnersDoors : [values.door]
  if (by.some((name) => !Object.hasOwn(doors, name)))
    throw new Error(`--door is one of ${Object.keys(doors).join(', ')} and all, got ${values.door}`)
  const all = [door, ...labs]
  const unknown = positionals.filter((code) => !all.some((lab) => lab.code === code))
  if (unknown.length > 0) throw new Error(`There is no lab ${unknown.join(', ')}`)
  const wanted = positionals.length > 0 ? all.filter(({ code }) => positionals.includes(code)) : all
  const performances = wanted.map((lab) => ({ lab, play: plays.find(({ labId }) => labId === lab.id) }))
  const seeds = Array.from({ length: count }, (_, i) => seed + i)
  const scope = { seeds, doors: by, moves: !values.solutions }
  return ended(await playLabs(performances, scope, labHands(), line))
}

export interface Scope {
  readonly seeds: readonly number[]
  /** Names of THE LIST in doors/index.ts */
  readonly doors: readonly string[]
  /** Wrong moves too, on the first seed and the engine itself */
  readonly moves: boolean
}

export interface Performance {
  readonly lab: LabDefinition
  /** Undefined: a lab without one is a fault of the course */
  readonly play: LabPlay | undefined
}

/**
 * Plays each lab's own solution on every seed through every door, and then each of its wrong moves, every one from a
 * fresh start.
 *
 * @param line receives a line for each as soon as it is known
 */
export async function playLabs(
  performances: readonly Performance[],
  { seeds, doors: by, moves }: Scope,
  hands: Hands,
  line: (text: string) => void,
): Promise<{ readonly passed: number; readonly failed: number }> {
  const total = { passed: 0, failed: 0 }
  const judge = async (title: string, right: string, fault: () => Promise<string | undefined>) => {
    const wrong = await fault().catch(String)
    total[wrong === undefined ? 'passed' : 'failed'] += 1
    line(`${title}: ${wrong === undefined ? right : `FAILED, ${wrong}`}`)
  }
  for (const { lab, play } of performances) {
    for (const seed of seeds)
      for (const name of by) {
        const how = [
          ...(by.length > 1 || name !== 'engine' ? [`by ${name}`] : []),
          ...(seeds.length > 1 ? [`seed ${seed}`] : []),
        ]
        await judge([`${lab.code} solution`, ...how].join(', '), 'passes the lab', async () => {
          if (!play) return 'the lab has no play'
          const { open, fired } = await rehearseSolution(lab, play, seed, hands, doors[name])
          if (open.length > 0) return `open after it: ${open.join(', ')}`
          return fired.length > 0 ? `taken for a wrong move: ${fired.join(', ')}` : undefined
        })
      }
    for (const { id } of moves ? lab.wrongMoves : [])
      await judge(`${lab.code} wrong move ${id}`, 'is answered', async () => {
        if (!play) return 'the lab has no play'
        const fired = await rehearseWrongMove(lab, play, id, seeds[0] ?? 1, hands)
        if (fired.length === 1 && fired[0] === id) return undefined
        return fired.length === 0 ? 'is not recognised' : `is answered by ${fired.join(', ')}`
      })
  }
  return total
}
