import { useMemo } from 'react'
import type { Item, ItemTag } from '../../course/item-definition.ts'
import { beliefs } from '../../course/mastery/beliefs.ts'
import { boxes } from '../../course/mastery/boxes.ts'
import { competencies } from '../../course/words/competencies.ts'
import { learnerRecord } from '../../lab/learner-record.ts'
import type { Session } from '../session.tsx'
import { dayAndYear } from '../when.ts'
import { courseOf } from './course-of.ts'
import { words } from './words.ts'

const says = words.shows

/** Where the beliefs of this answer stand now that it is kept, and when its skill comes back. */
export function WhatItShows({
  session,
  items,
  item,
  tags,
}: {
  session: Session
  items: readonly Item[]
  item: Item
  tags: readonly ItemTag[]
}) {
  const { shown, due } = useMemo(() => {
    const course = courseOf(session, items)
    const record = learnerRecord(session.lab.tables, course)
    const all = beliefs(record, course)
    return {
      shown: tags.flatMap((tag) => (tag === 'M-00' ? [] : [all.get(tag)])),
      due: boxes(record, course).get(item.competency)?.due,
    }
  }, [session, items, item, tags])
  return (
    <div>
      {shown.map(
        (belief) =>
          belief && (
            <div key={belief.id}>
              <h2>{says.belief(belief.id, says.states[belief.state])}</h2>
              <p>{says.next[belief.state]}</p>
            </div>
          ),
      )}
      {due !== undefined && (
        <p>{says.returns(item.competency, competencies[item.competency].can, dayAndYear(due))}</p>
      )}
    </div>
  )
}
