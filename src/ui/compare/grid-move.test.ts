import { describe, expect, it } from 'vitest'
import { gridMove } from './grid-move.ts'

const size = { rows: 20, columns: 5 }
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  gridMove({ row, column }, { key, ctrlKey }, size)

describe('a key in the grid', () => {
  it.each([
    ['ArrowDown', 3, 2, { row: 4, column: 2 }],
    ['ArrowUp', 3, 2, { row: 2, column: 2 }],
    ['ArrowRight', 3, 2, { row: 3, column: 3 }],
    ['ArrowLeft', 3, 2, { row: 3, column: 1 }],
    ['Home', 3, 2, { row: 3, column: 0 }],
    ['End', 3, 2, { row: 3, column: 4 }],
    ['PageDown', 3, 2, { row: 8, column: 2 }],
  ])('%s leads one on', (key, row, column, place) => expect(press(key, row, column)).toEqual(place))

  it.each([
    ['ArrowDown', 19, 4, { row: 19, column: 4 }],
    ['ArrowUp', 0, 0, { row: 0, column: 0 }],
    ['ArrowRight', 19, 4, { row: 19, column: 4 }],
    ['ArrowLeft', 0, 0, { row: 0, column: 0 }],
    ['PageDown', 17, 1, { row: 19, column: 1 }],
  ])('%s stays inside at an edge', (key, row, column, place) =>
    expect(press(key, row, column)).toEqual(place),
  )

  it('with Ctrl, Home and End lead to the corners', () => {
    expect(press('Home', 3, 2, true)).toEqual({ row: 0, column: 0 })
    expect(press('End', 3, 2, true)).toEqual({ row: 19, column: 4 })
  })

  it('is left alone where the grid has no use for it', () => expect(press('a', 3, 2)).toBeUndefined())
})
