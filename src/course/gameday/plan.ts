import { hours, minutes } from '../../world/clock.ts'
import { seededEntropy } from '../../world/entropy.ts'
import { drawFrom } from '../items/draw-from.ts'
import { faultOf, faults } from './faults/index.ts'
import { herrings } from './herrings.ts'
import { gapBefore } from './gap-before.ts'
import type { Fault, FaultId, Level, Plan, Service } from './incident.ts'

const SPONSORS = ['Marlow Biologics', 'Tern and Ashby', 'Okapi Health', 'Corvane Labs', 'Saltmarsh Research']
/** Midnight before the night of the incident; the world begins on 12 January at nine. */
const SATURDAY = Date.UTC(2026, 0, 17)

/** Draws that depend on nothing but the seed, the level and what they are for. */
export function drawOf(labSeed: number, level: Level, purpose: number) {
  const bytes = new Uint8Array(32)
  const view = new DataView(bytes.buffer)
  view.setFloat64(0, labSeed)
  view.setUint8(8, level)
  view.setUint8(9, purpose)
  return drawFrom(seededEntropy(bytes))
}

/** Roots of which one is enough for a grave night. */
const GRAVE: readonly FaultId[] = ['G-13', 'G-14']

/** What a seed proposes: nothing has run yet. The same seed gives the same plan, in every browser. */
export function planOf(labSeed: number, level: Level): Plan {
  const draw = drawOf(labSeed, level, 0)
  const grave = level === 3 && draw.whole(0, 1) === 1
  const root = draw.oneOf(
    faults.filter(({ id, levels }) => levels.includes(level) && GRAVE.includes(id) === grave),
  )
  const here: Service['id'] = draw.oneOf(['trials', 'archive'])
  const there = here === 'trials' ? 'archive' : 'trials'
  // Beside a grave root, or at the second level, the other fault is a plain one; else both are roots in their own right.
  const beside = faults.filter(
    ({ id, side, levels, family }) =>
      family !== root.family && (level === 3 && !grave ? levels.includes(3) && !GRAVE.includes(id) : side),
  )
  const side: Fault | undefined = level === 1 ? undefined : draw.oneOf(beside)
  const planned = [{ fault: root.id, service: here }]
  if (side) planned.push({ fault: side.id, service: there })

  const fitting = herrings.filter(
    ({ notBeside, levels }) =>
      !planned.some(({ fault }) => notBeside.includes(fault)) && (levels?.includes(level) ?? true),
  )
  const chosen: string[] = []
  while (chosen.length < Math.min(level - 1, fitting.length)) {
    const { id } = draw.oneOf(fitting)
    if (!chosen.includes(id)) chosen.push(id)
  }
  const brokenAt = SATURDAY + hours(draw.whole(0, 3)) + minutes(draw.whole(5, 55))
  return {
    seed: labSeed,
    level,
    sponsor: draw.oneOf(SPONSORS),
    study: `FT-${draw.whole(10, 99)}`,
    faults: planned,
    herrings: chosen as Plan['herrings'],
    records: draw.whole(10, 16),
    brokenAt,
    beginAt: brokenAt + minutes(draw.whole(20, 40)),
    ...(level === 3 ? { gap: gapBefore(SATURDAY, drawOf(labSeed, level, 3)) } : {}),
  }
}

export const rootOf = ({ faults: [root] }: Plan) => root as Plan['faults'][number]
export const rootFault = (plan: Plan): Fault => faultOf(rootOf(plan).fault)
