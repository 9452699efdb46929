import { beats } from '../../course/flow/beats/index.ts'
import { places, type Place } from '../../course/flow/flow-definition.ts'

export interface Band {
  readonly from: number
  readonly size: number
}
export const middle = ({ from, size }: Band): number => from + size / 2

/** Where everything of the stage lies, in CSS pixels. A score has places beside each other and beats down; a sequence has the places of one beat below each other. */
export type Layout = {
  readonly width: number
  readonly height: number
  readonly lanes: Readonly<Record<Place, Band>>
  /** One for each beat; a sequence has one alone, its own */
  readonly rows: readonly Band[]
} & ({ readonly kind: 'score' } | { readonly kind: 'sequence' })

export const HEAD = 64
/** The drawing of an open beat. */
export const STATION = { width: 352, height: 236 } as const
const ARROW_ROOM = 60

const NARROW: Readonly<Record<Place, number>> = {
  hsm: 72,
  disk: 88,
  wire: 84,
  api: 72,
  'kms-hsm': 76,
  key: 72,
  log: 56,
}
const SMALLEST_ROW = 36
const OPEN_ROW = { smallest: STATION.height + ARROW_ROOM + 8, largest: 352 }

/** The narrowest stage on which an open place has room for its drawing. */
export const SCORE_WIDTH = STATION.width + 8 + Object.values(NARROW).reduce((sum, one) => sum + one, 0) - 56

/**
 * The open beat's place takes the width that the others leave, its row the height.
 *
 * @param need what the words and choices of the open beat take, in CSS pixels
 */
export function scoreLayout(beat: number, width: number, height: number, need = 0): Layout {
  const open = beats[beat - 1]?.at ?? 'disk'
  const all = places.reduce((sum, place) => sum + NARROW[place], 0)
  const wide = width - all + NARROW[open]
  const room = Math.max(0, height - HEAD)
  const tall = Math.max(
    need,
    Math.min(OPEN_ROW.largest, Math.max(OPEN_ROW.smallest, room - 47 * (beats.length - 1))),
  )
  const short = Math.max(SMALLEST_ROW, (room - tall) / (beats.length - 1))
  const rows = stack(
    beats.map((_, i) => (i + 1 === beat ? tall : short)),
    HEAD,
  )
  return {
    kind: 'score',
    width,
    height: HEAD + tall + short * (beats.length - 1),
    lanes: record(stack(places.map((place) => (place === open ? wide : NARROW[place])))),
    rows,
  }
}

const BAND = 52
const MARGIN = 8
/** At the right of a sequence, for the arrow: the drawing keeps out of it. */
const GUTTER = 26

/** How large the drawing of the open beat is in a sequence of this width. */
export const sequenceScale = (width: number): number => Math.min(1, (width - MARGIN - GUTTER) / STATION.width)

/** Where it begins: in the middle where it can, and left of the arrow always. */
export function sequenceStart(width: number): number {
  const drawing = STATION.width * sequenceScale(width)
  return Math.min((width - drawing) / 2, width - GUTTER - drawing)
}

export const arrowInSequence = (width: number): number => width - GUTTER / 2

/** @param width at least 288 */
export function sequenceLayout(beat: number, width: number): Layout {
  const open = beats[beat - 1]?.at ?? 'disk'
  const drawing = STATION.height * sequenceScale(width)
  const lanes = stack(places.map((place) => (place === open ? BAND + drawing + 16 : BAND)))
  const height = lanes.reduce((sum, { size }) => sum + size, 0)
  return { kind: 'sequence', width, height, lanes: record(lanes), rows: [{ from: 0, size: width }] }
}

function stack(sizes: readonly number[], start = 0): Band[] {
  let from = start
  return sizes.map((size) => {
    const band = { from, size }
    from += size
    return band
  })
}

const record = (bands: readonly Band[]) =>
  Object.fromEntries(places.map((place, i) => [place, bands[i]])) as Record<Place, Band>

/** Between two layouts of one kind, for the moment in which places and beats change their size. @param part 0 to 1 */
export function between(a: Layout, b: Layout, part: number): Layout {
  if (a.kind !== b.kind || part >= 1) return b
  const mix = (from: number, to: number) => from + (to - from) * part
  const band = (from: Band | undefined, to: Band): Band =>
    from ? { from: mix(from.from, to.from), size: mix(from.size, to.size) } : to
  return {
    ...b,
    height: mix(a.height, b.height),
    lanes: record(places.map((place) => band(a.lanes[place], b.lanes[place]))),
    rows: b.rows.map((row, i) => band(a.rows[i], row)),
  }
}
