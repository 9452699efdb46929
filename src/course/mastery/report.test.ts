import { describe, expect, it } from 'vitest'
import { answer, DAY_ONE, NO_RECORD, pass, plainCourse } from '../testing/record.ts'
import { earned } from './earned.ts'
import { figure } from './figure.ts'
import type { LearnerRecord } from './learner-record.ts'
import { judged, mastery } from './mastery.ts'
import { quickest } from './quickest.ts'
import { masteredStatement, notYetStatement } from './report.ts'

const METRIC = 'import-workflow'
const course = plainCourse(METRIC)
const dated = () => '2 Nov 2026'
const statement = (record: LearnerRecord) => {
  const found = earned(METRIC, record, course)
  return found && masteredStatement(found, record, course, dated)
}
const record = (mode: 'exam' | 'practice', hints = {}): LearnerRecord => ({
  ...NO_RECORD,
  // Two that are not critical are wrong.
  answers: course.items.map(({ id }, i) => answer(id, i !== 4 && i !== 5, { mode })),
  passes: [pass('guided'), pass('challenge', { hints })],
})

describe('a number', () => {
  it('has two decimals, three where they say more, and never reads as a line it does not reach', () => {
    expect([0, 0.8, 0.775, 1, 0.79999, 0.7].map(figure)).toEqual([
      '0.00',
      '0.80',
      '0.775',
      '1.00',
      '0.799',
      '0.70',
    ])
    expect(figure(0.1 + 0.7)).toBe('0.80')
  })
})

describe('a statement', () => {
  it('says questions, how they were asked, and the labs done without help', () => {
    const text = (pace: string, labs: string) =>
      `You have shown mastery of Import workflow on 2 Nov 2026: 18 of 20 questions${pace} (guess-corrected 0.866), and ${labs}.`
    const alone = 'challenge in the simulation without help'
    expect(statement(record('exam'))).toBe(text(' at exam pace', alone))
    expect(statement(record('practice'))).toBe(text(' in practice', alone))
    expect(statement(record('exam', { one: 1 }))).toBe(
      text(' at exam pace', 'a challenge in the simulation with a first hint'),
    )
  })

  it('of a metric on its way names what is there, what is missing and what comes next', () => {
    // Of the critical ones, IMP-7 alone is answered right.
    const list = course.items.map(({ id, competency }) => answer(id, !/IMP-[124]/.test(competency)))
    const all = judged({ ...NO_RECORD, answers: list, passes: [pass('guided')] }, course, DAY_ONE)
    const text = notYetStatement(mastery(METRIC, all), quickest(METRIC, all))
    expect(text).toMatch(/^Not yet\. You can already [^.]*; [^.]*; [^.]*\. Missing: [^.;]*; [^.;]*\. Next: /)
    const [can, missing] = text.split('Missing: ')
    expect(can).not.toContain('put the steps of an import in order')
    expect(missing).toContain('put the steps of an import in order')
    expect(text).toMatch(/ Next: .*, about \d+ min\.$/)
    expect(text).not.toMatch(/fail|%|AWS score/i)
  })

  it('claims nothing where nothing was shown', () => {
    const all = judged(NO_RECORD, course, DAY_ONE)
    expect(notYetStatement(mastery(METRIC, all), [])).toMatch(/^Not yet\. Missing: /)
  })
})
