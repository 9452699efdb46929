import { beats } from '../../course/flow/beats/index.ts'
import { frameOf, type Frame, type Place } from '../../course/flow/flow-definition.ts'
import type { GlyphName } from '../glyphs/glyph.tsx'
import type { Inspected } from './inspected.ts'
import { middle, STATION, type Layout } from './layout.ts'
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
  const upright = from.x === to.x
  const size = open ? 26 : 22
  scene.stops.push({ id: `${id}-from`, ...from }, { id: `${id}-to`, ...to })
  const left = Math.min(from.x, to.x)
  scene.arrows.push({
    id,
    from: `${id}-from`,
    to: `${id}-to`,
    refused: way.refused === true,
    open,
    labelAt: upright
      ? { x: from.x - 12, y: (from.y + to.y) / 2 + 4, anchor: 'end' }
      : way.carries.length > 0
        ? { x: Math.max(from.x, to.x) + 10, y: from.y + 4, anchor: 'start' }
        : { x: left + 8, y: from.y - 9, anchor: 'start' },
    ...(way.label ? { label: way.label } : {}),
  })
  const rest = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const first = -((way.carries.length - 1) * (size + 4)) / 2
  way.carries.forEach((glyph, i) => {
    const shift = first + i * (size + 4)
    const at = upright ? { x: rest.x + shift, y: rest.y } : { x: rest.x + shift, y: rest.y - size / 2 - 2 }
    scene.packets.push({
      id: `${id}-${glyph}`,
      glyph,
      size,
      words: [],
      ...at,
      ...(open ? { cameFrom: { x: from.x - rest.x, y: from.y - rest.y } } : {}),
      ...(way.opens ? { opens: glyph.startsWith('token') ? 'token' : way.opens } : {}),
    })
  })
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
  const scale = Math.min(1, (layout.width - 16) / STATION.width)
  const station = layout.lanes[open]
  const scene = empty({
    beat: frame.beat,
    scale,
    x: (layout.width - STATION.width * scale) / 2,
    y: station.from + station.size - STATION.height * scale - 8,
  })
  const { ways, spots } = marksOf(frame, true)
  const row = (place: Place) => layout.lanes[place].from + 26
  ways.forEach((way, n) => {
    const x = layout.width - 28 - 44 * n
    addWay(scene, `${frame.beat}-${n}`, way, { x, y: row(way.from) }, { x, y: row(way.to) }, true)
  })
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
