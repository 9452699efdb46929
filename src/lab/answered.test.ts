import { encodeBase64 } from '../bytes/base64.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { describe, expect, it } from 'vitest'
import type { AnsweredItem } from '../course/answered.ts'
import type { ExamAttempt } from '../course/exam-attempt.ts'
import { createLab } from './create-lab.ts'
import { CredentialRefusal } from './refusal.ts'
import { requireSoundRows } from './row-shapes.ts'
import {
  ANSWERED,
  answeredItems,
  EXAMS,
  examAttempts,
  MOVES,
  NAMES,
  partKept,
  PARTS,
  PASSES,
  passedLabs,
  type MoveRow,
} from './rows.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { createKey, hashOf, ok } from './testing/work.ts'
import type { Lab } from './lab.ts'

const NOON = Date.UTC(2026, 10, 28, 12)
const answer: AnsweredItem = {
  itemId: 'RQ12',
  variant: 4_294_967_295,
  at: NOON,
  mode: 'practice',
  response: { kind: 'order', ids: ['create', 'import'] },
  right: false,
  share: 0.5,
  tags: ['M-04', 'M-00'],
  certainty: 'high',
  seconds: 31.5,
}
const exam: ExamAttempt = {
  attempt: 'a1',
  seed: 7,
  items: [
    { itemId: 'RQ01', variant: 1 },
    { itemId: 'AQ04', variant: 2, pilot: true },
  ],
  startedAt: NOON,
  limitSeconds: 5_850,
  timeFactor: 1.5,
  responses: { AQ04: { kind: 'pairs', pairs: { disable: 'disabled' } } },
  flags: ['RQ01'],
  seconds: { AQ04: 12 },
}
const open = (ports = testPorts({ labs: [smallLab], wall: { now: () => NOON } })) => createLab(ports)

async function pass(lab: Lab): Promise<void> {
  const KeyId = lab.tables.get<string>(NAMES, 'K1') as string
  await lab.answer('guess', 'yes', 'high')
  await ok(lab, 'Encrypt', { KeyId, Plaintext: encodeBase64(encodeUtf8('note')) })
  await ok(lab, 'DisableKey', { KeyId })
}

describe('an answer to a question', () => {
  it('is kept in the order of answering, and is there after a reload and in a saved file', async () => {
    const ports = testPorts()
    const lab = await open(ports)
    const second = { ...answer, itemId: 'RQ01', at: NOON + 1 }
    await lab.answerItem(answer)
    await lab.answerItem(second)
    expect(answeredItems(lab.tables)).toEqual([answer, second])
    const saved = await lab.save()
    await lab.close()
    expect(answeredItems((await open(ports)).tables)).toEqual([answer, second])
    const other = await open()
    await other.load(saved)
    expect(answeredItems(other.tables)).toEqual([answer, second])
  })

  it('stays through undo, the start of a lab and an empty account, and undo goes on to what was done before it', async () => {
    const lab = await open()
    await createKey(lab)
    await lab.answerItem(answer)
    await lab.putExam(exam)
    await lab.undo()
    expect(lab.store.getState().canUndo).toBe(false)
    await lab.startLab(smallLab, 1)
    await lab.undo()
    await lab.redo()
    await lab.reset()
    expect(answeredItems(lab.tables)).toEqual([answer])
    expect(examAttempts(lab.tables)).toEqual([exam])
  })

  it('says in the journal which question it was and not what was answered', async () => {
    const lab = await open()
    await lab.answerItem(answer)
    await lab.putExam(exam)
    const [, one, two] = await lab.journal()
    expect(one?.action).toEqual({ kind: 'answer-item', itemId: 'RQ12' })
    expect(two?.action).toEqual({ kind: 'exam', attempt: 'a1' })
  })

  it('is refused when it holds a credential or is none, and nothing is kept then', async () => {
    const lab = await open()
    const before = hashOf(lab)
    const secret = `aws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz'}`
    await expect(lab.answerItem({ ...answer, response: { kind: 'marked', ids: [secret] } })).rejects.toThrow(
      CredentialRefusal,
    )
    await expect(lab.answerItem({ ...answer, share: 2 })).rejects.toThrow(TypeError)
    await expect(lab.putExam({ ...exam, startedAt: -1 })).rejects.toThrow(TypeError)
    expect(hashOf(lab)).toBe(before)
  })
})

