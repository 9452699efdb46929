import { describe, expect, it } from 'vitest'
import { answer, answers, DAY_ONE, NO_RECORD, pass, plainCourse } from '../testing/record.ts'
import { earned } from './earned.ts'
import { evidenceFile } from './evidence-file.ts'
import type { LearnerRecord } from './learner-record.ts'
import { judged, mastery } from './mastery.ts'

const METRIC = 'import-workflow'
const course = plainCourse(METRIC)

function evidenceOf(record: Partial<LearnerRecord>) {
  const whole = { ...NO_RECORD, ...record }
  const all = judged(whole, course, DAY_ONE)
  const standing = [{ ...mastery(METRIC, all), earned: earned(METRIC, whole, course) }]
  const recordOf = ({ labId }: { labId: string }) =>
    labId === 'challenge' ? { eventName: 'Decrypt' } : undefined
  return evidenceFile({ all, standing, recordOf, at: DAY_ONE })
}

describe('the evidence of a learner', () => {
  const found = evidenceOf({
    answers: answers(course.items, 20),
    passes: [pass('guided'), pass('challenge')],
  })

  it('has behind each number what makes it: the questions of the quiz, and log entries of labs', () => {
    const [metric] = found.metrics
    expect(metric).toMatchObject({ metric: METRIC, today: 'mastered', earnedAt: '2026-11-02T09:00:00.000Z' })
    expect(metric?.quiz.answers).toHaveLength(20)
    expect(metric?.quiz.answers[0]).toMatchObject({ question: `${METRIC}-0`, answered: ['a'], weight: 1 })
    const { answers: behind, value } = metric?.quiz ?? { answers: [], value: -1 }
    const sum = (of: (one: (typeof behind)[number]) => number) =>
      behind.reduce((all, one) => all + of(one), 0)
    expect(value).toBeCloseTo(
      (sum((one) => one.weight * one.score) - sum((one) => one.weight * one.chance)) /
        sum((one) => one.weight * (1 - one.chance)),
      3,
    )
    for (const skill of metric?.labs.skills ?? [])
      expect(skill).toMatchObject({ value: 1, pass: { lab: 'challenge', record: { eventName: 'Decrypt' } } })
    expect(found.labsPassed.map(({ lab, record }) => [lab, record])).toEqual([
      ['guided', null],
      ['challenge', { eventName: 'Decrypt' }],
    ])
  })

  it('says in its own words that nobody has verified it', () => {
    expect(found.isNot).toMatch(/^Not a certificate, and not a record of AWS\. Nobody has verified it/)
  })

  it('is data that survives as JSON, also of a newcomer and of answers that name nothing', () => {
    const strange = evidenceOf({
      answers: [answer(`${METRIC}-0`, false, { response: { kind: 'pairs', pairs: { x: 'y' } } })],
      passes: [pass('no-such-lab')],
    })
    for (const each of [found, evidenceOf({}), strange])
      expect(JSON.parse(JSON.stringify(each))).toEqual(each)
    expect(strange.metrics[0]?.quiz.answers[0]?.answered).toEqual(['x = y'])
    expect(strange.labsPassed).toEqual([])
  })
})
