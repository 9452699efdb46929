import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isKmsErrorCode } from '../kms/errors.ts'
import { operations } from '../kms/operations/index.ts'
import { commandSheet } from './commands/command-sheet.ts'
import { demos } from './demos/index.ts'
import { door } from './door.ts'
import { errorAtlas } from './error-atlas.ts'
import { errorCauses } from './error-causes.ts'
import { custodianWords } from './gameday/custodian-words.ts'
import { faults } from './gameday/faults/index.ts'
import { herrings } from './gameday/herrings.ts'
import { services } from './gameday/services.ts'
import { labOfSeed } from './lab-of-seed.ts'
import type { LabDefinition, Prediction } from './lab-definition.ts'
import { labs } from './labs/index.ts'
import { modules } from './modules/index.ts'
import { objectives } from './words/objectives.ts'
import { plays } from './plays/index.ts'
import { experiments } from './table/experiments/index.ts'
import { rows } from './table/rows/index.ts'
import { worlds } from './table/worlds/index.ts'
import { claims } from './words/claims.ts'
import { competencies, isCompetency } from './words/competencies.ts'
import { glossary } from './words/glossary.ts'
import { labClaims } from './words/lab-claims.ts'
import { lensTexts } from './words/lens.ts'
import { metrics } from './words/metrics.ts'
import { isMisconception, misconceptions } from './words/misconceptions.ts'
import { sources } from './words/sources.ts'

const all = [door, ...labs]
/** Seeds that draw every case of every bank between them (labs/architecture/cases.test.ts counts them) */
const DRAWS = Array.from({ length: 40 }, (_, i) => i + 1)
/** With each task once that some seed has */
const told = all.map((lab) => {
  const drawn = lab.forSeed ? DRAWS.flatMap((seed) => labOfSeed(lab, seed).steps) : lab.steps
  return { ...lab, steps: [...new Map(drawn.map((step) => [step.id, step])).values()] }
})
const asked = (lab: LabDefinition): readonly Prediction[] =>
  lab.steps.flatMap(({ predictions = [], questions = [] }) => [...predictions, ...questions])
const duplicates = (ids: readonly string[]) => ids.filter((id, i) => ids.indexOf(id) !== i)

describe('the list of labs', () => {
  it.each(labs)('$code states what a learner can do afterwards', ({ outcome }) => {
    expect(outcome).toMatch(/^You can .*\.$/)
  })

  it('has the labs of this version, and every one has its play', () => {
    expect(labs.map(({ code }) => code)).toEqual([
      'L1.1',
      'L1.2',
      'L1.3',
      'C1',
      'L2.1',
      'L2.2',
      'L2.3',
      'C2',
      'L3.1',
      'L3.2',
      'L3.3',
      'L3.4',
      'X3.5',
      'C3',
      'L4.1',
      'L4.2',
      'L4.3',
      'L4.4',
      'C4',
    ])
    expect(plays.map(({ labId }) => labId)).toEqual(all.map(({ id }) => id))
  })

  it('names no lab, step, condition, question or wrong move twice', () => {
    expect(duplicates(all.map(({ id }) => id))).toEqual([])
    expect(duplicates(all.map(({ code }) => code))).toEqual([])
    for (const lab of all) {
      expect(duplicates(lab.steps.map(({ id }) => id))).toEqual([])
      expect(duplicates(lab.steps.flatMap(({ conditions }) => conditions.map(({ id }) => id)))).toEqual([])
      expect(
        duplicates([
          ...asked(lab).map(({ id }) => id),
          ...lab.steps.flatMap(({ entries = [] }) => entries.map(({ id }) => id)),
        ]),
      ).toEqual([])
      expect(duplicates(lab.wrongMoves.map(({ id }) => id))).toEqual([])
    }
  })

  it.each(told)(
    '$code knows its competencies, metric and misconceptions, and each step can be done',
    (lab) => {
      expect(lab.competencies.filter((id) => !isCompetency(id))).toEqual([])
      expect(metrics[lab.metric]).toBeDefined()
      const named = [...lab.wrongMoves, ...asked(lab).flatMap(({ options }) => options)].flatMap(
        ({ misconception }) => misconception ?? [],
      )
      expect(named.filter((id) => !isMisconception(id))).toEqual([])
      expect(lab.wrongMoves.length).toBeGreaterThan(1)
      for (const step of lab.steps) {
        expect(step.conditions.length).toBeGreaterThan(0)
        expect(step.hints.every((hint) => hint.length > 0)).toBe(true)
        expect(step.title).not.toMatch(/^Step|\.$/)
      }
    },
  )

  it.each(told.flatMap((lab) => asked(lab).map((question) => ({ lab: lab.code, ...question }))))(
    '$lab $id has exactly one right option, or several where all are to be marked, and a reason for each',
    ({ options, ...question }) => {
      const right = options.filter(({ correct }) => correct).length
      if ('several' in question) expect(right).toBeGreaterThan(1)
      else expect(right).toBe(1)
      expect(options.length).toBeGreaterThanOrEqual(3)
      expect(duplicates(options.map(({ id }) => id))).toEqual([])
      for (const { because } of options) expect(because).toMatch(/\.$/)
    },
  )
})

