import { beforeAll, describe, expect, it } from 'vitest'
import { openFlow } from '../../course/flow/flow-engine.ts'
import { faultless, type FlowInputs, type Frame } from '../../course/flow/flow-definition.ts'
import { hands } from '../../course/testing/hands.ts'
import { HEAD, scoreLayout, SCORE_WIDTH, sequenceLayout, STATION } from './layout.ts'
import { marksOf } from './marks.ts'
import { sceneOf } from './scene.ts'

const runs: readonly Partial<FlowInputs>[] = [
  {},
  { bytes: 'base64' },
  { closing: 'key-b' },
  { sending: 'swap-token' },
  { wait: 'day' },
  { again: 'same' },
  { again: 'other' },
]
const frames: Frame[] = []

beforeAll(async () => {
  for (const change of runs) {
    const flow = openFlow(hands, new Uint8Array(32).fill(5))
    for (let beat = 1; beat <= 10; beat++) frames.push(await flow.frame(beat, { ...faultless, ...change }))
  }
})

describe('what is drawn of a beat', () => {
  it('shows a bare chip only at your HSM and on its way to the workstation', () => {
    let chips = 0
    for (const frame of frames)
      for (const open of [true, false]) {
        const { ways, spots } = marksOf(frame, open)
        for (const way of ways.filter(({ carries }) => carries.includes('material'))) {
          chips++
          expect([way.from, way.to]).toEqual(['hsm', 'disk'])
        }
        for (const spot of spots.filter(({ glyph }) => glyph === 'material')) expect(spot.place).toBe('hsm')
      }
    expect(chips).toBeGreaterThan(0)
  })

  it('shows the row that a refusal leaves in the log, while beat 7 is open', () => {
    const rows = frames
      .filter(({ beat }) => beat === 7)
      .map((frame) => ({
        refused: frame.facts.answer?.error !== undefined,
        row: marksOf(frame, true).spots.find(({ place }) => place === 'log')?.words?.[0],
        event: `row ${frame.facts.answer?.event}`,
      }))
    for (const { refused, row, event } of rows) expect(row).toBe(refused ? event : undefined)
    expect(new Set(rows.map(({ refused }) => refused)).size).toBe(2)
  })

  it('never draws a thing twice in one scene, and every arrow has its two ends', () => {
    for (const frame of frames)
      for (const layout of [scoreLayout(frame.beat, 828, 800), sequenceLayout(frame.beat, 358)]) {
        const { stops, arrows, packets, notes } = sceneOf(frame, layout)
        const ids = [...stops, ...packets, ...notes].map(({ id }) => id)
        expect(ids).toEqual([...new Set(ids)])
        for (const arrow of arrows) expect(ids).toEqual(expect.arrayContaining([arrow.from, arrow.to]))
      }
  })

  it('stays inside its row and its place, in every size a screen can have', () => {
    for (const frame of frames)
      for (const [width, height] of [
        [SCORE_WIDTH, 600],
        [828, 800],
        [1168, 700],
        [1900, 1300],
      ] as const) {
        const layout = scoreLayout(frame.beat, width, height)
        const { opened, packets } = sceneOf(frame, layout)
        const row = layout.rows[frame.beat - 1]
        expect(opened.y).toBeGreaterThanOrEqual(row?.from as number)
        expect(opened.y + STATION.height).toBeLessThanOrEqual((row?.from as number) + (row?.size as number))
        expect(opened.x).toBeGreaterThanOrEqual(0)
        expect(opened.x + STATION.width).toBeLessThanOrEqual(width)
        for (const { x, y, size } of packets) {
          expect(x - size / 2).toBeGreaterThanOrEqual(0)
          expect(x + size / 2).toBeLessThanOrEqual(width)
          expect(y - size / 2).toBeGreaterThanOrEqual(HEAD)
          expect(y + size / 2).toBeLessThanOrEqual(layout.height)
        }
      }
  })
})
