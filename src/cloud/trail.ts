import type { TrailEvent } from '../kms/trail.ts'
import type { Tables } from '../kms/tables.ts'

const TRAIL = 'trail'

/** The records an account keeps, numbered from 1 in the order in which they were written. */
export function appendTrail(tables: Tables, events: readonly TrailEvent[]): void {
  const first = tables.size(TRAIL) + 1
  tables.apply(events.map((event, i) => [TRAIL, String(first + i), event] as const))
}

export const readTrail = (tables: Tables): TrailEvent[] =>
  Array.from(tables.rows<TrailEvent>(TRAIL), ([, event]) => event)

/** @param number 1 is the oldest */
export const trailEvent = (tables: Tables, number: number): TrailEvent | undefined =>
  tables.get<TrailEvent>(TRAIL, String(number))

export const trailLength = (tables: Tables): number => tables.size(TRAIL)

/** Newest first, without a copy of the whole trail. @param from the number to begin at; absent: the newest */
export function* newestFirst(
  tables: Tables,
  from = trailLength(tables),
): IterableIterator<[number: number, event: TrailEvent]> {
  for (let number = from; number > 0; number--) {
    const event = trailEvent(tables, number)
    if (event) yield [number, event]
  }
}