describe('words', () => {
  it('are the four metrics, thirty competencies and thirty-six misconceptions', () => {
    expect(
      Object.values(metrics)
        .map(({ number }) => number)
        .sort(),
    ).toEqual([1, 2, 3, 4])
    expect(Object.keys(competencies)).toHaveLength(30)
    expect(Object.keys(misconceptions)).toEqual(
      Array.from({ length: 36 }, (_, i) => `M-${String(i + 1).padStart(2, '0')}`),
    )
  })

  it('rest on pages of AWS with a day, but for what NIST did, and each claim is used', () => {
    for (const { source, checked } of Object.values(claims)) {
      if (source !== 'fipsSunset')
        expect(sources[source]).toMatch(
          /^https:\/\/((docs\.)?aws\.amazon\.com|repost\.aws|github\.com\/boto\/botocore)\//,
        )
      expect(Number.isNaN(Date.parse(checked))).toBe(false)
    }
    expect(Object.keys(labClaims)).toEqual(all.map(({ id }) => id))
    const inLessons = lessonBlocks.flatMap((block) =>
      typeof block === 'object' && 'claim' in block ? [block.claim] : [],
    )
    const used = new Set([
      ...[...Object.values(labClaims), ...lensTexts.map((lens) => lens.claims)].flat(),
      ...inLessons,
    ])
    expect(Object.keys(claims).filter((id) => !used.has(id as never))).toEqual([])
    expect(
      lensTexts.flatMap((lens) => lens.labs).filter((code) => !all.some((lab) => lab.code === code)),
    ).toEqual([])
  })

  it('explain every exception that an operation declares', () => {
    const declared = new Set([...operations.values()].flatMap(({ errors }) => errors))
    expect([...declared].filter((code) => !errorAtlas[code])).toEqual([])
    expect(Object.keys(errorAtlas).filter((code) => !isKmsErrorCode(code))).toEqual([])
  })

  it('name each term once, in the order of the alphabet', () => {
    const terms = glossary.map(({ term }) => term.toLowerCase())
    expect(terms).toEqual([...terms].sort())
    expect(duplicates(terms)).toEqual([])
  })
})

const lessonBlocks = modules.flatMap(({ lessons }) =>
  lessons.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks)),
)

/** Every sentence a learner can meet here, with where it stands. */
function learnerTexts(): readonly (readonly [where: string, text: string])[] {
  const out: [string, string][] = []
  const add = (where: string, ...texts: readonly string[]) => {
    for (const text of texts) out.push([where, text])
  }
  for (const lab of told) {
    add(`${lab.code} frame`, lab.title, lab.outcome ?? '', ...lab.story, lab.reflection)
    for (const step of lab.steps) {
      add(`${lab.code} ${step.id}`, step.title, ...step.text, ...step.hints)
      add(`${lab.code} ${step.id} lines`, ...(step.lines ?? []).map((line) => `\`${line}\``))
      for (const { says } of step.conditions) add(`${lab.code} ${step.id} condition`, says)
      for (const { asks, refuses = '' } of step.entries ?? [])
        add(`${lab.code} ${step.id} entry`, asks, refuses)
    }
    for (const { id, asks, options } of asked(lab)) {
      add(`${lab.code} ${id}`, asks)
      for (const option of options) add(`${lab.code} ${id} ${option.id}`, option.text, option.because)
    }
    for (const { id, says } of lab.wrongMoves) add(`${lab.code} wrong move ${id}`, says)
  }
  for (const { id, chat, cause, because, prevents, preventsBecause, hints } of faults)
    add(
      `fault ${id}`,
      ...Object.values(services).map(chat),
      cause,
      because,
      prevents,
      preventsBecause,
      ...hints,
    )
  const { none, ...phone } = custodianWords
  add('custodian', none.AWS_KMS('K'), none.store('K'), phone.imported('K', 'that day', 'that day'))
  add(
    'custodian',
    phone.imported('K', 'that day', undefined),
    phone.fits('f', 'line'),
    phone.fitsNone('f', 65),
  )
  add('custodian', phone.gives('K', 'r', 1), phone.gives('K', 'r', 2), phone.keeps('K', 's'), phone.gone('K'))
  add('custodian', phone.noFile, phone.noCopy, phone.hasThem, phone.unknown)
  for (const { id, chat } of herrings) add(`herring ${id}`, chat)
  for (const [code, { means, lookAt }] of Object.entries(errorAtlas)) add(`atlas ${code}`, means, lookAt)
  for (const { module, story, lessons } of modules) {
    add(`module ${module}`, ...story)
    for (const { id, title, outcome, sections } of lessons) {
      add(`lesson ${id}`, title, outcome)
      for (const { title, blocks } of sections)
        for (const block of blocks) {
          if (typeof block === 'string') add(`lesson ${id}, ${title}`, block)
          else if ('list' in block) add(`lesson ${id}, ${title}`, ...block.list)
          else if ('see' in block) add(`lesson ${id}, ${title}`, block.why)
        }
    }
  }
  for (const { code, title, story, bets, acts, puzzle, after } of demos) {
    add(code, title, ...story)
    for (const { id, asks, options } of bets) {
      add(id, asks)
      for (const option of options) add(`${id} ${option.id}`, option.text, option.because)
    }
    for (const { id, label, says } of acts) add(`${code} ${id}`, label, says)
    for (const { text } of puzzle?.cards ?? []) add(`${code} card`, text)
    for (const { asks, options } of puzzle?.choices ?? [])
      add(`${code} choice`, asks, ...options.map(({ text }) => text))
    for (const { title, blocks } of after)
      for (const block of blocks) {
        if (typeof block === 'string') add(`${code}, ${title}`, block)
        else if ('see' in block) add(`${code}, ${title}`, block.why)
      }
  }
  add('objectives', ...Object.values(objectives))
  for (const [code, cause] of Object.entries(errorCauses))
    add(`cause of ${code}`, 'only' in cause ? cause.only : cause.why)
  for (const [id, { says }] of Object.entries(claims)) add(`claim ${id}`, says)
  for (const { id, exam, today, both } of lensTexts) add(`lens ${id}`, exam, today, both)
  for (const { id, title, note, cells } of rows) {
    add(`table ${id}`, title, note?.says ?? '')
    for (const [column, { claim, why, short, exam = '' }] of Object.entries(cells))
      add(`table ${id} ${column}`, claim, why, short, exam)
  }
  for (const { id, title, shows } of worlds) add(`worlds ${id}`, title, shows)
  for (const { id, title, scripts } of experiments) {
    add(id, title)
    for (const [column, { shows, steps }] of Object.entries(scripts)) {
      add(`${id} ${column}`, shows)
      for (const step of steps) if (step.is === 'outside') add(`${id} ${column} outside`, step.says)
    }
  }
  for (const { term, means } of glossary) add(`term ${term}`, means)
  for (const [id, belief] of Object.entries(misconceptions)) add(id, belief)
  for (const { title, means } of Object.values(metrics)) add(`metric ${title}`, title, means)
  for (const system of ['linux', 'macos', 'windows'] as const) {
    const sheet = commandSheet({ system, algorithm: 'RSA_AES_KEY_WRAP_SHA_256' })
    add(`sheet ${system}`, ...sheet.notes, ...sheet.lines.map(({ does }) => does))
  }
  return out
}

