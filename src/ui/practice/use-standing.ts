import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Item } from '../../course/item-definition.ts'
import { boxes, type Boxes } from '../../course/mastery/boxes.ts'
import { dueNow } from '../../course/review-queue.ts'
import type { CompetencyId } from '../../course/words/competencies.ts'
import { learnerRecord } from '../../lab/learner-record.ts'
import { asOf } from '../lab-context.tsx'
import type { Session } from '../session.tsx'
import { courseOf } from './course-of.ts'

/** How the learner stands by the review schedule. */
export interface Standing {
  readonly boxes: Boxes
  /** The longest overdue first */
  readonly due: readonly CompetencyId[]
}

export function standingOf(session: Session, items: readonly Item[]): Standing {
  const { lab, wallNow } = session
  const course = courseOf(session, items)
  const all = boxes(learnerRecord(lab.tables, course), course)
  return { boxes: all, due: dueNow(all, wallNow()) }
}

export function useStanding(session: Session, items: readonly Item[]): Standing {
  const revision = useStore(session.lab.store, ({ revision }) => revision)
  return useMemo(
    () => standingOf({ ...session, lab: asOf(session.lab, revision) }, items),
    [session, items, revision],
  )
}
