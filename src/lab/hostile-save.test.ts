import { gzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import type { AnsweredItem } from '../course/answered.ts'
import { judged, mastery } from '../course/mastery/mastery.ts'
import { answers, DAY_ONE, plainCourse } from '../course/testing/record.ts'
import type { Change } from '../kms/tables.ts'
import { days } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import type { Lab } from './lab.ts'
import { learnerRecord } from './learner-record.ts'
import { LoadRefusal } from './refusal.ts'
import { ANSWERED, EXAMS, FILES, MOVES, PARTS, PASSES, PROGRESS } from './rows.ts'
import { MAX_FILE, writeSaveFile } from './save-file.ts'
import { Session } from './session.ts'
import { testPorts } from './testing/ports.ts'
import { createKey, hashOf } from './testing/work.ts'
import { says } from './words.ts'

const NOW = DAY_ONE + days(30)
const METRIC = 'rotation-methods'
const course = plainCourse(METRIC)

/** A file whose chain fits together, with these rows in it. */
const fileOf = (rows: Change): Bytes => writeSaveFile(new Session(testPorts()).blank(rows).image)
const answered = (given: readonly AnsweredItem[]): Change =>
  given.map((row, i) => [ANSWERED, String(i + 1), row])
const [right] = answers(course.items, 20) as [AnsweredItem, ...AnsweredItem[]]
const passed = { labId: 'challenge', seed: 1, at: DAY_ONE, began: DAY_ONE, hints: {}, event: 1 }
const honest = fileOf(answered([right]))
const text = decodeUtf8(honest)
const withText = (from: string, to: string): Bytes => {
  expect(text).toContain(from)
  return encodeUtf8(text.replace(from, to))
}

const hostile: readonly (readonly [what: string, file: () => Bytes, says: string])[] = [
  ['an empty file', () => new Uint8Array(), says.loadCutShort],
  ['the first half of a save', () => honest.slice(0, honest.length / 2), says.loadCutShort],
  ['a packed save without its end', () => owned(gzipSync(honest)).slice(0, -40), says.loadCutShort],
  ['letters that are no text', () => Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), says.loadCutShort],
  ['JSON of another product', () => encodeUtf8('{"version":3,"progress":{"passed":true}}'), says.loadNotOurs],
  ['a list', () => encodeUtf8('[1,2,3]'), says.loadNotOurs],
  ['a later version', () => withText('"schema":1', '"schema":99'), says.loadNewer],
  ['a version before the first', () => withText('"schema":1', '"schema":-1'), says.loadNoSuchVersion],
  ['a version that is no number', () => withText('"schema":1', '"schema":"1"'), says.loadNotOurs],
  ['51 MB', () => new Uint8Array(MAX_FILE + 1), says.loadTooLarge],
  [
    'a file that unpacks to 24 MB of nothing',
    () => owned(gzipSync(new Uint8Array(24 * 1024 * 1024))),
    says.loadInflates,
  ],
  ['100,000 brackets', () => encodeUtf8('{"a":'.repeat(100_000)), says.loadTooDeep],
  [
    'a member called __proto__',
    () => withText('"seconds":60', '"__proto__":{"right":true},"seconds":60'),
    says.loadForbidden,
  ],
  [
    'a member called constructor',
    () => withText('"format":', '"constructor":{"prototype":{"polluted":1}},"format":'),
    says.loadForbidden,
  ],
  ['an answer changed by hand', () => withText('"right":true', '"right":false'), says.loadDamaged],
  ['an entry taken out', () => withText('"prevHash":"', '"prevHash":"0'), says.loadDamaged],
  [
    'time spent below nothing',
    () => fileOf(answered([{ ...right, seconds: -1 }])),
    says.loadUnsound(ANSWERED),
  ],
  ['more than all right', () => fileOf(answered([{ ...right, share: 1.5 }])), says.loadUnsound(ANSWERED)],
  [
    'a variant beyond the last',
    () => fileOf(answered([{ ...right, variant: 2 ** 32 }])),
    says.loadUnsound(ANSWERED),
  ],
  ['a day before 1970', () => fileOf(answered([{ ...right, at: -5 }])), says.loadUnsound(ANSWERED)],
  ['the year 99999', () => fileOf(answered([{ ...right, at: 3e15 }])), says.loadUnsound(ANSWERED)],
  [
    'markup where a word belongs',
    () => fileOf(answered([{ ...right, mode: '<img src=x onerror=alert(1)>' as 'practice' }])),
    says.loadUnsound(ANSWERED),
  ],
  [
    'a hint of a fourth level',
    () => fileOf([[PASSES, '1', { ...passed, hints: { a: 4 } }]]),
    says.loadUnsound(PASSES),
  ],
  [
    'an exam whose answers are no answers',
    () =>
      fileOf([
        [
          EXAMS,
          'a',
          { attempt: 'a', seed: 1, items: [], startedAt: 1, responses: { x: 1 }, flags: [], seconds: {} },
        ],
      ]),
    says.loadUnsound(EXAMS),
  ],
  ['answers with a gap', () => fileOf([[ANSWERED, '7', right]]), says.loadDamaged],
  ['an answer of next week', () => fileOf(answered([{ ...right, at: NOW + days(7) }])), says.loadFuture],
  ['a pass of next year', () => fileOf([[PASSES, '1', { ...passed, at: NOW + days(365) }]]), says.loadFuture],
  [
    'a lesson read next month',
    () => fileOf([[PARTS, '1/a', { part: '1/a', done: NOW + days(31), bets: {} }]]),
    says.loadFuture,
  ],
  [
    'a belief of the year 9000',
    () => fileOf([[MOVES, 'a/b', { labId: 'a', moveId: 'b', times: 1, at: 1, seenAt: Date.UTC(9000, 0) }]]),
    says.loadFuture,
  ],
]