const withoutCode = (text: string) => text.replace(/`[^`]*`/g, 'CODE')
const sentences = (text: string) => withoutCode(text).split(/(?<=[.?:;])\s+/)

describe('learner texts', () => {
  const texts = learnerTexts()
  const faults = (test: (text: string) => boolean) => texts.filter(([, text]) => test(text))

  it('are many', () => expect(texts.length).toBeGreaterThan(400))

  it('have no hype, no shouting and no blame', () => {
    expect(
      faults((text) =>
        /\b(simply|just|obviously|oops|easy|easily|of course|unfortunately|great job|you failed)\b/i.test(
          text,
        ),
      ),
    ).toEqual([])
    expect(faults((text) => withoutCode(text).includes('!'))).toEqual([])
  })

  it('have sentences of at most 30 words', () => {
    expect(faults((text) => sentences(text).some((sentence) => sentence.split(/\s+/).length > 30))).toEqual(
      [],
    )
  })

  it('say key and material, never CMK as a word of their own', () => {
    expect(faults((text) => /\bCMKs?\b/.test(text))).toEqual([])
  })

  it('close every backtick', () => {
    expect(faults((text) => (text.match(/`/g)?.length ?? 0) % 2 !== 0)).toEqual([])
  })
})

describe('sentences made while judging', () => {
  it('are held to the same words: no file of the course shouts or hurries', () => {
    const here = fileURLToPath(new URL('.', import.meta.url))
    const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
    )
    const quoted = files.flatMap((path) =>
      Array.from(
        readFileSync(`${here}/${path}`, 'utf8').matchAll(/'((?:[^'\\\n]|\\.)*)'/g),
        ([, text]) => [path, text as string] as const,
      ),
    )
    expect(quoted.length).toBeGreaterThan(500)
    expect(quoted.filter(([, text]) => /\b(simply|just|obviously|oops)\b|\w!(?!=)/i.test(text))).toEqual([])
  })
})

describe('docs/fidelity.md', () => {
  const text = readFileSync(fileURLToPath(new URL('../../docs/fidelity.md', import.meta.url)), 'utf8')
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | '))

  it('has five columns in each row, a name for each, and names no file that is not there', () => {
    expect(rows.length).toBeGreaterThan(45)
    expect(rows.filter((row) => row.length !== 5)).toEqual([])
    expect(duplicates(rows.map(([id]) => id as string))).toEqual([])
    const root = new URL('../../', import.meta.url)
    const files = [...new Set(Array.from(text.matchAll(/`(src\/[\w./-]+)`/g), ([, path]) => path as string))]
    expect(
      files.filter(
        (path) =>
          readdirSync(fileURLToPath(new URL(path.replace(/[^/]+$/, ''), root))).includes(
            path.split('/').at(-1) as string,
          ) === false,
      ),
    ).toEqual([])
  })
})
