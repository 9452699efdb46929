import { describe, expect, it } from 'vitest'
import { demos } from './demos/index.ts'
import { door } from './door.ts'
import { errorAtlas } from './error-atlas.ts'
import { errorCauses } from './error-causes.ts'
import type { Item } from './item-definition.ts'
import { items } from './items/index.ts'
import { labOfSeed } from './lab-of-seed.ts'
import type { LabDefinition } from './lab-definition.ts'
import { labs } from './labs/index.ts'
import type { Block } from './modules/lesson-definition.ts'
import { modules } from './modules/index.ts'
import { readingLevel } from './testing/reading-level.ts'
import { claims } from './words/claims.ts'
import { glossary } from './words/glossary.ts'
import { lensTexts } from './words/lens.ts'

/** What tells a learner to do something, or what came of it. */
const INSTRUCTIONS = 9
/** What is read in peace. */
const EXPLANATIONS = 11
const WORDS = 20

type Text = readonly [where: string, texts: readonly string[]]

/** Texts as one reads them: what has no end gets one. */
const ended = (texts: readonly string[]) =>
  texts.map((text) => (/[.?!:]["”’)]*$/.test(text) ? text : `${text}.`))

const tooHard = (rows: readonly Text[], most: number) =>
  rows.flatMap(([where, texts]) => {
    const { grade, wordsPerSentence } = readingLevel(ended(texts))
    const hard = grade > most || wordsPerSentence > WORDS
    return hard
      ? [`${where}: grade ${grade.toFixed(1)}, ${wordsPerSentence.toFixed(1)} words a sentence`]
      : []
  })

function ofLab(lab: LabDefinition): Text {
  // Every case of a bank that forty seeds draw.
  const variants = lab.forSeed ? Array.from({ length: 40 }, (_, i) => labOfSeed(lab, i + 1)) : [lab]
  const steps = variants.flatMap(({ steps }) => steps)
  const texts = [
    ...(lab.outcome ? [lab.outcome] : []),
    ...lab.story,
    ...steps.flatMap(({ title, text, hints, conditions, predictions = [], questions = [], entries = [] }) => [
      title,
      ...text,
      ...hints.filter((hint) => !/^`[^`]*`$/.test(hint)),
      ...conditions.map(({ says }) => says),
      ...[...predictions, ...questions].flatMap(({ asks, options }) => [
        asks,
        ...options.flatMap(({ because }) => because),
      ]),
      ...entries.flatMap(({ asks, refuses = [] }) => [asks, ...[refuses].flat()]),
    ]),
    ...lab.wrongMoves.map(({ says }) => says),
    lab.reflection,
  ]
  return [lab.code, [...new Set(texts)]]
}

const ofItem = (item: Item): Text => [
  item.id,
  [
    item.stem,
    ...('options' in item ? item.options.map(({ because }) => because) : []),
    ...('slips' in item ? item.slips.map(({ because }) => because) : []),
    ...(item.type === 'order' ? item.steps.map(({ because }) => because) : []),
    ...(item.type === 'match' ? item.left.map(({ because }) => because) : []),
  ],
]

const ofBlock = (block: Block): readonly string[] => {
  if (typeof block === 'string') return [block]
  if ('list' in block) return block.list
  if ('see' in block) return [block.why]
  if ('claim' in block) return [claims[block.claim].says]
  const lens = lensTexts.find(({ id }) => id === block.lens)
  return lens ? [lens.exam, lens.today, lens.both] : []
}

const lessons: readonly Text[] = modules.flatMap(({ lessons }) =>
  lessons.map(
    ({ id, outcome, sections }): Text => [
      `lesson ${id}`,
      [outcome, ...sections.flatMap(({ blocks }) => blocks.flatMap(ofBlock))],
    ],
  ),
)

const ofDemos: readonly Text[] = demos.map(({ code, story, bets, acts }) => [
  code,
  [
    ...story,
    ...bets.flatMap(({ asks, options }) => [asks, ...options.map(({ because }) => because)]),
    ...acts.map(({ says }) => says),
  ],
])

describe('plain English', () => {
  it('is what every lab speaks: instructions, hints and feedback at grade 9 at most', () => {
    expect(labs.length).toBeGreaterThan(9)
    expect(tooHard([door, ...labs].map(ofLab), INSTRUCTIONS)).toEqual([])
  })

  it('is what demonstrations and the atlas speak, at grade 9 at most', () => {
    expect(ofDemos).toHaveLength(4)
    const atlas = Object.values(errorAtlas).flatMap(({ means, lookAt }) => [means, lookAt])
    const causes = Object.values(errorCauses).map((cause) => ('only' in cause ? cause.only : cause.why))
    expect(tooHard([...ofDemos, ['atlas', atlas], ['causes', causes]], INSTRUCTIONS)).toEqual([])
  })

  it('is what each question speaks: stem and reasons at grade 9 at most', () => {
    expect(items.length).toBeGreaterThan(40)
    expect(tooHard(items.map(ofItem), INSTRUCTIONS)).toEqual([])
  })

  it('is what lessons, glossary and the lens speak, at grade 11 at most', () => {
    expect(lessons).toHaveLength(18)
    const terms = glossary.map(({ means }) => means)
    const explains = items.flatMap(({ explains = [] }) => explains)
    expect(
      tooHard(
        [
          ...lessons,
          ...demos.map(
            ({ code, after }): Text => [code, after.flatMap(({ blocks }) => blocks.flatMap(ofBlock))],
          ),
          ['glossary', terms],
          ['explanations of questions', explains],
          ['lens', lensTexts.flatMap(({ exam, today, both }) => [exam, today, both])],
        ],
        EXPLANATIONS,
      ),
    ).toEqual([])
  })

  it('is missed by a text of an office', () => {
    const office =
      'Notwithstanding organisational considerations, administrators are obligated to periodically substantiate the availability of cryptographic materials.'
    expect(tooHard([['office', [office]]], EXPLANATIONS)).toHaveLength(1)
  })
})
