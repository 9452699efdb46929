import { ofEachItem } from './item-rule.ts'
import { inEachVariant, optionsOf, textsOf } from './parts-of.ts'

const MOST_WORDS = 30
const LONGEST_TO_SHORTEST = 1.5
const HYPE = /!|\b(simply|just|obviously|easy|easily|of course|CMKs?)\b/i

export const noHype = ofEachItem(
  'wording',
  'Every text of 1,000 variants is filled, in short sentences and without hype.',
  (item) => {
    const texts = new Set<string>()
    for (const filled of inEachVariant(item, textsOf(item))) for (const text of filled) texts.add(text)
    return [...texts].flatMap((text) => {
      const sentences = text.replace(/`[^`]*`/g, 'CODE').split(/(?<=[.?:;])\s+/)
      const long = sentences.some((sentence) => sentence.split(/\s+/).length > MOST_WORDS)
      const word = HYPE.exec(text)?.[0]
      return [
        ...(word === undefined ? [] : [`says "${word}": ${text}`]),
        ...(/[{}]/.test(text) ? [`leaves a slot open: ${text}`] : []),
        ...(long ? [`has a sentence of more than ${MOST_WORDS} words: ${text}`] : []),
        ...((text.match(/`/g)?.length ?? 0) % 2 === 0 ? [] : [`leaves a backtick open: ${text}`]),
      ]
    })
  },
)

const hasOptions = (item: Parameters<typeof optionsOf>[0]) => optionsOf(item).length > 0

export const noClue = ofEachItem(
  'clues',
  'No option stands out by an absolute word, and none speaks of the others.',
  (item) => {
    const absolute = optionsOf(item).filter(({ text }) => /\b(always|never|only)\b/i.test(text))
    return [
      ...optionsOf(item)
        .filter(({ text }) => /\b(all|none) of the above\b/i.test(text))
        .map(({ id }) => `speaks of the other options in ${id}`),
      ...(absolute.length === 1 ? [`has an absolute word in ${absolute[0]?.id} alone`] : []),
    ]
  },
  hasOptions,
)

export const likeLengths = ofEachItem(
  'length',
  'In 1,000 variants the longest option has at most 1.5 times the length of the shortest.',
  (item) => {
    let worst = 1
    for (const filled of inEachVariant(
      item,
      optionsOf(item).map(({ text }) => text),
    )) {
      const lengths = filled.map(({ length }) => length)
      worst = Math.max(worst, Math.max(...lengths) / Math.min(...lengths))
    }
    return worst <= LONGEST_TO_SHORTEST ? [] : [`has an option ${worst.toFixed(2)} times as long as another`]
  },
  hasOptions,
)
