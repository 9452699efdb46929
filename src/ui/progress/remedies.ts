import { carriedBy, watchedBy } from '../../course/mastery/beliefs.ts'
import type { Course } from '../../course/mastery/learner-record.ts'
import type { MisconceptionId } from '../../course/words/misconceptions.ts'
import { labAddress } from './lab-address.ts'
import { words } from './words.ts'

/** Where a belief is cleared. */
export interface Remedy {
  readonly href: string
  readonly text: string
}

export interface Remedies {
  readonly labs: readonly Remedy[]
  readonly questions: readonly Remedy[]
}

const says = words.beliefs

/** More would be a list to read and not a thing to do. */
const OFFERED = 4

/** The shortest labs that watch for the belief, and questions that offer it. */
export function remediesFor(id: MisconceptionId, { items, labs }: Course): Remedies {
  return {
    labs: labs
      .filter((lab) => watchedBy(lab).has(id))
      .toSorted((one, two) => one.minutes - two.minutes)
      .slice(0, OFFERED)
      .map((lab) => ({ href: labAddress(lab.id), text: says.lab(lab.code) })),
    questions: items
      .filter((item) => carriedBy(item).has(id))
      .slice(0, OFFERED)
      .map((item) => ({ href: `/practice/${item.id}`, text: says.question(item.id) })),
  }
}

/** One click: the lab, else a question. */
export function firstRemedy(id: MisconceptionId, course: Course): Remedy | undefined {
  const { labs, questions } = remediesFor(id, course)
  return labs[0] ?? questions[0]
}
