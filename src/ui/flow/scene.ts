import { beats } from '../../course/flow/beats/index.ts'
import { frameOf, places, type Frame, type Place } from '../../course/flow/flow-definition.ts'
import type { GlyphName } from '../glyphs/glyph.tsx'
import type { Inspected } from './inspected.ts'
import { arrowInSequence, middle, sequenceScale, sequenceStart, STATION, type Layout } from './layout.ts'
import { marksOf, refusalOf, type Way } from './marks.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** An end of an arrow. */
export interface Stop extends Point {
  readonly id: string
}

export interface Arrow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label?: string
  /** Where the label begins, and which of its ends that is */
  readonly labelAt: Point & { readonly anchor: 'start' | 'end' }
  readonly refused: boolean
  /** Goes back along the rows: down from a gate, then to the left */
  readonly back?: true
  /** In the row of the open beat, which has a ground of its own */
  readonly open: boolean
}

/** What travels, where it rests, and where it came from. */
export interface Packet extends Point {
  readonly id: string
  readonly glyph: GlyphName
  readonly size: number
  readonly words: readonly string[]
  /** How far it has come, in CSS pixels; absent for what lies still */
  readonly cameFrom?: Point
  readonly opens?: Inspected
  readonly place?: Place
}

/** The open beat's drawing. */
export interface Opened extends Point {
  readonly beat: number
  readonly scale: number
}

export interface Scene {
  readonly stops: readonly Stop[]
  readonly arrows: readonly Arrow[]
  readonly packets: readonly Packet[]
  /** Short sentences in rows that are over: what was set there */
  readonly notes: readonly (Point & { readonly id: string; readonly text: string })[]
  readonly opened: Opened
}

/** Everything on the stage in one layout. What is bound to a place is drawn at its middle. */
export function sceneOf(frame: Frame, layout: Layout): Scene {
  return layout.kind === 'score' ? score(frame, layout) : sequence(frame, layout)
}

function score(frame: Frame, layout: Layout): Scene {
  const scene = empty(openedInScore(frame, layout))
  beats.slice(0, frame.beat).forEach((_, i) => {
    const beat = i + 1
    const row = layout.rows[i] as Layout['rows'][number]
    const open = beat === frame.beat
    const { ways, spots, fault } = marksOf(frameOf(frame, beat), open)
    const y = open ? row.from + 38 : row.from + row.size / 2 + 6
    const lane = (place: Place) => middle(layout.lanes[place])
    ways.forEach((way, n) =>
      addWay(
        scene,
        `${beat}-${n}`,
        way,
        { x: lane(way.from), y },
        { x: lane(way.to) - (way.short ? 16 : 0), y },
        open,
      ),
    )
    for (const spot of spots) {
      scene.packets.push({
        id: `${beat}-${spot.place}-${spot.glyph}`,
        glyph: spot.glyph,
        size: open ? 34 : 26,
        words: open ? (spot.words ?? []) : [],
        place: spot.place,
        x: lane(spot.place),
        y: open ? scene.opened.y + LEVEL : row.from + row.size / 2,
        ...(spot.opens ? { opens: spot.opens } : {}),
      })
    }
    if (fault && !open) {
      const to =
        beat === 5 ? lane('disk') + 22 : Math.max(lane('api'), ...ways.map((way) => lane(way.to))) + 12
      scene.notes.push({ id: `${beat}-fault`, x: to, y: row.from + row.size / 2, text: fault })
    }
  })
  if (frame.beat === 7) addGates(scene, frame, layout)
  return scene
}

/** The line on which the parts of an open beat lie beside each other. */
const LEVEL = 104

type Growing = {
  -readonly [Name in keyof Scene]: Scene[Name] extends readonly (infer One)[] ? One[] : Scene[Name]
}

const empty = (opened: Opened): Growing => ({ stops: [], arrows: [], packets: [], notes: [], opened })

function openedInScore({ beat }: Frame, layout: Layout): Opened {
  const place = layout.lanes[beats[beat - 1]?.at ?? 'disk']
  const row = layout.rows[beat - 1] as Layout['rows'][number]
  return {
    beat,
    scale: 1,
    x: middle(place) - STATION.width / 2,
    y: row.from + Math.max(56, 40 + (row.size - 40 - STATION.height) / 2),
  }
}

/** Packets rest in the middle of the arrow, beside each other, and lie on it. */
function addWay(scene: Growing, id: string, way: Way, from: Point, to: Point, open: boolean): void {
  const size = open ? 26 : 22
  addArrow(scene, id, way, from, to, open, {
    ...(way.carries.length > 0
      ? { x: Math.max(from.x, to.x) + 10, y: from.y + 4 }
      : { x: Math.min(from.x, to.x) + 4, y: from.y - 9 }),
    anchor: 'start',
  })
  const middleOfWay = (from.x + to.x) / 2
  const first = middleOfWay - ((way.carries.length - 1) * (size + 4)) / 2
  const cameFrom = open ? { x: from.x - middleOfWay, y: 0 } : undefined
  addCarried(scene, id, way, size, { x: first, y: from.y - size / 2 - 2 }, cameFrom)
}