describe('an exam', () => {
  it('goes on after a reload as it stood at the last answer', async () => {
    const ports = testPorts()
    const lab = await open(ports)
    await lab.putExam(exam)
    const later = { ...exam, responses: { ...exam.responses, RQ01: { kind: 'marked', ids: ['a'] } } } as const
    await lab.putExam(later)
    // Not closed: the browser is killed.
    const again = await open({ ...ports, seedEntropy: testPorts({ seed: 2 }).seedEntropy })
    expect(examAttempts(again.tables)).toEqual([later])
  })
})

describe('a lesson or a demonstration', () => {
  const bet = { option: 'none', certainty: 'middle', at: NOON } as const

  it('keeps its bets and the first time it was done, over a reload, an undo, a new lab and a reset', async () => {
    const ports = testPorts({ labs: [smallLab] })
    const lab = await open(ports)
    await createKey(lab)
    await lab.keepPart('1/d', { bets: { which: bet } })
    await lab.keepPart('1/d', { done: NOON })
    await lab.keepPart('1/d', { done: NOON + 5 })
    await lab.keepPart('1/d', { bets: { which: { ...bet, option: 'one' }, how: bet } })
    const kept = { part: '1/d', done: NOON, bets: { which: { ...bet, option: 'one' }, how: bet } }
    await lab.undo()
    await lab.startLab(smallLab, 1)
    await lab.undo()
    await lab.reset()
    expect(partKept(lab.tables, '1/d')).toEqual(kept)
    const again = await open({ ...ports, seedEntropy: testPorts({ seed: 2 }).seedEntropy })
    expect(partKept(again.tables, '1/d')).toEqual(kept)
    expect(partKept(again.tables, '1/e')).toBeUndefined()
  })

  it('is refused when a bet is none', async () => {
    const lab = await open()
    const odd = { ...bet, certainty: 'quite' as 'low' }
    await expect(lab.keepPart('1/d', { bets: { which: odd } })).rejects.toThrow(TypeError)
    expect(partKept(lab.tables, '1/d')).toBeUndefined()
  })
})

describe('a passed lab', () => {
  it('is kept with its help and the learner’s time, and a new start or undo does not take it away', async () => {
    const lab = await open()
    await lab.startLab(smallLab, 1)
    await lab.takeHint('one', 2)
    await pass(lab)
    const first = { labId: 'small', seed: 1, at: NOON, began: NOON, hints: { one: 2 }, event: 3 }
    expect(passedLabs(lab.tables)).toEqual([first])
    await lab.undo()
    await lab.redo()
    await lab.startLab(smallLab, 2)
    await pass(lab)
    expect(passedLabs(lab.tables)).toEqual([first, { ...first, seed: 2, hints: {} }])
    expect(lab.tables.get<MoveRow>(MOVES, 'small/disabled-instead')).toMatchObject({ seenAt: NOON })
  })
})

describe('rows that come from a file', () => {
  const bad: readonly (readonly [string, string, unknown])[] = [
    [ANSWERED, '1', { ...answer, response: { kind: 'marked', ids: 'abc' } }],
    [ANSWERED, '1', { ...answer, mode: 'lucky' }],
    [ANSWERED, '1', { ...answer, at: 1.5 }],
    [ANSWERED, '2', answer],
    [EXAMS, 'a1', { ...exam, responses: { RQ01: { kind: 'pairs', pairs: { a: 1 } } } }],
    [EXAMS, 'a1', { ...exam, items: [{ itemId: 'RQ01', variant: -1 }] }],
    [PARTS, '1/d', { part: '1/d', done: 'yes', bets: {} }],
    [PASSES, '1', { labId: 'small', seed: 1, at: NOON, hints: { one: 4 }, event: 1 }],
  ]
  it.each(bad)('are refused when they are not sound: %s %s', async (table, key, row) => {
    const { tables } = await open()
    requireSoundRows(tables)
    tables.apply([[table, key, row]])
    expect(() => requireSoundRows(tables)).toThrow(TypeError)
  })

  it('may lack what older saves did not have', async () => {
    const { tables } = await open()
    tables.apply([
      ['answers', 'a', { value: 'x', at: 1 }],
      [MOVES, 'a/b', { labId: 'a', moveId: 'b', times: 1, at: 1 }],
    ])
    requireSoundRows(tables)
    expect(answeredItems(tables)).toEqual([])
  })
})