describe('a hostile progress file', () => {
  let lab: Lab
  beforeEach(async () => {
    lab = await createLab(testPorts({ seed: 2, wall: { now: () => NOW } }))
    await createKey(lab)
    await lab.answerItem(right)
  })

  it.each(hostile)('%s changes nothing, and a sentence says why', async (_what, file, why) => {
    const before = { hash: hashOf(lab), saved: await lab.save(), entries: (await lab.journal()).length }
    const refused = await lab.load(file()).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(LoadRefusal)
    expect((refused as LoadRefusal).message).toBe(why)
    expect({ hash: hashOf(lab), saved: await lab.save(), entries: (await lab.journal()).length }).toEqual(
      before,
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
    // It still works, and an honest file still opens.
    await createKey(lab)
    await lab.load(honest)
    expect(lab.tables.size(ANSWERED)).toBe(1)
  })

  it('each refusal is a plain sentence of its own kind, without a word of the machine', () => {
    for (const [, , why] of hostile) {
      expect(why).toMatch(/^[A-Z].*\.$/)
      expect(why).not.toMatch(/undefined|Error|JSON|null|\bat \//)
    }
    expect(new Set(hostile.map(([, , why]) => why.replace(/among its .*/, ''))).size).toBeGreaterThanOrEqual(
      9,
    )
  })

  const standing = (now = DAY_ONE + days(1)) =>
    mastery(METRIC, judged(learnerRecord(lab.tables, course), course, now))

  it('answers that were wrong stay wrong, whatever the file says they are worth', async () => {
    const wrong = answers(course.items, 0).map((each) => ({ ...each, right: true, share: 1, tags: [] }))
    await lab.load(fileOf([...answered(wrong), [PASSES, '1', passed]]))
    expect(lab.tables.get(ANSWERED, '1')).toMatchObject({ right: true })
    expect(standing().quiz).toMatchObject({ value: 0 })
    expect(standing().word).not.toBe('mastered')
    // The same file with the right answers would have been enough: what stops it is the answers alone.
    await lab.load(fileOf([...answered(answers(course.items, 20)), [PASSES, '1', passed]]))
    expect(standing().word).toBe('mastered')
  })

  it('a lab that only says it was passed shows nothing', async () => {
    const row = {
      labId: 'challenge',
      seed: 1,
      startedAt: 1,
      met: {},
      hints: {},
      passed: true,
      passes: 50,
      firstEvent: 0,
    }
    await lab.load(fileOf([...answered(answers(course.items, 20)), [PROGRESS, 'challenge', row]]))
    expect(standing()).toMatchObject({ labs: { value: 0 }, word: 'not-enough' })
  })

  it('answers to questions and passes of labs that are not there count nowhere', async () => {
    await lab.load(fileOf(answered([right])))
    const before = standing()
    const strange = Array.from({ length: 50 }, (_, i) => ({ ...right, itemId: `XQ${i}`, at: right.at + i }))
    await lab.load(
      fileOf([...answered([right, ...strange]), [PASSES, '1', { ...passed, labId: '<b>x</b>' }]]),
    )
    expect(standing()).toEqual(before)
  })

  it('names with markup arrive as the letters they are', async () => {
    const name = '<img src=x onerror=alert(1)>.bin'
    await lab.load(fileOf([[FILES, name, { name, bytes: Uint8Array.of(1), changedAt: 0 }]]))
    expect(lab.tables.get(FILES, name)).toMatchObject({ name })
  })
})
