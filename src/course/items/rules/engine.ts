import { playHeadless } from '../../headless.ts'
import { itemLab } from '../../item-lab.ts'
import type { ChoiceItem, Item } from '../../item-definition.ts'
import type { Stage } from '../../lab-definition.ts'
import { slotsOf, variantOf } from '../variant-of.ts'
import { ofEachItem, type ItemRule, type RuleMeans } from './item-rule.ts'
import { optionsOf } from './parts-of.ts'

/** Variants are numbered from here, so that seeds of worlds do not start at 0. */
const variants = ({ engineVariants }: RuleMeans) => Array.from({ length: engineVariants }, (_, i) => i + 1)

const computesOf = (item: Item): ChoiceItem['computes'] => ('computes' in item ? item.computes : undefined)
const asksEngine = (item: Item): boolean =>
  item.type === 'predict' || item.type === 'log' || computesOf(item) !== undefined

export const engineAgrees = ofEachItem(
  'engine',
  'Where a question asks what KMS answers or what a log shows, the engine gives the same key.',
  async (item, means) => {
    const right = optionsOf(item).flatMap(({ id, correct }) => (correct ? id : []))
    const faults: string[] = []
    for (const number of variants(means)) {
      const answer = await engineAnswer(item, number, means).catch((error: unknown) => [String(error)])
      if ([...answer].sort().join() !== [...right].sort().join())
        faults.push(`says ${right.join(', ')} and the engine ${answer.join(', ')}, variant ${number}`)
    }
    return faults
  },
  asksEngine,
)

async function engineAnswer(item: Item, number: number, { hands }: RuleMeans): Promise<readonly string[]> {
  const { scene } = item
  const computes = computesOf(item)
  if (!scene || !computes) throw new TypeError('there is no scene to judge by')
  const slots = slotsOf(item, number)
  let stage: Stage | undefined
  const { view } = await playHeadless({ start: (given) => scene((stage = given), slots) }, number, hands)
  return computes(stage as Stage, view, slots)
}

export const scenesOpen = ofEachItem(
  'scenes',
  'Every other state that a question speaks of can be built, and opens as a lab.',
  async (item, means) => {
    const faults: string[] = []
    for (const number of variants(means)) {
      const opened = playHeadless(itemLab(variantOf(item, number)), number, means.hands)
      const fault = await opened.then(
        ({ view }) => (view.scene().length > 0 ? undefined : 'has a scene in which nothing happened'),
        (error: unknown) => `has a scene that cannot be built: ${error}`,
      )
      if (fault !== undefined) faults.push(`${fault}, variant ${number}`)
    }
    return faults
  },
  (item) => item.scene !== undefined && !asksEngine(item),
)

const OPENABLE = 0.6

export const enoughOpen: ItemRule = {
  id: 'openable',
  says: 'At least sixty of a hundred items have a state behind them and open as a lab.',
  judge(items) {
    const open = items.filter(({ scene }) => scene !== undefined).length
    const enough = open >= OPENABLE * items.length
    return {
      looked: open,
      at: `of ${items.length} items`,
      faults: enough ? [] : [`${open} of ${items.length} items open as a lab`],
    }
  },
}
