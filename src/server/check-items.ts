import { parseArgs } from 'node:util'
import type { Hands } from '../course/headless.ts'
import type { Item } from '../course/item-definition.ts'
import { items } from '../course/items/index.ts'
import { itemRules } from '../course/items/rules/index.ts'
import { itemList } from '../course/lists.ts'
import { labHands } from './lab-hands.ts'
import { asJson, processStreams, type Streams } from './lists.ts'
import { simulatedLearners } from './simulated-learners.ts'
import { whole } from './whole.ts'

const HELP = `npm run -s items -- [options]

Holds the bank of questions to its rules and prints a line for each. Exits 1 when one is broken, and names what breaks it.

  --list         prints the items as JSON instead
  --variants N   the engine is asked on so many variants of each item, from the first one on (3); texts are always
                 tried on all 1,000
  --learners N   instead, N simulated learners of each kind are judged by the rules of mastery; prints Markdown
  --seed N       the seed of these learners (1)
  --help         this text
`

/** How many that break a rule are named in its line. */
const NAMED = 10

/** @returns the exit code. @throws Error for a person who asked for what is not there */
export async function itemsDoor(args: readonly string[], { out }: Streams = processStreams): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      list: { type: 'boolean' },
      variants: { type: 'string', default: '3' },
      learners: { type: 'string' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || values.list) {
    out(values.help ? HELP : asJson(itemList()))
    return 0
  }
  if (values.learners !== undefined) {
    const learners = whole('--learners', values.learners, 1_000_000)
    simulatedLearners(learners, whole('--seed', values.seed, 0xff_ff_ff_ff), (line) => out(`${line}\n`))
    return 0
  }
  const engineVariants = whole('--variants', values.variants, 1_000)
  const { passed, failed } = await checkItems(items, labHands(), engineVariants, (line) => out(`${line}\n`))
  out(`${passed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
}

/**
 * Holds a bank to every rule.
 *
 * @param line receives a line for each as soon as it is known
 */
export async function checkItems(
  bank: readonly Item[],
  hands: Hands,
  engineVariants: number,
  line: (text: string) => void,
): Promise<{ readonly passed: number; readonly failed: number }> {
  const total = { passed: 0, failed: 0 }
  for (const { says, judge } of itemRules) {
    const { looked, at, faults } = await judge(bank, { hands, engineVariants })
    total[faults.length === 0 ? 'passed' : 'failed'] += 1
    const more = faults.length > NAMED ? `; and ${faults.length - NAMED} more` : ''
    const found = `BROKEN, ${faults.length} found: ${faults.slice(0, NAMED).join('; ')}${more}`
    line(`${says} ${looked} ${at}: ${faults.length === 0 ? 'holds' : found}`)
  }
  return total
}
