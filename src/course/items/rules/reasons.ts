import type { Item, MatchItem, OrderItem } from '../../item-definition.ts'
import { isMisconception } from '../../words/misconceptions.ts'
import { sources } from '../../words/sources.ts'
import { ofEachItem } from './item-rule.ts'
import { chosenOf, optionsOf, slipsOf, tagsOf } from './parts-of.ts'

export const everyReason = ofEachItem(
  'reasons',
  'Everything that can be marked, ordered or paired has its reason, and so has every slip.',
  (item) => [
    ...chosenOf(item)
      .filter(({ because }) => !/\w.*\.$/.test(because))
      .map(({ id }) => `gives no reason for ${id}`),
    ...slipsOf(item)
      .filter(({ because }) => !/\w.*\.$/.test(because))
      .map(({ misconception }) => `gives no reason for the slip ${misconception}`),
    ...optionsOf(item)
      .filter(({ text }) => !/\.`?$/.test(text))
      .map(({ id }) => `does not end the option ${id} with a full stop`),
  ],
)

export const knownTags = ofEachItem(
  'tags',
  'Every wrong answer shows a belief that is known, or a slip, and no right one does.',
  (item) => [
    ...tagsOf(item)
      .filter((tag) => tag !== 'M-00' && !isMisconception(tag))
      .map((tag) => `names the unknown belief ${tag}`),
    ...optionsOf(item)
      .filter(({ correct, misconception }) => (correct === undefined) === (misconception === undefined))
      .map(({ id, correct }) => (correct ? `has a belief on the right option ${id}` : `has no tag on ${id}`)),
    ...slipFaults(item),
  ],
)

function slipFaults(item: Item): readonly string[] {
  if (item.type !== 'order' && item.type !== 'match') return []
  if (item.slips.length === 0) return ['knows no slip']
  return item.type === 'order' ? orderSlips(item) : matchSlips(item)
}

const orderSlips = ({ steps, slips }: OrderItem): readonly string[] => {
  const place = (id: string) => steps.findIndex((step) => step.id === id)
  return slips
    .filter(({ first, later }) => place(later) < 0 || place(first) <= place(later))
    .map(({ first, later }) => `takes ${first} before ${later} for a slip, and it is none`)
}

const matchSlips = ({ left, right, slips }: MatchItem): readonly string[] =>
  slips
    .filter((slip) => {
      const pair = left.find(({ id }) => id === slip.left)
      return !pair || !right.some(({ id }) => id === slip.right) || pair.right === slip.right
    })
    .map((slip) => `takes ${slip.left} with ${slip.right} for a slip, and it is none`)

export const datedSources = ofEachItem(
  'sources',
  'Each item rests on facts with pages that are known, read on a day.',
  ({ rests, checked }) => [
    ...(rests.length > 0 ? [] : ['rests on nothing']),
    ...rests
      .filter(([fact, page]) => !/^F-\d{3,4}$/.test(fact) || sources[page] === undefined)
      .map(([fact, page]) => `rests on ${fact} of ${page}, which is not known`),
    ...(Number.isNaN(Date.parse(checked)) ? [`was read on no day: ${checked}`] : []),
  ],
)
