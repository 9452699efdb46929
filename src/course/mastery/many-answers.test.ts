import { expect, it } from 'vitest'
import { items } from '../items/index.ts'
import { labs } from '../labs/index.ts'
import { answer, later, NO_RECORD, pass } from '../testing/record.ts'
import { metrics } from '../words/metrics.ts'
import type { Metric } from '../lab-definition.ts'
import { earned } from './earned.ts'
import { judged, mastery } from './mastery.ts'
import { quickest } from './quickest.ts'

it('a record of 1,000 answers is worked out at once, where asking every moment in full took minutes', () => {
  const answers = Array.from({ length: 1_000 }, (_, i) => {
    const item = items[i % items.length]
    return answer(item?.id ?? '', i % 5 !== 0, { variant: Math.floor(i / items.length), at: later(i / 12) })
  })
  const record = { ...NO_RECORD, answers, passes: labs.map(({ id }, i) => pass(id, { at: later(i * 3) })) }
  const course = { items, labs }
  const page = () => {
    const all = judged(record, course, later(90))
    return (Object.keys(metrics) as Metric[]).map((metric) => ({
      now: mastery(metric, all),
      before: earned(metric, record, course),
      next: quickest(metric, all),
    }))
  }
  const begun = performance.now()
  expect(page()).toHaveLength(4)
  expect(performance.now() - begun).toBeLessThan(60_000)
})
