import type { Item, MatchItem, OrderItem } from '../../item-definition.ts'
import { duplicates, ofEachItem } from './item-rule.ts'
import { inEachVariant, optionsOf } from './parts-of.ts'

const IN_WORDS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three' }

export const oneKey = ofEachItem(
  'one-key',
  'Each item has one right answer, or as many as its stem says.',
  (item) => {
    if (item.type === 'order') return orderFaults(item)
    if (item.type === 'match') return matchFaults(item)
    const wanted = item.choose ?? 1
    const right = item.options.filter(({ correct }) => correct).length
    const said = IN_WORDS[wanted]
    return [
      ...(right === wanted ? [] : [`has ${right} right options where ${wanted} are asked for`]),
      ...(item.options.length >= 3 ? [] : [`offers ${item.options.length} options`]),
      ...(item.type !== 'multi' || (said && item.stem.includes(` ${said} `))
        ? []
        : [`does not say in its stem that ${wanted} are to be marked`]),
      ...duplicates(item.options.map(({ id }) => id)).map((id) => `has the option ${id} twice`),
    ]
  },
)

function orderFaults({ steps }: OrderItem): readonly string[] {
  const ids = steps.map(({ id }) => id)
  return [
    ...(ids.length >= 3 && ids.length <= 6 ? [] : [`has ${ids.length} steps to order`]),
    ...duplicates(ids).map((id) => `has the step ${id} twice`),
  ]
}

function matchFaults({ left, right }: MatchItem): readonly string[] {
  const there = right.map(({ id }) => id)
  return [
    ...duplicates(there).map((id) => `has ${id} twice on the right`),
    ...duplicates(left.map(({ id }) => id)).map((id) => `has ${id} twice on the left`),
    ...left.filter((pair) => !there.includes(pair.right)).map(({ id }) => `has no partner for ${id}`),
  ]
}

/** What stands side by side when the answer is chosen */
const besideEachOther = (item: Item): readonly (readonly string[])[] => {
  if (item.type === 'order') return [item.steps.map(({ text }) => text)]
  if (item.type === 'match') return [item.left, item.right].map((side) => side.map(({ text }) => text))
  return [optionsOf(item).map(({ text }) => text)]
}

export const keyStaysUnique = ofEachItem(
  'slots',
  'Whatever values are drawn, in 1,000 variants no two answers read alike.',
  (item) => {
    const alike = new Set<string>()
    for (const side of besideEachOther(item))
      for (const filled of inEachVariant(item, side)) for (const text of duplicates(filled)) alike.add(text)
    return Array.from(alike, (text) => `offers twice: ${text}`)
  },
)
