import { expect, it } from 'vitest'
import { gameDays } from '../../course/gameday/game-days.ts'
import { items } from '../../course/items/index.ts'
import { labs } from '../../course/labs/index.ts'
import { judged } from '../../course/mastery/mastery.ts'
import { learnerRecord } from '../../lab/learner-record.ts'
import { PASSES, type PassRow } from '../../lab/rows.ts'
import { Session as LabSession } from '../../lab/session.ts'
import { testPorts } from '../../lab/testing/ports.ts'
import { days } from '../../world/clock.ts'
import type { Session } from '../session.tsx'
import { courseOf } from './course-of.ts'
import { standingOf } from './use-standing.ts'

it('has the review know a game day that was passed, as the progress page does', () => {
  const [night] = gameDays
  if (!night) throw new TypeError('there is a game day')
  const at = Date.UTC(2026, 10, 1)
  const pass: PassRow = { labId: night.id, seed: 8, at, began: at - 600_000, hints: {}, event: 9 }
  const { tables } = new LabSession(testPorts()).blank([[PASSES, '1', pass]]).rebuilt
  const now = at + days(30)
  const session = { lab: { tables }, labs, gameDays, wallNow: () => now } as unknown as Session

  const { boxes, due } = standingOf(session, items)
  const course = courseOf(session, items)
  expect(boxes).toEqual(judged(learnerRecord(tables, course), course, now).boxes)
  expect([...due].sort()).toEqual([...night.competencies].sort())
})
