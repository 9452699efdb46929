import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Metric } from '../../course/lab-definition.ts'
import { earned, type MetricStanding } from '../../course/mastery/earned.ts'
import { judged, mastery, type Judged } from '../../course/mastery/mastery.ts'
import { metrics } from '../../course/words/metrics.ts'
import { learnerRecord } from '../../lab/learner-record.ts'
import { asOf } from '../lab-context.tsx'
import { courseOf } from '../practice/course-of.ts'
import { useItems } from '../practice/use-items.ts'
import type { Session } from '../session.tsx'

export interface Standing {
  readonly all: Judged
  readonly metrics: readonly MetricStanding[]
}

/** How the learner stands now; undefined while the bank is on its way. */
export function useStanding({ lab, labs, gameDays, wallNow }: Session): Standing | undefined {
  const items = useItems()
  const revision = useStore(lab.store, (state) => state.revision)
  return useMemo(() => {
    if (!items) return undefined
    const course = courseOf({ labs, gameDays }, items)
    const record = learnerRecord(asOf(lab, revision).tables, course)
    const all = judged(record, course, wallNow())
    return {
      all,
      metrics: (Object.keys(metrics) as Metric[]).map((metric) => ({
        ...mastery(metric, all),
        earned: earned(metric, record, course),
      })),
    }
  }, [items, lab, labs, gameDays, revision, wallNow])
}