/** An arrow down or up. What it says and carries stands left of it, where a place has its name: drawings lie between those. */
function addUpright(
  scene: Growing,
  id: string,
  way: Way,
  x: number,
  level: (place: Place) => number,
  open: Place,
): void {
  const [from, to] = [
    { x, y: level(way.from) },
    { x, y: level(way.to) },
  ]
  const ends = [places.indexOf(way.from), places.indexOf(way.to)]
  const passed = places.slice(Math.min(...ends) + 1, Math.max(...ends))
  const at = passed[Math.floor(passed.length / 2)] ?? way.to
  const y = level(at)
  addArrow(scene, id, way, from, to, at === open, { x: x - 12, y: y + 4, anchor: 'end' })
  const size = 26
  const first = x - way.carries.length * (size + 4)
  addCarried(scene, id, way, size, { x: first, y }, { x: 0, y: from.y - y })
}

function addArrow(
  scene: Growing,
  id: string,
  { label, refused }: Way,
  from: Point,
  to: Point,
  open: boolean,
  labelAt: Arrow['labelAt'],
): void {
  scene.stops.push({ id: `${id}-from`, ...from }, { id: `${id}-to`, ...to })
  scene.arrows.push({
    id,
    from: `${id}-from`,
    to: `${id}-to`,
    refused: refused === true,
    open,
    labelAt,
    ...(label ? { label } : {}),
  })
}

/** From left to right. */
function addCarried(
  scene: Growing,
  id: string,
  { carries, opens }: Way,
  size: number,
  first: Point,
  cameFrom: Point | undefined,
): void {
  carries.forEach((glyph, i) =>
    scene.packets.push({
      id: `${id}-${glyph}`,
      glyph,
      size,
      words: [],
      x: first.x + i * (size + 4),
      y: first.y,
      ...(cameFrom ? { cameFrom } : {}),
      ...(opens ? { opens: glyph.startsWith('token') ? 'token' : opens } : {}),
    }),
  )
}

const GATE = { first: 53, step: 122, top: 4, width: 98, bottom: 206 }

/** Into the first gate, and from the last one on, or back from the one that stopped it. */
function addGates(scene: Growing, frame: Frame, layout: Layout): void {
  const y = scene.opened.y + LEVEL
  const arrow = (id: string, from: number, to: number) => {
    scene.stops.push({ id: `${id}-from`, x: from, y }, { id: `${id}-to`, x: to, y })
    scene.arrows.push({
      id,
      from: `${id}-from`,
      to: `${id}-to`,
      labelAt: { x: from, y, anchor: 'start' },
      refused: false,
      open: true,
    })
  }
  arrow('gates-in', middle(layout.lanes.api), scene.opened.x + GATE.top - 4)
  const refusal = refusalOf(frame)
  if (refusal) addRefusal(scene, layout, refusal)
  else
    arrow(
      'gates-out',
      scene.opened.x + GATE.top + 2 * GATE.step + GATE.width + 4,
      middle(layout.lanes.key) - 22,
    )
}

function addRefusal(
  scene: Growing,
  layout: Layout,
  { code, gate }: NonNullable<ReturnType<typeof refusalOf>>,
): void {
  const { x, y, scale } = scene.opened
  const from = { x: x + (GATE.first + GATE.step * Math.max(0, gate)) * scale, y: y + GATE.bottom * scale }
  const to = { x: middle(layout.lanes.disk) + 6, y: from.y + 12 }
  scene.stops.push({ id: 'refusal-from', ...from }, { id: 'refusal-to', ...to })
  scene.arrows.push({
    id: 'refusal',
    from: 'refusal-from',
    to: 'refusal-to',
    label: code,
    labelAt: { x: layout.lanes['kms-hsm'].from + 14, y: to.y + 19, anchor: 'start' },
    refused: true,
    back: true,
    open: true,
  })
}

/** One beat on a narrow screen: places below each other, arrows down or up at the right. */
function sequence(frame: Frame, layout: Layout): Scene {
  const open = beats[frame.beat - 1]?.at ?? 'disk'
  const scale = sequenceScale(layout.width)
  const station = layout.lanes[open]
  const scene = empty({
    beat: frame.beat,
    scale,
    x: sequenceStart(layout.width),
    y: station.from + station.size - STATION.height * scale - 8,
  })
  const { ways, spots } = marksOf(frame, true)
  const row = (place: Place) => layout.lanes[place].from + 26
  ways.forEach((way, n) =>
    addUpright(scene, `${frame.beat}-${n}`, way, arrowInSequence(layout.width), row, open),
  )
  for (const spot of spots) {
    scene.packets.push({
      id: `${frame.beat}-${spot.place}-${spot.glyph}`,
      glyph: spot.glyph,
      size: 30,
      words: [],
      place: spot.place,
      x: layout.width * 0.5,
      y: row(spot.place),
      ...(spot.opens ? { opens: spot.opens } : {}),
    })
  }
  return scene
}
